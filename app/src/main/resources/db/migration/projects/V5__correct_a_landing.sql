-- 落地更正: a landing that was recorded wrongly is recorded anew, with the reason; what stood before stays.
ALTER TABLE project_landing ADD COLUMN number integer NOT NULL DEFAULT 1 CHECK (number > 0),
    ADD COLUMN reason text NOT NULL DEFAULT '';
ALTER TABLE project_landing ALTER COLUMN number DROP DEFAULT, ALTER COLUMN reason DROP DEFAULT,
    ADD CHECK ((number = 1) = (reason = '')),
    DROP CONSTRAINT project_landing_pkey,
    ADD PRIMARY KEY (project_id, number);

-- The first is 1, and each one more than the last.
CREATE FUNCTION project_landing_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM 1 FROM key_project WHERE id = NEW.project_id FOR UPDATE;
    IF NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM project_landing WHERE project_id = NEW.project_id) THEN
        RAISE EXCEPTION 'landing-number-skips' USING ERRCODE = 'GK209';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER landing_gate BEFORE INSERT ON project_landing
    FOR EACH ROW EXECUTE FUNCTION project_landing_gate();
REVOKE EXECUTE ON FUNCTION project_landing_gate() FROM PUBLIC;

-- The landing that counts.
CREATE VIEW project_landed AS
    SELECT DISTINCT ON (project_id) * FROM project_landing ORDER BY project_id, number DESC;
GRANT SELECT ON project_landed TO gongkai_app;
