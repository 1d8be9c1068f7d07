-- 申请人与办理机关的往来: what either wrote to the other on the tracking page; append-only.
CREATE TABLE request_message (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id       bigint NOT NULL REFERENCES request_case (id),
    -- null: the applicant wrote it.
    person_id     bigint,
    words         text NOT NULL CHECK (length(btrim(words)) BETWEEN 1 AND 2000),
    written_at    timestamptz NOT NULL
);
CREATE INDEX request_message_case ON request_message (case_id, id);

GRANT SELECT, INSERT ON request_message TO gongkai_app;
