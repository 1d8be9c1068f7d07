-- 纸质签署 (publishing facts 3.12): the scan of a form signed by hand, until a second person has confirmed it.
CREATE TABLE paper_scan (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_id   uuid NOT NULL REFERENCES document (id),
    revision_id   bigint NOT NULL REFERENCES revision (id),
    level         text NOT NULL,
    signer        bigint NOT NULL,
    opinion       text NOT NULL,
    -- the content hash that the form's code carries
    sha256        text NOT NULL,
    scan_sha256   text NOT NULL,
    scan_name     text NOT NULL,
    scanned_by    bigint NOT NULL,
    on_behalf_of  bigint,
    scanned_at    timestamptz NOT NULL,
    outcome       text CHECK (outcome IN ('CONFIRMED', 'REJECTED', 'REPLACED')),
    outcome_note  text,
    decided_by    bigint,
    decided_at    timestamptz,
    CHECK (scanned_by <> signer),
    CHECK ((outcome IS NULL) = (decided_at IS NULL)),
    CHECK ((outcome IS NULL) = (decided_by IS NULL)),
    -- two persons: who confirms has neither signed nor scanned
    CHECK (outcome <> 'CONFIRMED' OR (decided_by <> signer AND decided_by <> scanned_by))
);
CREATE UNIQUE INDEX paper_scan_open ON paper_scan (document_id) WHERE outcome IS NULL;
CREATE INDEX paper_scan_document ON paper_scan (document_id, id);
CREATE INDEX paper_scan_file ON paper_scan (scan_sha256);

-- A signature on paper stands only on a scan of this very content that another person took in.
CREATE FUNCTION paper_signature_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.scan_sha256 IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM paper_scan p
            WHERE p.revision_id = NEW.revision_id AND p.level = NEW.level AND p.signer = NEW.signer
              AND p.sha256 = NEW.sha256 AND p.scan_sha256 = NEW.scan_sha256
              AND p.outcome = 'CONFIRMED' AND p.decided_by = NEW.confirmed_by) THEN
        RAISE EXCEPTION 'paper-signature-without-confirmed-scan' USING ERRCODE = 'GK011';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER paper_signature_gate BEFORE INSERT ON signature
    FOR EACH ROW EXECUTE FUNCTION paper_signature_gate();

-- What a scan was is never rewritten; it is decided once. A purge takes away the words.
CREATE FUNCTION paper_scan_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.outcome IS NOT NULL
        AND (SELECT count(*) FROM purge_word WHERE document_id = OLD.document_id) < 2 THEN
        RAISE EXCEPTION 'paper-scan-is-decided' USING ERRCODE = 'GK010';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER decided_once BEFORE UPDATE ON paper_scan FOR EACH ROW EXECUTE FUNCTION paper_scan_is_kept();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON paper_scan
    FOR EACH STATEMENT EXECUTE FUNCTION record_is_kept();

-- 定期评估 (条例 art. 18): the outcome has a reason; whose word it was stays on record.
ALTER TABLE assessment ADD COLUMN reason text, ADD COLUMN on_behalf_of bigint,
    ADD CONSTRAINT assessment_outcome CHECK (outcome IN ('STAYS', 'OPENS', 'REOPENED')),
    ADD CONSTRAINT assessment_reason CHECK (outcome IS NULL OR length(btrim(reason)) > 0);
-- Until now taking a document up again left its assessment open.
UPDATE assessment a SET outcome = 'REOPENED', reason = '重新起草', assessed_at = d.changed_at
    FROM document d WHERE d.id = a.document_id AND a.outcome IS NULL AND (d.state <> 'KEPT'
        OR EXISTS (SELECT 1 FROM assessment later WHERE later.document_id = a.document_id AND later.id > a.id));
CREATE UNIQUE INDEX assessment_one_open ON assessment (document_id) WHERE outcome IS NULL;

-- 审签层级: a kind without levels of its own (null) follows the agency's again.
ALTER TABLE review_route ALTER COLUMN levels DROP NOT NULL, DROP CONSTRAINT review_route_levels_check2,
    ADD CONSTRAINT review_route_levels_needed CHECK (
        (levels IS NULL AND kind IS NOT NULL)
        OR (array_position(levels, 'SECTION_HEAD') IS NOT NULL
            AND array_position(levels, 'SECRECY_REVIEWER') IS NOT NULL
            AND array_position(levels, 'DEPUTY_LEADER') IS NOT NULL));

-- Opinions and the words about scans and assessments may quote what was spilled.
CREATE OR REPLACE FUNCTION record_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND current_setting('gongkai.purging', true) = 'on' AND TG_TABLE_NAME IN
        ('document_step', 'finding_override', 'withdrawal', 'restoration', 'signature') THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'record-is-append-only: %', TG_TABLE_NAME USING ERRCODE = 'GK010';
END $$;
CREATE OR REPLACE FUNCTION purge_quotations() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF (SELECT count(*) FROM purge_word WHERE document_id = NEW.document_id) >= 2 THEN
        PERFORM set_config('gongkai.purging', 'on', true);
        UPDATE document_step SET note = NULL WHERE document_id = NEW.document_id AND note IS NOT NULL;
        UPDATE finding_override SET reason = '—' WHERE document_id = NEW.document_id;
        UPDATE withdrawal SET reason = '—' WHERE document_id = NEW.document_id;
        UPDATE restoration SET reason = '—' WHERE document_id = NEW.document_id;
        UPDATE signature SET opinion = '—' WHERE document_id = NEW.document_id;
        UPDATE paper_scan SET opinion = '—', scan_name = '—', outcome_note = NULL
            WHERE document_id = NEW.document_id;
        UPDATE assessment SET reason = '—' WHERE document_id = NEW.document_id AND outcome IS NOT NULL;
        PERFORM set_config('gongkai.purging', 'off', true);
    END IF;
    RETURN NULL;
END $$;

GRANT SELECT, INSERT ON paper_scan TO gongkai_app;
GRANT UPDATE (outcome, outcome_note, decided_by, decided_at) ON paper_scan TO gongkai_app;
GRANT UPDATE (reason, on_behalf_of) ON assessment TO gongkai_app;
REVOKE EXECUTE ON FUNCTION paper_signature_gate(), paper_scan_is_kept() FROM PUBLIC;
