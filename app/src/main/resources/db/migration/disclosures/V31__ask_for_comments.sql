-- 征求意见: what readers may comment on is found by its last day, without going through all that is public.
CREATE INDEX public_field_comment_until ON public_field ((value COLLATE "C"), document_id) WHERE key = 'commentUntil';

-- 意见采纳情况: a document that tells what became of comments belongs to the draft they were made on.
CREATE OR REPLACE FUNCTION public_fields_of(shown uuid) RETURNS void
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
    WHERE f.document_id = shown
        AND f.key IN ('draftOf', 'finalOf', 'repeals', 'amends', 'interpretedBy', 'commentResultOf')
        AND btrim(n.named) <> '';
END $$;
