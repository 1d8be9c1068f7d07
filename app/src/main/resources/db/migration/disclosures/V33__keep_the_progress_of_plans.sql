-- 规划落实情况: tasks and figures of a public plan, and by period what was reached, by which published report; written
-- in revisions, each whole, and public when a second person has released it and as long as the plan is.
CREATE TABLE plan_progress_revision (
    document_id  uuid NOT NULL REFERENCES document (id),
    number       integer NOT NULL CHECK (number > 0),
    -- JSON, kept as the text that was hashed
    content      text NOT NULL CHECK (jsonb_typeof(content::jsonb -> 'tasks') = 'array' AND jsonb_typeof(content::jsonb -> 'statuses') = 'array'),
    sha256       text NOT NULL CHECK (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    person_id    bigint NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (document_id, number)
);

CREATE TABLE plan_progress_verdict (
    document_id   uuid NOT NULL,
    number        integer NOT NULL,
    sha256        text NOT NULL,
    released      boolean NOT NULL,
    reason        text NOT NULL DEFAULT '' CHECK (released OR reason <> ''),
    person_id     bigint NOT NULL,
    on_behalf_of  bigint,
    at            timestamptz NOT NULL,
    PRIMARY KEY (document_id, number),
    FOREIGN KEY (document_id, number) REFERENCES plan_progress_revision (document_id, number)
);

CREATE FUNCTION plan_progress_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    r plan_progress_revision%ROWTYPE;
    last_released integer;
BEGIN
    PERFORM 1 FROM document WHERE id = NEW.document_id FOR UPDATE;
    SELECT * INTO STRICT r FROM plan_progress_revision
        WHERE document_id = NEW.document_id ORDER BY number DESC LIMIT 1;
    IF r.number <> NEW.number OR r.sha256 <> NEW.sha256 OR NEW.at < r.at THEN
        RAISE EXCEPTION 'signed-content-is-not-current' USING ERRCODE = 'GK206';
    END IF;
    SELECT coalesce(max(number), 0) INTO last_released FROM plan_progress_verdict
        WHERE document_id = NEW.document_id AND released;
    IF NEW.released AND EXISTS (
            SELECT 1 FROM plan_progress_revision w WHERE w.document_id = NEW.document_id AND w.number > last_released
            AND w.person_id IN (NEW.person_id, coalesce(NEW.on_behalf_of, NEW.person_id))) THEN
        RAISE EXCEPTION 'writer-releases' USING ERRCODE = 'GK207';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER plan_progress_gate BEFORE INSERT ON plan_progress_verdict
    FOR EACH ROW EXECUTE FUNCTION plan_progress_gate();

CREATE VIEW public_plan_progress AS
    SELECT r.*, v.at AS released_at FROM plan_progress_revision r
    JOIN plan_progress_verdict v ON v.document_id = r.document_id AND v.number = r.number AND v.released
    JOIN public_document p ON p.document_id = r.document_id AND p.kind = 'PLAN';

GRANT SELECT, INSERT ON plan_progress_revision, plan_progress_verdict TO gongkai_app;
GRANT SELECT ON public_plan_progress TO gongkai_app;
