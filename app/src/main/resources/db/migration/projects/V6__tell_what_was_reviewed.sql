-- What everybody reads of a project itself is what the paper says that reviewers signed, not what somebody typed since.
ALTER TABLE project_publication ADD COLUMN project_version integer;
ALTER TABLE project_publication DISABLE TRIGGER kept;
UPDATE project_publication p SET project_version = coalesce(
    (SELECT max(k.number) FROM key_project_version k
        JOIN project_entry e ON e.project_id = k.project_id
        JOIN project_entry_version v ON v.entry_id = e.id
        WHERE v.id = p.version_id AND k.at <= p.prepared_at), 1);
ALTER TABLE project_publication ENABLE TRIGGER kept;
ALTER TABLE project_publication ALTER COLUMN project_version SET NOT NULL, ADD CHECK (project_version > 0);

-- A consent binds the investor who gave it, and nobody who comes after.
ALTER TABLE project_consent ADD COLUMN investor text;
ALTER TABLE project_consent DISABLE TRIGGER kept;
UPDATE project_consent c SET investor =
    (SELECT k.investor FROM key_project_version k WHERE k.project_id = c.project_id AND (k.at <= c.at OR k.number = 1)
        ORDER BY k.number DESC LIMIT 1);
ALTER TABLE project_consent ENABLE TRIGGER kept;
ALTER TABLE project_consent ALTER COLUMN investor SET NOT NULL;

CREATE FUNCTION project_investor(asked bigint) RETURNS text
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT investor FROM key_project_version WHERE project_id = asked ORDER BY number DESC LIMIT 1
$$;

CREATE FUNCTION project_consent_binds() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    NEW.investor := project_investor(NEW.project_id);
    RETURN NEW;
END $$;
CREATE TRIGGER consent_binds BEFORE INSERT ON project_consent
    FOR EACH ROW EXECUTE FUNCTION project_consent_binds();

CREATE OR REPLACE FUNCTION project_obstacle(asked_version bigint, asked_consent bigint) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    v project_entry_version%ROWTYPE;
    c project_consent%ROWTYPE;
    project bigint;
BEGIN
    SELECT * INTO STRICT v FROM project_entry_version WHERE id = asked_version;
    SELECT project_id INTO STRICT project FROM project_entry WHERE id = v.entry_id;
    IF v.number <> (SELECT max(number) FROM project_entry_version WHERE entry_id = v.entry_id) THEN
        RETURN 'replaced';
    END IF;
    IF EXISTS (SELECT 1 FROM project_screened WHERE version_id = v.id AND outcome IS NULL)
        OR EXISTS (SELECT 1 FROM project_screening s JOIN project_field f ON f.id = s.field_id
            JOIN project_entry_version w ON w.entry_id = v.entry_id AND w.written_by = s.screened_by
            WHERE f.version_id = v.id) THEN
        RETURN 'unscreened';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM project_screened WHERE version_id = v.id AND outcome = 'OPEN') THEN
        RETURN 'nothing-open';
    END IF;
    IF NOT v.negotiation THEN
        RETURN CASE WHEN asked_consent IS NULL THEN NULL ELSE 'not-covered' END;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM project_landing WHERE project_id = project) THEN
        RETURN 'not-landed';
    END IF;
    IF asked_consent IS NULL THEN
        RETURN 'no-consent';
    END IF;
    SELECT * INTO STRICT c FROM project_consent WHERE id = asked_consent;
    IF c.project_id <> project OR NOT v.stage = ANY (c.stages) OR NOT v.kind = ANY (c.kinds) THEN
        RETURN 'not-covered';
    END IF;
    IF EXISTS (SELECT 1 FROM project_consent_end WHERE consent_id = c.id) THEN
        RETURN 'consent-ended';
    END IF;
    IF c.investor <> project_investor(project) THEN
        RETURN 'no-consent';
    END IF;
    RETURN NULL;
END $$;

-- What a paper tells of the project is its newest version.
CREATE FUNCTION project_publication_tells() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.project_version IS DISTINCT FROM (SELECT max(k.number) FROM key_project_version k
            JOIN project_entry e ON e.project_id = k.project_id
            JOIN project_entry_version v ON v.entry_id = e.id WHERE v.id = NEW.version_id) THEN
        RAISE EXCEPTION 'replaced' USING ERRCODE = 'GK204';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER publication_tells BEFORE INSERT ON project_publication
    FOR EACH ROW EXECUTE FUNCTION project_publication_tells();

-- The versions of an entry that say what one of its fields says, by name or in words; of a state secret, all of them.
CREATE FUNCTION project_saying(asked bigint, everything boolean) RETURNS SETOF bigint
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT DISTINCT w.id FROM project_field f
    JOIN project_entry_version v ON v.id = f.version_id
    JOIN project_entry_version w ON w.entry_id = v.entry_id
    JOIN project_field g ON g.version_id = w.id
    WHERE f.id = asked AND (everything OR g.id = f.id OR g.name = f.name OR (f.value <> '' AND g.value = f.value))
$$;
GRANT EXECUTE ON FUNCTION project_saying(bigint, boolean) TO gongkai_app;

CREATE OR REPLACE FUNCTION project_hides() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    row jsonb := to_jsonb(NEW);
    field bigint;
BEGIN
    CASE TG_TABLE_NAME
    WHEN 'withdrawal' THEN
        PERFORM project_hide(id, 'DOCUMENT_GONE', (row ->> 'withdrawn_at')::timestamptz)
            FROM project_publication WHERE document_id = (row ->> 'document_id')::uuid;
    WHEN 'document' THEN
        PERFORM project_hide(id, 'DOCUMENT_GONE', (row ->> 'changed_at')::timestamptz)
            FROM project_publication WHERE document_id = (row ->> 'id')::uuid;
    WHEN 'project_consent_end' THEN
        PERFORM project_hide(id, 'CONSENT_ENDED', (row ->> 'at')::timestamptz)
            FROM project_publication WHERE consent_id = (row ->> 'consent_id')::bigint;
    WHEN 'project_screening' THEN
        field := (row ->> 'field_id')::bigint;
        IF row ->> 'outcome' <> 'OPEN' THEN
            PERFORM project_hide(p.id, 'SCREENED', (row ->> 'screened_at')::timestamptz)
                FROM project_publication p
                WHERE p.version_id IN (SELECT project_saying(field, row ->> 'outcome' = 'STATE_SECRET'));
        END IF;
        IF row ->> 'outcome' = 'STATE_SECRET' THEN
            UPDATE project_field g SET value = '' FROM project_field f
                JOIN project_entry_version v ON v.id = f.version_id
                JOIN project_entry_version w ON w.entry_id = v.entry_id
                WHERE f.id = field AND g.version_id = w.id
                    AND (g.id = f.id OR g.name = f.name OR (f.value <> '' AND g.value = f.value));
        END IF;
    WHEN 'project_entry_version' THEN
        -- What turns out to be of the negotiation is public no more by what it was taken for.
        PERFORM project_hide(p.id, 'SCREENED', (row ->> 'written_at')::timestamptz)
            FROM project_publication p JOIN project_entry_version w ON w.id = p.version_id
            WHERE w.entry_id = (row ->> 'entry_id')::bigint AND NOT w.negotiation;
    END CASE;
    RETURN NULL;
END $$;
CREATE TRIGGER project_hides AFTER INSERT ON project_entry_version
    FOR EACH ROW WHEN (NEW.kind IN ('TALKS', 'AGREEMENT', 'SUPPORT')) EXECUTE FUNCTION project_hides();

REVOKE EXECUTE ON FUNCTION project_investor(bigint), project_consent_binds(), project_publication_tells(),
    project_saying(bigint, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION project_investor(bigint), project_saying(bigint, boolean) TO gongkai_app;
