-- 归档导出记录: which package left with what in it. The hash of the manifest is the hash of everything in the package. Append-only.
CREATE TABLE request_archive (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id          bigint NOT NULL REFERENCES request_case (id),
    identity         text NOT NULL CHECK (identity IN ('LEFT_OUT', 'SEALED')),
    manifest_sha256  text NOT NULL CHECK (manifest_sha256 ~ '^[0-9a-f]{64}$'),
    person_id        bigint NOT NULL,
    made_at          timestamptz NOT NULL
);
CREATE INDEX request_archive_case ON request_archive (case_id, id);

GRANT SELECT, INSERT ON request_archive TO gongkai_app;
