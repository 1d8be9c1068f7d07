-- 文件登记: one row for each content that is or was kept; rows are never deleted.
CREATE TABLE stored_file (
    sha256     text        PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size_bytes bigint      NOT NULL CHECK (size_bytes > 0),
    media_type text        NOT NULL,
    stored_at  timestamptz NOT NULL,
    removed_at timestamptz
);

GRANT SELECT, INSERT ON stored_file TO gongkai_app;
GRANT UPDATE (removed_at) ON stored_file TO gongkai_app;
