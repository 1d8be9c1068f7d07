-- 依申请公开选登: which document was prepared from the answer to which request. Whether it is public the document alone says.
-- Append-only.
CREATE TABLE request_log_entry (
    document_id  uuid PRIMARY KEY,
    case_id      bigint NOT NULL REFERENCES request_case (id),
    person_id    bigint NOT NULL,
    prepared_at  timestamptz NOT NULL
);
CREATE INDEX request_log_entry_case ON request_log_entry (case_id);

GRANT SELECT, INSERT ON request_log_entry TO gongkai_app;
