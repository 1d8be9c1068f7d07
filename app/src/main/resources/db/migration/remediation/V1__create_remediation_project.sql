-- 环境整治项目: what is said of a project is written in revisions, each whole, added and never changed; a second person
-- releases one or gives it back; only what was released is public. Error codes GK2nn are the application's to explain.
CREATE TABLE remediation_project (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id   bigint NOT NULL,
    -- for everybody, never given twice
    number      text NOT NULL UNIQUE CHECK (number ~ '^[0-9]{4}-[0-9]{3,6}$'),
    medium      text NOT NULL CHECK (medium IN ('WATER', 'AIR', 'SOIL'))
);
CREATE INDEX remediation_project_of_agency ON remediation_project (agency_id, id DESC);

CREATE TABLE remediation_revision (
    project_id  bigint NOT NULL REFERENCES remediation_project (id),
    number      integer NOT NULL CHECK (number > 0),
    -- JSON, kept as the text that was hashed
    content     text NOT NULL CHECK (jsonb_typeof(content::jsonb) = 'object'),
    sha256      text NOT NULL CHECK (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    -- what was changed and why
    reason      text NOT NULL CHECK (reason <> ''),
    person_id   bigint NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (project_id, number)
);

CREATE TABLE remediation_verdict (
    project_id    bigint NOT NULL,
    number        integer NOT NULL,
    sha256        text NOT NULL,
    released      boolean NOT NULL,
    reason        text NOT NULL DEFAULT '' CHECK (released OR reason <> ''),
    person_id     bigint NOT NULL,
    -- the absent person whose deputy signed
    on_behalf_of  bigint,
    at            timestamptz NOT NULL,
    PRIMARY KEY (project_id, number),
    FOREIGN KEY (project_id, number) REFERENCES remediation_revision (project_id, number)
);

-- From here on the project is public: its first published document.
CREATE TABLE remediation_opening (
    project_id    bigint PRIMARY KEY REFERENCES remediation_project (id),
    document_id   uuid NOT NULL,
    index_number  text NOT NULL,
    at            timestamptz NOT NULL
);

-- A unit's name without spaces and with one width of signs.
CREATE FUNCTION remediation_unit(name text) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT lower(regexp_replace(normalize(name, NFKC), '\s', '', 'g')) $$;

CREATE FUNCTION remediation_revision_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    c jsonb := NEW.content::jsonb;
    before jsonb;
    kept integer;
BEGIN
    PERFORM 1 FROM remediation_project WHERE id = NEW.project_id FOR UPDATE;
    IF NEW.number <> 1 + coalesce((SELECT max(number) FROM remediation_revision WHERE project_id = NEW.project_id), 0) THEN
        RAISE EXCEPTION 'revision-number-skips' USING ERRCODE = 'GK201';
    END IF;
    IF c ->> 'medium' <> (SELECT medium FROM remediation_project WHERE id = NEW.project_id) THEN
        RAISE EXCEPTION 'medium-is-fixed' USING ERRCODE = 'GK202';
    END IF;
    IF jsonb_typeof(c -> 'acceptance') = 'object' THEN
        IF jsonb_typeof(c -> 'completion') IS DISTINCT FROM 'object' THEN
            RAISE EXCEPTION 'accepted-before-completed' USING ERRCODE = 'GK203';
        END IF;
        IF remediation_unit(c #>> '{acceptance,by}') = remediation_unit(c #>> '{facts,unit}') THEN
            RAISE EXCEPTION 'accepts-its-own-work' USING ERRCODE = 'GK203';
        END IF;
        IF coalesce(c #>> '{acceptance,evidence}', '') = ''
            OR (c #>> '{acceptance,on}')::date < (c #>> '{completion,on}')::date THEN
            RAISE EXCEPTION 'accepted-without-evidence' USING ERRCODE = 'GK203';
        END IF;
    END IF;
    IF EXISTS (SELECT 1 FROM jsonb_array_elements(c -> 'pictures') p WHERE coalesce(btrim(p ->> 'alt'), '') = '') THEN
        RAISE EXCEPTION 'picture-without-words' USING ERRCODE = 'GK204';
    END IF;
    -- What everybody has read of the deadline is not written over: a later one is an extension.
    SELECT r.content::jsonb INTO before FROM remediation_revision r JOIN remediation_verdict v USING (project_id, number)
        WHERE r.project_id = NEW.project_id AND v.released ORDER BY r.number DESC LIMIT 1;
    IF before IS NOT NULL THEN
        kept := jsonb_array_length(before -> 'extensions');
        IF c #>> '{facts,deadline}' <> before #>> '{facts,deadline}'
            OR jsonb_array_length(c -> 'extensions') < kept
            OR EXISTS (SELECT 1 FROM generate_series(0, kept - 1) i
                       WHERE c -> 'extensions' -> i <> before -> 'extensions' -> i) THEN
            RAISE EXCEPTION 'deadline-written-over' USING ERRCODE = 'GK205';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER remediation_revision_gate BEFORE INSERT ON remediation_revision
    FOR EACH ROW EXECUTE FUNCTION remediation_revision_gate();

-- Two people: whoever wrote anything since the last release does not sign it, not by a deputy either.
CREATE FUNCTION remediation_verdict_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    r remediation_revision%ROWTYPE;
    last_released integer;
BEGIN
    PERFORM 1 FROM remediation_project WHERE id = NEW.project_id FOR UPDATE;
    SELECT * INTO STRICT r FROM remediation_revision
        WHERE project_id = NEW.project_id ORDER BY number DESC LIMIT 1;
    IF r.number <> NEW.number OR r.sha256 <> NEW.sha256 THEN
        RAISE EXCEPTION 'signed-content-is-not-current' USING ERRCODE = 'GK206';
    END IF;
    IF NEW.at < r.at THEN
        RAISE EXCEPTION 'clock-runs-backwards' USING ERRCODE = 'GK206';
    END IF;
    SELECT coalesce(max(number), 0) INTO last_released FROM remediation_verdict
        WHERE project_id = NEW.project_id AND released;
    IF NEW.released AND EXISTS (
            SELECT 1 FROM remediation_revision w WHERE w.project_id = NEW.project_id AND w.number > last_released
            AND w.person_id IN (NEW.person_id, coalesce(NEW.on_behalf_of, NEW.person_id))) THEN
        RAISE EXCEPTION 'writer-releases' USING ERRCODE = 'GK207';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER remediation_verdict_gate BEFORE INSERT ON remediation_verdict
    FOR EACH ROW EXECUTE FUNCTION remediation_verdict_gate();

CREATE FUNCTION remediation_opening_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
            SELECT 1 FROM remediation_revision r JOIN remediation_verdict v USING (project_id, number),
                jsonb_array_elements(r.content::jsonb -> 'stages') s
            WHERE r.project_id = NEW.project_id AND v.released
            AND s #>> '{document,id}' = NEW.document_id::text) THEN
        RAISE EXCEPTION 'nothing-was-released' USING ERRCODE = 'GK208';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER remediation_opening_gate BEFORE INSERT ON remediation_opening
    FOR EACH ROW EXECUTE FUNCTION remediation_opening_gate();

-- 公开内容: what everybody may read, and the only thing public pages ask.
CREATE VIEW public_remediation AS
    SELECT DISTINCT ON (p.id) p.id, p.agency_id, p.number AS project_number, r.number, r.content, r.sha256, r.reason,
        r.person_id, r.at, v.at AS released_at
    FROM remediation_project p
    JOIN remediation_opening o ON o.project_id = p.id
    JOIN remediation_revision r ON r.project_id = p.id
    JOIN remediation_verdict v ON v.project_id = r.project_id AND v.number = r.number AND v.released
    ORDER BY p.id, r.number DESC;

GRANT SELECT, INSERT ON remediation_project, remediation_revision, remediation_verdict, remediation_opening TO gongkai_app;
GRANT SELECT ON public_remediation TO gongkai_app;
