-- 身份证明图片、委托书: pictures and scans, each sealed with a key that is not in the database. One without a case was uploaded
-- with a form that has not been sent; it goes after a day.
CREATE TABLE request_proof (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     bigint REFERENCES request_case (id),
    -- The hash of the code by which the form names it; bound into the seal.
    code_key    text NOT NULL,
    what        text NOT NULL CHECK (what IN ('IDENTITY', 'MANDATE')),
    media_type  text NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'application/pdf')),
    size        integer NOT NULL CHECK (size > 0),
    sealed      bytea NOT NULL,
    kept_at     timestamptz NOT NULL
);
CREATE UNIQUE INDEX request_proof_waiting ON request_proof (code_key) WHERE case_id IS NULL;
CREATE INDEX request_proof_case ON request_proof (case_id, id) WHERE case_id IS NOT NULL;
CREATE INDEX request_proof_age ON request_proof (kept_at) WHERE case_id IS NULL;

-- 个人信息保护法 art. 47: whenever the identity of a request is erased, its pictures go with it, whoever erases it.
CREATE FUNCTION erase_request_proofs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM request_proof WHERE case_id = OLD.case_id;
    RETURN OLD;
END $$;
CREATE TRIGGER request_identity_erased AFTER DELETE ON request_identity
    FOR EACH ROW EXECUTE FUNCTION erase_request_proofs();

ALTER TABLE request_try DROP CONSTRAINT request_try_what_check;
ALTER TABLE request_try ADD CONSTRAINT request_try_what_check
    CHECK (what IN ('REQUEST', 'PROVED_REQUEST', 'WRONG_SECRET', 'PROOF', 'UPLOAD'));

GRANT SELECT, INSERT, DELETE ON request_proof TO gongkai_app;
