-- Import of an old site 网站历史信息导入 (ADR 0145). What readers could read there was reviewed there: it
-- becomes public here as a whole batch, on the word of two people, and in no other way.

-- 导入批次: from which site, and by whom begun; nobody where the operator's command began it.
CREATE TABLE import_batch (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id       bigint NOT NULL,
    source_name     text NOT NULL CHECK (length(btrim(source_name)) > 0),
    source_address  text NOT NULL,
    begun_by        bigint,
    begun_at        timestamptz NOT NULL
);

-- 导入条目: a document as it will be, kept aside until the batch is approved. Each of the old site's
-- once: source_key. Held ones go through every review like a new draft.
CREATE TABLE import_record (
    document_id            uuid PRIMARY KEY,
    batch_id               bigint NOT NULL REFERENCES import_batch (id),
    agency_id              bigint NOT NULL,
    source_key             text NOT NULL CHECK (length(source_key) BETWEEN 1 AND 500),
    row_number             integer NOT NULL CHECK (row_number > 0),
    section_id             bigint NOT NULL,
    column_id              bigint NOT NULL,
    content                text,
    sha256                 text NOT NULL,
    old_address            text,
    old_index_number       text,
    original_published_at  timestamptz NOT NULL,
    -- where its index number belongs; the sequence only where the old number is kept
    prefix                 text NOT NULL,
    year                   integer NOT NULL,
    sequence               integer CHECK (sequence BETWEEN 1 AND 99999),
    held                   boolean NOT NULL,
    findings               jsonb NOT NULL,
    imported_at            timestamptz NOT NULL,
    taken_in_at            timestamptz,
    UNIQUE (agency_id, source_key),
    CHECK (content IS NULL OR sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    CHECK ((content IS NULL) = (taken_in_at IS NOT NULL))
);
CREATE INDEX import_record_batch ON import_record (batch_id, row_number);
CREATE INDEX import_record_waiting ON import_record (batch_id) WHERE taken_in_at IS NULL;
CREATE UNIQUE INDEX import_record_number ON import_record (prefix, year, sequence) WHERE sequence IS NOT NULL;

-- 封存: nothing is added any more; the digest names every document with its date and number.
CREATE TABLE import_seal (
    batch_id   bigint PRIMARY KEY REFERENCES import_batch (id),
    records    integer NOT NULL CHECK (records > 0),
    digest     text NOT NULL,
    sealed_at  timestamptz NOT NULL
);

-- 批准公开: the disclosure office's word and a leader's, two people, for this very digest.
CREATE TABLE import_approval (
    batch_id      bigint NOT NULL REFERENCES import_seal (batch_id),
    office        text NOT NULL CHECK (office IN ('DISCLOSURE_OFFICE', 'LEADER')),
    person_id     bigint NOT NULL,
    on_behalf_of  bigint,
    digest        text NOT NULL,
    opinion       text NOT NULL,
    approved_at   timestamptz NOT NULL,
    PRIMARY KEY (batch_id, office)
);

-- 放弃导入: the records go, the batch stays on record.
CREATE TABLE import_discard (
    batch_id      bigint PRIMARY KEY REFERENCES import_batch (id),
    person_id     bigint NOT NULL,
    on_behalf_of  bigint,
    reason        text NOT NULL CHECK (length(btrim(reason)) > 0),
    discarded_at  timestamptz NOT NULL
);

CREATE FUNCTION import_is_approved(batch bigint, at timestamptz) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT (SELECT count(*) FROM import_approval a JOIN import_seal s ON s.batch_id = a.batch_id
            WHERE a.batch_id = batch AND a.digest = s.digest AND a.approved_at <= at) = 2
$$;

-- Only what had no place here yet may come in, only into an open batch, and only what was public before.
CREATE FUNCTION import_record_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    b import_batch%ROWTYPE;
BEGIN
    SELECT * INTO STRICT b FROM import_batch WHERE id = NEW.batch_id FOR SHARE;
    IF b.agency_id <> NEW.agency_id
        OR EXISTS (SELECT 1 FROM import_seal WHERE batch_id = b.id)
        OR EXISTS (SELECT 1 FROM import_discard WHERE batch_id = b.id) THEN
        RAISE EXCEPTION 'import-batch-is-closed' USING ERRCODE = 'GK012';
    END IF;
    IF EXISTS (SELECT 1 FROM document WHERE id = NEW.document_id) OR NEW.taken_in_at IS NOT NULL THEN
        RAISE EXCEPTION 'not-an-import' USING ERRCODE = 'GK012';
    END IF;
    IF NEW.original_published_at > b.begun_at THEN
        RAISE EXCEPTION 'published-after-its-import' USING ERRCODE = 'GK006';
    END IF;
    IF (NEW.content::jsonb ->> 'attribute') IS DISTINCT FROM '主动公开' THEN
        RAISE EXCEPTION 'attribute-is-not-proactive' USING ERRCODE = 'GK007';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER import_record_gate BEFORE INSERT ON import_record
    FOR EACH ROW EXECUTE FUNCTION import_record_gate();

-- A record changes once: when it becomes a document, after the approval.
CREATE FUNCTION import_record_is_kept() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.taken_in_at IS NOT NULL OR NEW.taken_in_at IS NULL
        OR NOT import_is_approved(OLD.batch_id, NEW.taken_in_at)
        OR NOT EXISTS (SELECT 1 FROM document WHERE id = OLD.document_id) THEN
        RAISE EXCEPTION 'import-record-is-kept' USING ERRCODE = 'GK012';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER import_record_is_kept BEFORE UPDATE ON import_record
    FOR EACH ROW EXECUTE FUNCTION import_record_is_kept();

CREATE FUNCTION import_seal_counts() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM 1 FROM import_batch WHERE id = NEW.batch_id FOR UPDATE;
    IF EXISTS (SELECT 1 FROM import_discard WHERE batch_id = NEW.batch_id) THEN
        RAISE EXCEPTION 'import-batch-is-closed' USING ERRCODE = 'GK012';
    END IF;
    SELECT count(*), encode(sha256(convert_to(coalesce(string_agg(
            concat_ws(' ', source_key, document_id, sha256, extract(epoch FROM original_published_at)::bigint,
                prefix, year, sequence, section_id, column_id, held), E'\n' ORDER BY source_key COLLATE "C"), ''),
            'UTF8')), 'hex')
        INTO NEW.records, NEW.digest FROM import_record WHERE batch_id = NEW.batch_id;
    RETURN NEW;
END $$;
CREATE TRIGGER import_seal_counts BEFORE INSERT ON import_seal
    FOR EACH ROW EXECUTE FUNCTION import_seal_counts();

CREATE FUNCTION import_approval_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM 1 FROM import_batch WHERE id = NEW.batch_id FOR UPDATE;
    IF EXISTS (SELECT 1 FROM import_discard WHERE batch_id = NEW.batch_id) THEN
        RAISE EXCEPTION 'import-batch-is-closed' USING ERRCODE = 'GK012';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM import_seal WHERE batch_id = NEW.batch_id AND digest = NEW.digest
                   AND sealed_at <= NEW.approved_at) THEN
        RAISE EXCEPTION 'approved-batch-is-not-the-sealed-batch' USING ERRCODE = 'GK001';
    END IF;
    IF EXISTS (SELECT 1 FROM import_approval a WHERE a.batch_id = NEW.batch_id
               AND (a.person_id IN (NEW.person_id, NEW.on_behalf_of)
                    OR a.on_behalf_of IN (NEW.person_id, NEW.on_behalf_of))) THEN
        RAISE EXCEPTION 'two-words-one-person' USING ERRCODE = 'GK005';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER import_approval_gate BEFORE INSERT ON import_approval
    FOR EACH ROW EXECUTE FUNCTION import_approval_gate();

CREATE FUNCTION import_discard_empties() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM 1 FROM import_batch WHERE id = NEW.batch_id FOR UPDATE;
    IF (SELECT count(*) FROM import_approval WHERE batch_id = NEW.batch_id) = 2 THEN
        RAISE EXCEPTION 'import-batch-is-closed' USING ERRCODE = 'GK012';
    END IF;
    DELETE FROM import_record WHERE batch_id = NEW.batch_id;
    RETURN NULL;
END $$;
CREATE TRIGGER import_discard_empties AFTER INSERT ON import_discard
    FOR EACH ROW EXECUTE FUNCTION import_discard_empties();

-- An old number is kept where it is free; own numbers go on after the greatest kept one.
CREATE OR REPLACE FUNCTION index_number_assign() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    kept integer;
BEGIN
    SELECT i.sequence INTO kept FROM import_record i
        WHERE i.document_id = NEW.document_id AND i.prefix = NEW.prefix AND i.year = NEW.year
          AND i.sequence IS NOT NULL AND import_is_approved(i.batch_id, NEW.assigned_at)
          AND NOT EXISTS (SELECT 1 FROM index_number n
              WHERE n.prefix = i.prefix AND n.year = i.year AND n.sequence = i.sequence);
    IF kept IS NOT NULL THEN
        INSERT INTO index_counter AS c (prefix, year, last) VALUES (NEW.prefix, NEW.year, kept)
            ON CONFLICT (prefix, year) DO UPDATE SET last = greatest(c.last, kept);
        NEW.sequence := kept;
    ELSE
        INSERT INTO index_counter AS c (prefix, year, last) VALUES (NEW.prefix, NEW.year, 1)
            ON CONFLICT (prefix, year) DO UPDATE SET last = c.last + 1
            RETURNING c.last INTO NEW.sequence;
    END IF;
    RETURN NEW;
END $$;

-- The one exception of the gate: the first edition of an approved batch's record, to the letter.
CREATE FUNCTION import_lets_pass(shown uuid, signed text, at timestamptz) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM import_record i WHERE i.document_id = shown AND NOT i.held
        AND i.sha256 = signed AND import_is_approved(i.batch_id, at))
$$;

CREATE OR REPLACE FUNCTION edition_gate() RETURNS trigger
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
            WHERE s.revision_id = r.id AND s.level = needed AND s.sha256 = r.sha256))
        AND NOT (NEW.number = 1 AND r.number = 1
            AND import_lets_pass(NEW.document_id, r.sha256, NEW.published_at)) THEN
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

-- Readers see when it appeared first, at the old site; the edition keeps when it came in here.
CREATE OR REPLACE FUNCTION show_to_public(shown uuid) RETURNS void
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
           coalesce(i.original_published_at,
               (SELECT min(published_at) FROM edition WHERE document_id = d.id)),
           CASE WHEN e.number = 1 AND NOT i.held THEN i.original_published_at ELSE e.published_at END
    FROM document d
    JOIN edition e ON e.document_id = d.id
    JOIN revision r ON r.id = e.revision_id
    CROSS JOIN LATERAL (SELECT r.content::jsonb AS content) c
    JOIN index_number n ON n.document_id = d.id
    LEFT JOIN import_record i ON i.document_id = d.id AND import_is_approved(i.batch_id, e.published_at)
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

CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON import_batch FOR EACH STATEMENT EXECUTE FUNCTION record_is_kept();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON import_seal FOR EACH STATEMENT EXECUTE FUNCTION record_is_kept();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON import_approval FOR EACH STATEMENT EXECUTE FUNCTION record_is_kept();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON import_discard FOR EACH STATEMENT EXECUTE FUNCTION record_is_kept();

GRANT SELECT, INSERT ON import_batch, import_record, import_seal, import_approval, import_discard TO gongkai_app;
GRANT UPDATE (taken_in_at, content, findings) ON import_record TO gongkai_app;
REVOKE EXECUTE ON FUNCTION import_is_approved(bigint, timestamptz), import_record_gate(), import_record_is_kept(),
    import_seal_counts(), import_approval_gate(), import_discard_empties(),
    import_lets_pass(uuid, text, timestamptz) FROM PUBLIC;
