-- The public never reads two versions of an entry (信息条目): when a document is shown, every other one of the same entry is
-- withdrawn in the same transaction. The program withdraws it; this sees to it that it did.
CREATE FUNCTION project_one_document() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (
            SELECT 1 FROM project_publication p
            JOIN project_entry_version v ON v.id = p.version_id
            JOIN project_entry_version w ON w.entry_id = v.entry_id
            JOIN project_publication o ON o.version_id = w.id AND o.document_id <> p.document_id
            JOIN public_document d ON d.document_id = o.document_id
            WHERE p.document_id = NEW.document_id
            AND EXISTS (SELECT 1 FROM public_document n WHERE n.document_id = p.document_id)) THEN
        RAISE EXCEPTION 'two-documents-of-an-entry' USING ERRCODE = 'GK208';
    END IF;
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION project_one_document() FROM PUBLIC;

CREATE CONSTRAINT TRIGGER project_one_document AFTER INSERT ON edition
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION project_one_document();
CREATE CONSTRAINT TRIGGER project_one_document AFTER INSERT ON restoration
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION project_one_document();
