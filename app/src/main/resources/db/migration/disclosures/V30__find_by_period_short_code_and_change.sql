-- For programs (供机器读取): site maps by period, short addresses, and what changed since a harvester came last.

-- 网站地图: which documents of a period were corrected.
CREATE INDEX public_document_corrected ON public_document (published_at, edited_at) WHERE edited_at > published_at;

-- 短地址: a prefix has a small number for ever, so that a code is short and says the same everywhere.
CREATE TABLE short_prefix (
    number  integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    prefix  text NOT NULL UNIQUE
);
CREATE FUNCTION short_prefix_follows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO short_prefix (prefix) SELECT NEW.prefix
        WHERE NOT EXISTS (SELECT 1 FROM short_prefix WHERE prefix = NEW.prefix)
        ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER short_prefix_follows AFTER INSERT ON index_number
    FOR EACH ROW EXECUTE FUNCTION short_prefix_follows();
INSERT INTO short_prefix (prefix)
    SELECT prefix FROM index_number GROUP BY prefix ORDER BY min(assigned_at), prefix;
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON short_prefix
    FOR EACH STATEMENT EXECUTE FUNCTION record_is_kept();

-- 收割 (OAI-PMH): each document that was ever public, and when what anybody may read of it last changed.
-- Whether it is public now is not written here: public_document alone says so.
CREATE TABLE harvest_change (
    document_id  uuid PRIMARY KEY REFERENCES document (id),
    column_id    bigint NOT NULL,
    prefix       text NOT NULL,
    year         integer NOT NULL,
    sequence     integer NOT NULL,
    changed_at   timestamptz NOT NULL,
    UNIQUE (prefix, year, sequence)
);
CREATE INDEX harvest_change_order ON harvest_change (changed_at, document_id);
CREATE INDEX harvest_change_column ON harvest_change (column_id, changed_at, document_id);

CREATE FUNCTION harvest_noted(changed uuid, moment timestamptz) RETURNS void
    LANGUAGE sql SET search_path = public, pg_temp AS $$
    INSERT INTO harvest_change AS h
        SELECT d.id, d.column_id, n.prefix, n.year, n.sequence, moment
        FROM document d JOIN index_number n ON n.document_id = d.id WHERE d.id = changed
    ON CONFLICT (document_id) DO UPDATE
        SET changed_at = greatest(h.changed_at, excluded.changed_at), column_id = excluded.column_id
$$;
CREATE FUNCTION harvest_follows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    -- The first of two words changes nothing that anybody may read.
    IF TG_TABLE_NAME = 'purge_word'
        AND (SELECT count(*) FROM purge_word WHERE document_id = NEW.document_id) < 2 THEN
        RETURN NULL;
    END IF;
    PERFORM harvest_noted(NEW.document_id, CASE TG_TABLE_NAME
        WHEN 'edition' THEN (to_jsonb(NEW) ->> 'published_at')::timestamptz
        WHEN 'withdrawal' THEN (to_jsonb(NEW) ->> 'withdrawn_at')::timestamptz
        WHEN 'restoration' THEN (to_jsonb(NEW) ->> 'restored_at')::timestamptz
        ELSE (to_jsonb(NEW) ->> 'given_at')::timestamptz END);
    RETURN NULL;
END $$;
CREATE TRIGGER z_harvest_follows AFTER INSERT ON edition FOR EACH ROW EXECUTE FUNCTION harvest_follows();
CREATE TRIGGER z_harvest_follows AFTER INSERT ON withdrawal FOR EACH ROW EXECUTE FUNCTION harvest_follows();
CREATE TRIGGER z_harvest_follows AFTER INSERT ON restoration FOR EACH ROW EXECUTE FUNCTION harvest_follows();
CREATE TRIGGER z_harvest_follows AFTER INSERT ON purge_word FOR EACH ROW EXECUTE FUNCTION harvest_follows();

-- What happened before this table was there.
INSERT INTO harvest_change
    SELECT d.id, d.column_id, n.prefix, n.year, n.sequence,
        greatest(
            (SELECT max(published_at) FROM edition WHERE document_id = d.id),
            (SELECT max(withdrawn_at) FROM withdrawal WHERE document_id = d.id),
            (SELECT max(restored_at) FROM restoration WHERE document_id = d.id),
            (SELECT max(given_at) FROM purge_word WHERE document_id = d.id))
    FROM document d JOIN index_number n ON n.document_id = d.id;

GRANT SELECT ON short_prefix, harvest_change TO gongkai_app;
REVOKE EXECUTE ON FUNCTION short_prefix_follows(), harvest_noted(uuid, timestamptz), harvest_follows() FROM PUBLIC;
