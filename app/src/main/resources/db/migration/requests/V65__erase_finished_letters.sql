-- 个人信息保护法 art. 47: finished letters name who asked; they go with the identity. Their signed text, which holds a mark
-- and no name, stays.
CREATE FUNCTION erase_request_letter_files() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM request_letter_file WHERE letter_id IN (SELECT id FROM request_letter WHERE case_id = OLD.case_id);
    RETURN OLD;
END $$;
CREATE TRIGGER request_letter_files_erased AFTER DELETE ON request_identity
    FOR EACH ROW EXECUTE FUNCTION erase_request_letter_files();
