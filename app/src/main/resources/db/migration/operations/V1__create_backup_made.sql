-- 备份台账: which backups there are, so that spilled content can be removed from them too (ADR 0095).
CREATE TABLE backup_made (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file          text NOT NULL,
    -- the one moment whose state it holds
    taken_at      timestamptz NOT NULL,
    destroyed_by  bigint,
    destroyed_at  timestamptz,
    note          text,
    CHECK ((destroyed_by IS NULL) = (destroyed_at IS NULL)),
    CHECK (destroyed_at IS NULL OR length(btrim(note)) > 0)
);

GRANT SELECT ON backup_made TO gongkai_app;
GRANT UPDATE (destroyed_by, destroyed_at, note) ON backup_made TO gongkai_app;
