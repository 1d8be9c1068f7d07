-- A deputy signs for somebody: neither of the two may have drafted or signed another level, and who
-- confirms handwriting has not drafted either. This stands beside signature_gate.
CREATE FUNCTION deputy_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM 1 FROM document WHERE id = NEW.document_id FOR UPDATE;
    IF EXISTS (SELECT 1 FROM drafter WHERE document_id = NEW.document_id
               AND person_id IN (NEW.signer, NEW.on_behalf_of, NEW.confirmed_by)) THEN
        RAISE EXCEPTION 'drafter-signs' USING ERRCODE = 'GK004';
    END IF;
    IF EXISTS (SELECT 1 FROM signature WHERE document_id = NEW.document_id AND level <> NEW.level
               AND (signer IN (NEW.signer, NEW.on_behalf_of)
                    OR on_behalf_of IN (NEW.signer, NEW.on_behalf_of))) THEN
        RAISE EXCEPTION 'two-levels-one-person' USING ERRCODE = 'GK005';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER signature_of_deputy_gate BEFORE INSERT ON signature
    FOR EACH ROW EXECUTE FUNCTION deputy_gate();

-- Whoever writes in a draft is its drafter, whether the program remembers to say so or not.
CREATE FUNCTION editor_is_drafter() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO drafter (document_id, person_id, since) VALUES (NEW.document_id, NEW.edited_by, NEW.edited_at)
        ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER editor_is_drafter AFTER INSERT OR UPDATE ON draft
    FOR EACH ROW WHEN (NEW.content <> '') EXECUTE FUNCTION editor_is_drafter();

-- What was set for a moment and has gone another way since.
DELETE FROM publication_schedule s USING document d WHERE d.id = s.document_id AND d.state <> 'SCHEDULED';

-- To the application: nothing; not even the functions.
REVOKE EXECUTE ON FUNCTION deputy_gate(), editor_is_drafter() FROM PUBLIC;
