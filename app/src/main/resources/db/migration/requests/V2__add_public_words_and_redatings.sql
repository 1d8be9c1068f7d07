-- 公开登记: in which words a request stands in the public register; written by the office, because no machine knows every
-- name. The latest counts; append-only.
CREATE TABLE request_public_words (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     bigint NOT NULL REFERENCES request_case (id),
    words       text NOT NULL CHECK (length(btrim(words)) BETWEEN 1 AND 200),
    person_id   bigint NOT NULL,
    written_at  timestamptz NOT NULL
);
CREATE INDEX request_public_words_case ON request_public_words (case_id, id DESC);
CREATE INDEX request_event_ending ON request_event (case_id, happened_on DESC, id DESC)
    WHERE step IN ('MADE_ANSWER', 'NOT_CORRECTED', 'FEE_UNPAID', 'WITHDRAWN');

GRANT SELECT, INSERT ON request_public_words TO gongkai_app;

-- 期限重算: what a changed calendar did to an open case; both days, each with the calendar it was counted by. Append-only.
CREATE TABLE request_redating (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id      bigint NOT NULL REFERENCES request_case (id),
    was          date NOT NULL,
    was_version  text NOT NULL,
    is_now       date NOT NULL,
    is_version   text NOT NULL,
    at           timestamptz NOT NULL
);
CREATE INDEX request_redating_case ON request_redating (case_id, id);
CREATE INDEX request_case_calendar ON request_case (calendar_version, id) WHERE answered_on IS NULL;
CREATE INDEX request_event_extension ON request_event (case_id) WHERE step = 'EXTENSION_ASKED';

GRANT SELECT, INSERT ON request_redating TO gongkai_app;
