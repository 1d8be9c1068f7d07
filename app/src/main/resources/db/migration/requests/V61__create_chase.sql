-- 催办、督办台账: who was reminded, by whom, in which words, until when, and what they answered. Only the answer is added
-- later, once.
CREATE TABLE request_chase (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id       bigint NOT NULL REFERENCES request_case (id),
    kind          text NOT NULL CHECK (kind IN ('CHASE', 'ESCALATE')),
    to_person     bigint NOT NULL,
    by_person     bigint NOT NULL,
    words         text NOT NULL CHECK (length(btrim(words)) BETWEEN 1 AND 500),
    answer_by     date NOT NULL,
    sent_at       timestamptz NOT NULL,
    answered_by   bigint,
    answered_at   timestamptz,
    answer        text CHECK (length(btrim(answer)) BETWEEN 1 AND 500),
    CHECK ((answered_at IS NULL) = (answer IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL))
);
CREATE INDEX request_chase_case ON request_chase (case_id, id);
CREATE INDEX request_chase_open ON request_chase (to_person, answer_by) WHERE answered_at IS NULL;

GRANT SELECT, INSERT, UPDATE (answered_by, answered_at, answer) ON request_chase TO gongkai_app;
