-- Word imports 从 Word 导入: what the reading left out or could not settle, until the draft is sent for review.
CREATE TABLE draft_import (
    document_id  uuid PRIMARY KEY REFERENCES document (id),
    file_name    text NOT NULL,
    notes        jsonb NOT NULL,
    imported_by  bigint NOT NULL,
    imported_at  timestamptz NOT NULL
);

-- The notes quote what stood in the file, so a purge takes them too.
CREATE FUNCTION purge_import() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF (SELECT count(*) FROM purge_word WHERE document_id = NEW.document_id) >= 2 THEN
        DELETE FROM draft_import WHERE document_id = NEW.document_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER purge_import AFTER INSERT ON purge_word FOR EACH ROW EXECUTE FUNCTION purge_import();
REVOKE EXECUTE ON FUNCTION purge_import() FROM PUBLIC;

-- What a clerk began last: their next form starts with it.
CREATE INDEX document_step_begun ON document_step (person_id, id DESC) WHERE step = 'CREATE';

-- The fields of its kind 专有字段 of what is public now, and which documents they name. Both follow
-- public_document: they come with its row and go with it.
CREATE TABLE public_field (
    document_id  uuid NOT NULL REFERENCES public_document (document_id) ON DELETE CASCADE,
    key          text NOT NULL,
    value        text NOT NULL,
    PRIMARY KEY (document_id, key)
);
CREATE TABLE public_reference (
    document_id  uuid NOT NULL REFERENCES public_document (document_id) ON DELETE CASCADE,
    field        text NOT NULL,
    named        text NOT NULL,
    PRIMARY KEY (document_id, field, named)
);
CREATE INDEX public_reference_named ON public_reference (named);

CREATE FUNCTION index_number_text(prefix text, year integer, sequence integer) RETURNS text
    LANGUAGE sql IMMUTABLE AS $$
    SELECT prefix || '/' || year || '-' || lpad(sequence::text, 5, '0')
$$;
CREATE INDEX public_document_title ON public_document (title);
CREATE INDEX public_document_index ON public_document (index_number_text(prefix, year, sequence));
CREATE INDEX public_document_kind ON public_document (kind, published_at DESC, document_id);

-- Several documents are named with semicolons between; 《》 around a whole title is left out.
CREATE FUNCTION public_fields_of(shown uuid) RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO public_field
    SELECT p.document_id, f.key, f.value
    FROM public_document p
    JOIN edition e ON e.id = p.edition_id
    JOIN revision r ON r.id = e.revision_id
    CROSS JOIN LATERAL jsonb_each_text(coalesce(r.content::jsonb -> 'fields', '{}')) f
    WHERE p.document_id = shown AND f.value IS NOT NULL;

    INSERT INTO public_reference
    SELECT DISTINCT f.document_id, f.key, regexp_replace(btrim(n.named), '^《([^《》]*)》$', '\1')
    FROM public_field f
    CROSS JOIN LATERAL regexp_split_to_table(f.value, '[；;\n]') AS n (named)
    WHERE f.document_id = shown AND f.key IN ('draftOf', 'finalOf', 'repeals', 'interpretedBy')
        AND btrim(n.named) <> '';
END $$;

CREATE FUNCTION public_fields_follow() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM public_fields_of(NEW.document_id);
    RETURN NULL;
END $$;
CREATE TRIGGER public_fields_follow AFTER INSERT ON public_document
    FOR EACH ROW EXECUTE FUNCTION public_fields_follow();
REVOKE EXECUTE ON FUNCTION public_fields_of(uuid), public_fields_follow() FROM PUBLIC;

DO $$ BEGIN PERFORM public_fields_of(document_id) FROM public_document; END $$;

-- Which public document names which 关联文件: by index number, document number or title, within one agency.
CREATE VIEW public_relation AS
    SELECT r.document_id AS naming, r.field, t.document_id AS named
    FROM public_reference r
    JOIN public_document n ON n.document_id = r.document_id
    JOIN public_document t ON t.agency_id = n.agency_id AND t.document_id <> n.document_id
        AND (t.document_number = r.named OR t.title = r.named
            OR index_number_text(t.prefix, t.year, t.sequence) = r.named);

-- From which day a later normative document repeals which 废止: the day it takes effect.
CREATE VIEW public_repealing AS
    SELECT DISTINCT ON (r.named) r.named AS repealed, n.document_id AS repealed_by,
           coalesce(n.effective_on, n.formed_on, (n.published_at AT TIME ZONE 'Asia/Shanghai')::date) AS since
    FROM public_relation r JOIN public_document n ON n.document_id = r.naming
    WHERE r.field = 'repeals' AND n.kind = 'NORMATIVE_DOCUMENT'
    ORDER BY r.named, since, n.document_id;

GRANT SELECT, INSERT, UPDATE, DELETE ON draft_import TO gongkai_app;
GRANT SELECT ON public_field, public_reference, public_relation, public_repealing TO gongkai_app;
GRANT EXECUTE ON FUNCTION index_number_text(text, integer, integer) TO gongkai_app;
