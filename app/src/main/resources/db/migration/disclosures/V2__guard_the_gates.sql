-- The gates 三审三关, repeated by the database. Error codes GK0nn are the application's to explain.

CREATE FUNCTION signature_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    r revision%ROWTYPE;
    place integer;
BEGIN
    PERFORM 1 FROM document WHERE id = NEW.document_id FOR UPDATE;
    SELECT * INTO STRICT r FROM revision WHERE id = NEW.revision_id;
    IF r.document_id <> NEW.document_id OR r.sha256 <> NEW.sha256
        OR r.number <> (SELECT max(number) FROM revision WHERE document_id = NEW.document_id)
        OR r.sha256 <> (SELECT sha256 FROM draft WHERE document_id = NEW.document_id) THEN
        RAISE EXCEPTION 'signed-content-is-not-current' USING ERRCODE = 'GK001';
    END IF;
    IF EXISTS (SELECT 1 FROM review_return WHERE revision_id = r.id) THEN
        RAISE EXCEPTION 'revision-was-returned' USING ERRCODE = 'GK002';
    END IF;
    place := array_position(r.levels, NEW.level);
    IF place IS NULL THEN
        RAISE EXCEPTION 'no-such-level' USING ERRCODE = 'GK003';
    END IF;
    IF place - 1 > (SELECT count(*) FROM signature WHERE revision_id = r.id
                    AND level = ANY (r.levels[1:place - 1])) THEN
        RAISE EXCEPTION 'earlier-level-unsigned' USING ERRCODE = 'GK003';
    END IF;
    IF EXISTS (SELECT 1 FROM drafter WHERE document_id = NEW.document_id AND person_id = NEW.signer) THEN
        RAISE EXCEPTION 'drafter-signs' USING ERRCODE = 'GK004';
    END IF;
    IF EXISTS (SELECT 1 FROM signature WHERE document_id = NEW.document_id
               AND signer = NEW.signer AND level <> NEW.level) THEN
        RAISE EXCEPTION 'two-levels-one-person' USING ERRCODE = 'GK005';
    END IF;
    IF NEW.signed_at < r.submitted_at THEN
        RAISE EXCEPTION 'clock-runs-backwards' USING ERRCODE = 'GK006';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER signature_gate BEFORE INSERT ON signature FOR EACH ROW EXECUTE FUNCTION signature_gate();

CREATE FUNCTION edition_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    r revision%ROWTYPE;
    d document%ROWTYPE;
    clock publication_clock%ROWTYPE;
BEGIN
    SELECT * INTO STRICT d FROM document WHERE id = NEW.document_id FOR UPDATE;
    SELECT * INTO STRICT r FROM revision WHERE id = NEW.revision_id;
    IF r.document_id <> NEW.document_id OR r.sha256 <> NEW.sha256 OR r.content IS NULL
        OR r.number <> (SELECT max(number) FROM revision WHERE document_id = NEW.document_id)
        OR r.sha256 <> (SELECT sha256 FROM draft WHERE document_id = NEW.document_id) THEN
        RAISE EXCEPTION 'published-content-is-not-the-signed-content' USING ERRCODE = 'GK001';
    END IF;
    IF EXISTS (SELECT 1 FROM review_return WHERE revision_id = r.id) THEN
        RAISE EXCEPTION 'revision-was-returned' USING ERRCODE = 'GK002';
    END IF;
    IF EXISTS (SELECT 1 FROM unnest(r.levels) AS needed WHERE NOT EXISTS (
            SELECT 1 FROM signature s
            WHERE s.revision_id = r.id AND s.level = needed AND s.sha256 = r.sha256)) THEN
        RAISE EXCEPTION 'not-signed-at-every-level' USING ERRCODE = 'GK003';
    END IF;
    IF (r.content::jsonb ->> 'attribute') IS DISTINCT FROM '主动公开' THEN
        RAISE EXCEPTION 'attribute-is-not-proactive' USING ERRCODE = 'GK007';
    END IF;
    IF EXISTS (SELECT 1 FROM withdrawal w WHERE w.document_id = NEW.document_id
               AND NOT EXISTS (SELECT 1 FROM restoration x WHERE x.withdrawal_id = w.id)) THEN
        RAISE EXCEPTION 'is-withdrawn' USING ERRCODE = 'GK009';
    END IF;
    IF (SELECT count(*) FROM purge_word WHERE document_id = NEW.document_id) >= 2 THEN
        RAISE EXCEPTION 'is-purged' USING ERRCODE = 'GK009';
    END IF;
    IF NEW.number <> 1 + (SELECT count(*) FROM edition WHERE document_id = NEW.document_id) THEN
        RAISE EXCEPTION 'edition-number-skips' USING ERRCODE = 'GK008';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM index_number WHERE document_id = NEW.document_id) THEN
        RAISE EXCEPTION 'no-index-number' USING ERRCODE = 'GK008';
    END IF;
    INSERT INTO publication_clock AS c (agency_id, latest) VALUES (d.agency_id, NEW.published_at)
        ON CONFLICT (agency_id) DO UPDATE SET latest = greatest(c.latest, excluded.latest)
        RETURNING * INTO clock;
    IF clock.latest > NEW.published_at
        OR NEW.published_at < (SELECT max(signed_at) FROM signature WHERE revision_id = r.id) THEN
        RAISE EXCEPTION 'clock-runs-backwards' USING ERRCODE = 'GK006';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER edition_gate BEFORE INSERT ON edition FOR EACH ROW EXECUTE FUNCTION edition_gate();

CREATE FUNCTION withdrawal_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM 1 FROM document WHERE id = NEW.document_id FOR UPDATE;
    IF NOT EXISTS (SELECT 1 FROM public_document WHERE document_id = NEW.document_id) THEN
        RAISE EXCEPTION 'is-not-public' USING ERRCODE = 'GK009';
    END IF;
    RETURN NEW;
END $$;

-- What anybody may read: written by the triggers below and by nothing else.
-- Page, list, search, feed, file and API all read from here.
CREATE TABLE public_document (
    document_id      uuid PRIMARY KEY REFERENCES document (id),
    edition_id       bigint NOT NULL UNIQUE REFERENCES edition (id),
    edition_number   integer NOT NULL,
    agency_id        bigint NOT NULL,
    section_id       bigint NOT NULL,
    column_id        bigint NOT NULL,
    kind             text NOT NULL,
    title            text NOT NULL,
    summary          text NOT NULL,
    document_number  text,
    formed_on        date,
    effective_on     date,
    expires_on       date,
    article20_item   integer,
    prefix           text NOT NULL,
    year             integer NOT NULL,
    sequence         integer NOT NULL,
    published_at     timestamptz NOT NULL,
    edited_at        timestamptz NOT NULL,
    UNIQUE (prefix, year, sequence)
);
CREATE INDEX public_document_column ON public_document (column_id, published_at DESC, document_id);
CREATE INDEX public_document_agency ON public_document (agency_id, published_at DESC, document_id);
CREATE INDEX public_document_section ON public_document (section_id, published_at DESC, document_id);
CREATE INDEX public_document_number ON public_document (document_number) WHERE document_number IS NOT NULL;

CREATE TABLE public_file (
    document_id  uuid NOT NULL REFERENCES document (id),
    sha256       text NOT NULL,
    name         text NOT NULL,
    media_type   text NOT NULL,
    role         text NOT NULL CHECK (role IN ('attachment', 'image')),
    PRIMARY KEY (document_id, sha256, role)
);
CREATE INDEX public_file_sha256 ON public_file (sha256);

CREATE FUNCTION iso_date(value text) RETURNS date
    LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN value ~ '^\d{4}-\d{2}-\d{2}$' THEN value::date END
$$;

CREATE FUNCTION show_to_public(shown uuid) RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM public_file WHERE document_id = shown;
    DELETE FROM public_document WHERE document_id = shown;
    INSERT INTO public_document
    SELECT d.id, e.id, e.number, d.agency_id, d.section_id, d.column_id, c.content ->> 'kind',
           c.content ->> 'title',
           left(btrim(regexp_replace(regexp_replace(c.content ->> 'bodyHtml', '<[^>]*>', ' ', 'g'), '(&[a-z#0-9]+;|\s)+', ' ', 'g')), 200),
           nullif(c.content -> 'fields' ->> 'documentNumber', ''),
           iso_date(c.content -> 'fields' ->> 'formedOn'),
           iso_date(c.content -> 'fields' ->> 'effectiveOn'),
           iso_date(c.content -> 'fields' ->> 'expiresOn'),
           (c.content ->> 'article20Item')::integer,
           n.prefix, n.year, n.sequence,
           (SELECT min(published_at) FROM edition WHERE document_id = d.id),
           e.published_at
    FROM document d
    JOIN edition e ON e.document_id = d.id
    JOIN revision r ON r.id = e.revision_id
    CROSS JOIN LATERAL (SELECT r.content::jsonb AS content) c
    JOIN index_number n ON n.document_id = d.id
    WHERE d.id = shown AND r.content IS NOT NULL
    ORDER BY e.number DESC LIMIT 1;

    INSERT INTO public_file
    SELECT DISTINCT ON (f.value ->> 'sha256', f.role)
           shown, f.value ->> 'sha256', f.value ->> 'name', f.value ->> 'mediaType', f.role
    FROM public_document p
    JOIN edition e ON e.id = p.edition_id
    JOIN revision r ON r.id = e.revision_id
    CROSS JOIN LATERAL (
        SELECT value, 'attachment' AS role FROM jsonb_array_elements(coalesce(r.content::jsonb -> 'attachments', '[]'))
        UNION ALL
        SELECT value, 'image' FROM jsonb_array_elements(coalesce(r.content::jsonb -> 'images', '[]'))
    ) f
    WHERE p.document_id = shown;
END $$;

CREATE FUNCTION hide_from_public(hidden uuid) RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM public_file WHERE document_id = hidden;
    DELETE FROM public_document WHERE document_id = hidden;
END $$;

CREATE FUNCTION edition_shows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM show_to_public(NEW.document_id);
    RETURN NULL;
END $$;
CREATE TRIGGER edition_shows AFTER INSERT ON edition FOR EACH ROW EXECUTE FUNCTION edition_shows();

CREATE TRIGGER withdrawal_gate BEFORE INSERT ON withdrawal FOR EACH ROW EXECUTE FUNCTION withdrawal_gate();
CREATE FUNCTION withdrawal_hides() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM hide_from_public(NEW.document_id);
    RETURN NULL;
END $$;
CREATE TRIGGER withdrawal_hides AFTER INSERT ON withdrawal FOR EACH ROW EXECUTE FUNCTION withdrawal_hides();

CREATE FUNCTION restoration_shows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.document_id <> (SELECT document_id FROM withdrawal WHERE id = NEW.withdrawal_id)
        OR (SELECT count(*) FROM purge_word WHERE document_id = NEW.document_id) >= 2 THEN
        RAISE EXCEPTION 'cannot-be-restored' USING ERRCODE = 'GK009';
    END IF;
    PERFORM show_to_public(NEW.document_id);
    RETURN NULL;
END $$;
CREATE TRIGGER restoration_shows AFTER INSERT ON restoration FOR EACH ROW EXECUTE FUNCTION restoration_shows();

-- A purge takes content away everywhere; the record of what was done stays. It runs on the second word.
CREATE FUNCTION purge_on_second_word() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM 1 FROM document WHERE id = NEW.document_id FOR UPDATE;
    IF (SELECT count(*) FROM purge_word WHERE document_id = NEW.document_id) >= 2 THEN
        PERFORM hide_from_public(NEW.document_id);
        UPDATE revision SET content = NULL, findings = '[]' WHERE document_id = NEW.document_id;
        UPDATE review_return SET reason = '—', passages = '[]' WHERE document_id = NEW.document_id;
        UPDATE draft SET content = '', sha256 = encode(sha256(''::bytea), 'hex') WHERE document_id = NEW.document_id;
        UPDATE document SET title = '', state = 'PURGED', awaiting_level = NULL, version = version + 1
            WHERE id = NEW.document_id;
        DELETE FROM publication_schedule WHERE document_id = NEW.document_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER purge_on_second_word AFTER INSERT ON purge_word
    FOR EACH ROW EXECUTE FUNCTION purge_on_second_word();

-- Nobody, not even the owner by mistake, deletes from the record.
CREATE FUNCTION record_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'record-is-append-only: %', TG_TABLE_NAME USING ERRCODE = 'GK010';
END $$;
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON revision FOR EACH STATEMENT EXECUTE FUNCTION record_is_kept();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON signature FOR EACH STATEMENT EXECUTE FUNCTION record_is_kept();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON edition FOR EACH STATEMENT EXECUTE FUNCTION record_is_kept();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON index_number FOR EACH STATEMENT EXECUTE FUNCTION record_is_kept();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON withdrawal FOR EACH STATEMENT EXECUTE FUNCTION record_is_kept();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON restoration FOR EACH STATEMENT EXECUTE FUNCTION record_is_kept();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON document_step FOR EACH STATEMENT EXECUTE FUNCTION record_is_kept();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON finding_override FOR EACH STATEMENT EXECUTE FUNCTION record_is_kept();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON document FOR EACH STATEMENT EXECUTE FUNCTION record_is_kept();

-- What the application may do: add to the record, move a document's state, overwrite a working copy.
GRANT SELECT ON document, draft, drafter, revision, signature, review_return, finding_override, index_number,
    edition, withdrawal, restoration, purge_word, document_step, publication_schedule, assessment, review_route,
    public_document, public_file, publication_clock TO gongkai_app;
GRANT INSERT ON document, draft, drafter, revision, signature, review_return, finding_override, index_number,
    edition, withdrawal, restoration, purge_word, document_step, publication_schedule, assessment, review_route
    TO gongkai_app;
GRANT UPDATE (state, awaiting_level, version, title, attribute, formed_on, section_id, column_id, kind, emergency, changed_at)
    ON document TO gongkai_app;
GRANT UPDATE (content, sha256, edited_by, edited_at) ON draft TO gongkai_app;
GRANT UPDATE (publish_at, set_by, on_behalf_of, refused), DELETE ON publication_schedule TO gongkai_app;
GRANT UPDATE (outcome, assessed_by, assessed_at) ON assessment TO gongkai_app;
