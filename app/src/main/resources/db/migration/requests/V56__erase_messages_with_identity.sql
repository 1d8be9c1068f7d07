-- 个人信息保护法 art. 47: what applicant and office wrote to each other is full of how to reach people; it goes with the identity,
-- as its pictures do, whoever erases that and by whatever right.
CREATE OR REPLACE FUNCTION erase_request_proofs() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM request_proof WHERE case_id = OLD.case_id;
    DELETE FROM request_message WHERE case_id = OLD.case_id;
    RETURN OLD;
END $$;
REVOKE ALL ON FUNCTION erase_request_proofs() FROM PUBLIC;
