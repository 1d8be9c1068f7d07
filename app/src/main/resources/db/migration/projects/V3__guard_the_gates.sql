-- The gates of publication 公开关口, repeated by the database. Refusals have the codes GK2nn.

-- 已落地、实施中、已完成: only what has landed.
CREATE FUNCTION project_state_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.state IN ('LANDED', 'UNDER_WAY', 'COMPLETED')
        AND NOT EXISTS (SELECT 1 FROM project_landing WHERE project_id = NEW.project_id) THEN
        RAISE EXCEPTION 'has-not-landed' USING ERRCODE = 'GK203';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER state_gate BEFORE INSERT ON key_project_version
    FOR EACH ROW EXECUTE FUNCTION project_state_gate();

-- What was found of a field last.
CREATE VIEW project_screened AS
    SELECT f.id AS field_id, f.version_id, f.position, f.name, f.value, s.id AS screening_id, s.outcome, s.ground,
           s.screened_by, s.screened_at
    FROM project_field f
    LEFT JOIN LATERAL (SELECT * FROM project_screening WHERE field_id = f.id ORDER BY id DESC LIMIT 1) s ON true;

-- Nobody screens what they wrote; what was once marked a secret stays one.
CREATE FUNCTION project_screening_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    entry bigint;
BEGIN
    SELECT v.entry_id INTO STRICT entry FROM project_field f JOIN project_entry_version v ON v.id = f.version_id
        WHERE f.id = NEW.field_id;
    PERFORM 1 FROM project_entry WHERE id = entry FOR UPDATE;
    IF EXISTS (SELECT 1 FROM project_entry_version WHERE entry_id = entry AND written_by = NEW.screened_by) THEN
        RAISE EXCEPTION 'writer-screens' USING ERRCODE = 'GK201';
    END IF;
    IF NEW.outcome = 'OPEN' AND EXISTS (SELECT 1 FROM project_screening
            WHERE field_id = NEW.field_id AND outcome IN ('STATE_SECRET', 'TRADE_SECRET')) THEN
        RAISE EXCEPTION 'was-marked-secret' USING ERRCODE = 'GK202';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER screening_gate BEFORE INSERT ON project_screening
    FOR EACH ROW EXECUTE FUNCTION project_screening_gate();

-- Why this publication may not be public now; null where it may.
CREATE FUNCTION project_obstacle(asked_version bigint, asked_consent bigint) RETURNS text
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
    RETURN NULL;
END $$;

CREATE FUNCTION project_publication_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    obstacle text;
BEGIN
    PERFORM 1 FROM project_entry e JOIN project_entry_version v ON v.entry_id = e.id WHERE v.id = NEW.version_id
        FOR UPDATE OF e;
    PERFORM 1 FROM project_consent WHERE id = NEW.consent_id FOR UPDATE;
    obstacle := project_obstacle(NEW.version_id, NEW.consent_id);
    IF obstacle IS NULL
        AND NEW.last_screening <> (SELECT max(screening_id) FROM project_screened WHERE version_id = NEW.version_id) THEN
        obstacle := 'screened-again';
    END IF;
    IF obstacle IS NOT NULL THEN
        RAISE EXCEPTION '%', obstacle USING ERRCODE = 'GK204';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER publication_gate BEFORE INSERT ON project_publication
    FOR EACH ROW EXECUTE FUNCTION project_publication_gate();

-- At the moment of publication, and whenever a document is shown again, all of it is asked once more; and the document
-- says what was screened and nothing besides. It comes before the other gates by its name. GK013 is for the desk of
-- documents to explain.
CREATE FUNCTION project_edition_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    p project_publication%ROWTYPE;
    obstacle text;
BEGIN
    SELECT * INTO p FROM project_publication WHERE document_id = NEW.document_id;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    PERFORM 1 FROM project_entry e JOIN project_entry_version v ON v.entry_id = e.id WHERE v.id = p.version_id
        FOR UPDATE OF e;
    PERFORM 1 FROM project_consent WHERE id = p.consent_id FOR UPDATE;
    obstacle := project_obstacle(p.version_id, p.consent_id);
    IF obstacle IS NULL
        AND p.last_screening <> (SELECT max(screening_id) FROM project_screened WHERE version_id = p.version_id) THEN
        obstacle := 'screened-again';
    END IF;
    IF obstacle IS NULL AND TG_TABLE_NAME = 'edition' AND to_jsonb(NEW) ->> 'sha256' <> p.sha256 THEN
        obstacle := 'says-something-else';
    END IF;
    IF obstacle IS NOT NULL THEN
        RAISE EXCEPTION '%', obstacle USING ERRCODE = 'GK013';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER a_project_gate BEFORE INSERT ON edition
    FOR EACH ROW EXECUTE FUNCTION project_edition_gate();
CREATE TRIGGER a_project_gate BEFORE INSERT ON restoration
    FOR EACH ROW EXECUTE FUNCTION project_edition_gate();

CREATE FUNCTION project_hide(hidden bigint, why text, moment timestamptz) RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO project_public_event (publication_id, project_id, what, at)
        SELECT publication_id, project_id, why, moment FROM project_public_entry WHERE publication_id = hidden;
    DELETE FROM project_public_entry WHERE publication_id = hidden;
END $$;

CREATE FUNCTION project_shows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    p project_publication%ROWTYPE;
    e project_entry%ROWTYPE;
    moment timestamptz := CASE TG_TABLE_NAME WHEN 'edition' THEN (to_jsonb(NEW) ->> 'published_at')::timestamptz
        ELSE (to_jsonb(NEW) ->> 'restored_at')::timestamptz END;
BEGIN
    SELECT * INTO p FROM project_publication WHERE document_id = NEW.document_id;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    SELECT n.* INTO STRICT e FROM project_entry n JOIN project_entry_version v ON v.entry_id = n.id
        WHERE v.id = p.version_id;
    DELETE FROM project_public_entry WHERE entry_id = e.id;
    INSERT INTO project_public_entry (publication_id, entry_id, project_id, at) VALUES (p.id, e.id, e.project_id, moment);
    INSERT INTO project_public_field (publication_id, position, name, value, outcome, ground)
        SELECT p.id, position, CASE outcome WHEN 'STATE_SECRET' THEN '' ELSE name END,
               CASE outcome WHEN 'OPEN' THEN value END, outcome, ground
        FROM project_screened WHERE version_id = p.version_id;
    INSERT INTO project_public_event (publication_id, project_id, what, at)
        VALUES (p.id, e.project_id, 'RELEASED', moment);
    RETURN NULL;
END $$;
CREATE TRIGGER project_shows AFTER INSERT ON edition FOR EACH ROW EXECUTE FUNCTION project_shows();
CREATE TRIGGER project_shows AFTER INSERT ON restoration FOR EACH ROW EXECUTE FUNCTION project_shows();

CREATE FUNCTION project_hides() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    row jsonb := to_jsonb(NEW);
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
        IF row ->> 'outcome' = 'STATE_SECRET' THEN
            UPDATE project_field SET value = '' WHERE id = (row ->> 'field_id')::bigint;
        END IF;
        IF row ->> 'outcome' <> 'OPEN' THEN
            PERFORM project_hide(p.id, 'SCREENED', (row ->> 'screened_at')::timestamptz)
                FROM project_publication p JOIN project_field f ON f.version_id = p.version_id
                WHERE f.id = (row ->> 'field_id')::bigint;
        END IF;
    END CASE;
    RETURN NULL;
END $$;
CREATE TRIGGER project_hides AFTER INSERT ON withdrawal FOR EACH ROW EXECUTE FUNCTION project_hides();
CREATE TRIGGER project_hides AFTER UPDATE OF state ON document
    FOR EACH ROW WHEN (NEW.state = 'PURGED') EXECUTE FUNCTION project_hides();
CREATE TRIGGER project_hides AFTER INSERT ON project_consent_end FOR EACH ROW EXECUTE FUNCTION project_hides();
CREATE TRIGGER project_hides AFTER INSERT ON project_screening FOR EACH ROW EXECUTE FUNCTION project_hides();

-- Nobody, not even the owner by mistake, changes the record.
CREATE FUNCTION project_record_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'record-is-append-only: %', TG_TABLE_NAME USING ERRCODE = 'GK010';
END $$;
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON project_consent
    FOR EACH STATEMENT EXECUTE FUNCTION project_record_is_kept();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON project_consent_end
    FOR EACH STATEMENT EXECUTE FUNCTION project_record_is_kept();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON project_screening
    FOR EACH STATEMENT EXECUTE FUNCTION project_record_is_kept();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON project_publication
    FOR EACH STATEMENT EXECUTE FUNCTION project_record_is_kept();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON project_public_event
    FOR EACH STATEMENT EXECUTE FUNCTION project_record_is_kept();

GRANT SELECT ON project_screened TO gongkai_app;
REVOKE EXECUTE ON FUNCTION project_state_gate(), project_screening_gate(), project_publication_gate(),
    project_edition_gate(), project_hide(bigint, text, timestamptz), project_shows(), project_hides(),
    project_record_is_kept(), project_obstacle(bigint, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION project_obstacle(bigint, bigint) TO gongkai_app;
