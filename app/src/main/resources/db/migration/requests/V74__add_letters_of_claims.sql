-- 更正、投诉的告知书: a letter belongs to a request, or to a correction or complaint with the end that it tells (条例 art. 41).
ALTER TABLE request_letter ALTER COLUMN case_id DROP NOT NULL;
ALTER TABLE request_letter ADD COLUMN claim_id bigint REFERENCES request_claim (id);
ALTER TABLE request_letter ADD COLUMN claim_step text;
ALTER TABLE request_letter ADD CONSTRAINT request_letter_of_one CHECK (num_nonnulls(case_id, claim_id) = 1);
ALTER TABLE request_letter ADD CONSTRAINT request_letter_tells_an_end CHECK ((claim_id IS NULL) = (claim_step IS NULL));
CREATE INDEX request_letter_claim ON request_letter (claim_id, id) WHERE claim_id IS NOT NULL;
CREATE UNIQUE INDEX request_letter_one_end ON request_letter (claim_id)
    WHERE claim_id IS NOT NULL AND state IN ('DRAFT', 'SUBMITTED', 'REVIEWED', 'SIGNED', 'MADE');

-- 查询码: follows from number and generation, as for requests (ADR 0167).
ALTER TABLE request_claim ADD COLUMN secret_generation integer NOT NULL DEFAULT 1 CHECK (secret_generation > 0);
GRANT UPDATE (secret_generation) ON request_claim TO gongkai_app;

-- 个人信息保护法 art. 47: finished letters name who claimed; they go with the identity.
CREATE FUNCTION erase_request_claim_letter_files() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM request_letter_file WHERE letter_id IN (SELECT id FROM request_letter WHERE claim_id = OLD.claim_id);
    RETURN OLD;
END $$;
CREATE TRIGGER request_claim_letter_files_erased AFTER DELETE ON request_claim_person
    FOR EACH ROW EXECUTE FUNCTION erase_request_claim_letter_files();
