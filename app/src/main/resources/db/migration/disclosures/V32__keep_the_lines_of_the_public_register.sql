-- 撤回与更正登记: its lines, kept as they come, so that a page of it costs the same however much was published.
-- It holds no words: reasons stay with what they were given for. Of a correction only while the document is public,
-- of what was purged nothing.
CREATE TABLE register_line (
    what         text        NOT NULL CHECK (what IN ('WITHDRAWN', 'RESTORED', 'CORRECTED')),
    record_id    bigint      NOT NULL,
    document_id  uuid        NOT NULL REFERENCES document (id),
    at           timestamptz NOT NULL,
    prefix       text        NOT NULL,
    year         integer     NOT NULL,
    sequence     integer     NOT NULL,
    PRIMARY KEY (what, record_id)
);
CREATE INDEX register_line_order ON register_line (at DESC, prefix, year, sequence, what, record_id);
CREATE INDEX register_line_document ON register_line (document_id);

-- What one document has in the register now.
CREATE FUNCTION register_lines(changed uuid) RETURNS SETOF register_line
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT c.what, c.id, d.id, c.at, n.prefix, n.year, n.sequence
    FROM document d
    JOIN index_number n ON n.document_id = d.id
    CROSS JOIN LATERAL (
        SELECT 'WITHDRAWN' AS what, id, withdrawn_at AS at FROM withdrawal WHERE document_id = d.id
        UNION ALL
        SELECT 'RESTORED', id, restored_at FROM restoration WHERE document_id = d.id
        UNION ALL
        SELECT 'CORRECTED', e.id, e.published_at
        FROM public_document p JOIN edition e ON e.document_id = p.document_id AND e.number > 1
        WHERE p.document_id = d.id
    ) c
    WHERE d.id = changed AND d.state <> 'PURGED'
$$;

CREATE FUNCTION register_follows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    changed uuid := CASE TG_TABLE_NAME
        WHEN 'document' THEN (to_jsonb(NEW) ->> 'id')::uuid
        ELSE (to_jsonb(NEW) ->> 'document_id')::uuid END;
BEGIN
    DELETE FROM register_line WHERE document_id = changed;
    INSERT INTO register_line SELECT * FROM register_lines(changed);
    RETURN NULL;
END $$;
-- After those that show and hide, which come before it by their names; a first edition is no correction.
CREATE TRIGGER z_register_follows AFTER INSERT ON edition
    FOR EACH ROW WHEN (NEW.number > 1) EXECUTE FUNCTION register_follows();
CREATE TRIGGER z_register_follows AFTER INSERT ON withdrawal FOR EACH ROW EXECUTE FUNCTION register_follows();
CREATE TRIGGER z_register_follows AFTER INSERT ON restoration FOR EACH ROW EXECUTE FUNCTION register_follows();
CREATE TRIGGER z_register_follows AFTER UPDATE OF state ON document
    FOR EACH ROW WHEN (NEW.state = 'PURGED') EXECUTE FUNCTION register_follows();

-- What happened before this table was there.
INSERT INTO register_line
    SELECT l.* FROM (
        SELECT document_id FROM withdrawal
        UNION
        SELECT document_id FROM restoration
        UNION
        SELECT document_id FROM edition WHERE number > 1
    ) changed CROSS JOIN LATERAL register_lines(changed.document_id) l;

GRANT SELECT ON register_line TO gongkai_app;
REVOKE EXECUTE ON FUNCTION register_lines(uuid), register_follows() FROM PUBLIC;
