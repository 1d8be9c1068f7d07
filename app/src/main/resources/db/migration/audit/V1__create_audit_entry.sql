-- The audit trail (审计记录): append-only for everybody, the owner of the tables included.
CREATE TABLE audit_entry (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at           timestamptz NOT NULL,
    origin       text        NOT NULL CHECK (origin IN ('PERSON', 'SYSTEM', 'ANONYMOUS')),
    person       bigint,
    agency       bigint,
    on_behalf_of bigint,
    action       text        NOT NULL CHECK (action ~ '^[a-z]+\.[a-z0-9-]+$'),
    subject      text        NOT NULL CHECK (length(subject) BETWEEN 1 AND 300),
    before       jsonb       NOT NULL CHECK (jsonb_typeof(before) = 'object'),
    after        jsonb       NOT NULL CHECK (jsonb_typeof(after) = 'object'),
    CHECK ((origin = 'PERSON') = (person IS NOT NULL)),
    CHECK (on_behalf_of IS NULL OR person IS NOT NULL)
);
CREATE INDEX audit_entry_person ON audit_entry (person, id);
CREATE INDEX audit_entry_at ON audit_entry (at);
CREATE INDEX audit_entry_subject ON audit_entry (subject text_pattern_ops, id);

CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit_entry is append-only';
END
$$;
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_stays();
CREATE TRIGGER audit_entry_stays_whole BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays();

GRANT SELECT, INSERT ON audit_entry TO gongkai_app;
