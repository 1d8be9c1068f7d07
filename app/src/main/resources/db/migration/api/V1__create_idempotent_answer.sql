-- The first answer to each creation that carried an Idempotency-Key (幂等答复), kept for two days.
CREATE TABLE api_idempotent_answer (
    account      text        NOT NULL,
    key          text        NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    fingerprint  text        NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
    made_at      timestamptz NOT NULL,
    status       integer,
    content_type text,
    location     text,
    etag         text,
    body         bytea,
    PRIMARY KEY (account, key)
);
CREATE INDEX api_idempotent_answer_made_at ON api_idempotent_answer (made_at);

GRANT SELECT, INSERT, DELETE ON api_idempotent_answer TO gongkai_app;
GRANT UPDATE (status, content_type, location, etag, body) ON api_idempotent_answer TO gongkai_app;
