-- A purge leaves a record without content: notes and reasons may quote what was spilled, so they go too.

-- Only the purge may empty them; the application has no right to update these tables in any case.
CREATE OR REPLACE FUNCTION record_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME IN ('document_step', 'finding_override', 'withdrawal', 'restoration')
        AND current_setting('gongkai.purging', true) = 'on' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'record-is-append-only: %', TG_TABLE_NAME USING ERRCODE = 'GK010';
END $$;

CREATE FUNCTION purge_quotations() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF (SELECT count(*) FROM purge_word WHERE document_id = NEW.document_id) >= 2 THEN
        PERFORM set_config('gongkai.purging', 'on', true);
        UPDATE document_step SET note = NULL WHERE document_id = NEW.document_id AND note IS NOT NULL;
        UPDATE finding_override SET reason = '—' WHERE document_id = NEW.document_id;
        UPDATE withdrawal SET reason = '—' WHERE document_id = NEW.document_id;
        UPDATE restoration SET reason = '—' WHERE document_id = NEW.document_id;
        PERFORM set_config('gongkai.purging', 'off', true);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER purge_quotations AFTER INSERT ON purge_word FOR EACH ROW EXECUTE FUNCTION purge_quotations();
REVOKE EXECUTE ON FUNCTION purge_quotations() FROM PUBLIC;
