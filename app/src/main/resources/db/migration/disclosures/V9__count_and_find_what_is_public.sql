-- Lists over 100,000 public documents (公开目录): counted as they change, found in the order they are shown.
-- Everything here follows from public_document, which the gates alone write.

-- 公开数量: how many documents are public, by what lists are narrowed by.
CREATE TABLE public_count (
    agency_id   bigint NOT NULL,
    column_id   bigint NOT NULL,
    section_id  bigint NOT NULL,
    kind        text NOT NULL,
    year        integer NOT NULL,
    documents   integer NOT NULL CHECK (documents >= 0),
    PRIMARY KEY (column_id, section_id, kind, year, agency_id)
);

CREATE FUNCTION publication_year(published_at timestamptz) RETURNS integer
    LANGUAGE sql IMMUTABLE AS $$
    SELECT extract(year FROM published_at AT TIME ZONE 'Asia/Shanghai')::integer
$$;

-- 废止: what a public document repeals, by index number, document number or title, and from which day.
CREATE TABLE public_repeal (
    document_id  uuid PRIMARY KEY REFERENCES public_document (document_id) ON DELETE CASCADE,
    agency_id    bigint NOT NULL,
    repeals      text NOT NULL,
    since        date NOT NULL
);
CREATE INDEX public_repeal_name ON public_repeal (agency_id, repeals);

CREATE FUNCTION repeal_of(shown public_document) RETURNS TABLE (repeals text, since date)
    LANGUAGE sql STABLE AS $$
    SELECT r.content::jsonb -> 'fields' ->> 'repeals',
        coalesce(shown.effective_on, shown.formed_on, (shown.published_at AT TIME ZONE 'Asia/Shanghai')::date)
    FROM edition e JOIN revision r ON r.id = e.revision_id
    WHERE e.id = shown.edition_id AND shown.kind = 'NORMATIVE_DOCUMENT'
      AND r.content::jsonb -> 'fields' ->> 'repeals' IS NOT NULL
$$;

CREATE FUNCTION public_document_counted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE public_count SET documents = documents - 1
            WHERE agency_id = OLD.agency_id AND column_id = OLD.column_id AND section_id = OLD.section_id
              AND kind = OLD.kind AND year = publication_year(OLD.published_at);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO public_count AS c VALUES
            (NEW.agency_id, NEW.column_id, NEW.section_id, NEW.kind, publication_year(NEW.published_at), 1)
            ON CONFLICT (column_id, section_id, kind, year, agency_id)
            DO UPDATE SET documents = c.documents + 1;
    END IF;
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public_repeal
            SELECT NEW.document_id, NEW.agency_id, r.repeals, r.since FROM repeal_of(NEW) r;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER public_document_counted AFTER INSERT OR UPDATE OR DELETE ON public_document
    FOR EACH ROW EXECUTE FUNCTION public_document_counted();

-- What is public already.
INSERT INTO public_count
    SELECT agency_id, column_id, section_id, kind, publication_year(published_at), count(*)
    FROM public_document GROUP BY 1, 2, 3, 4, 5;
INSERT INTO public_repeal
    SELECT p.document_id, p.agency_id, r.repeals, r.since
    FROM public_document p CROSS JOIN LATERAL repeal_of(p) r;

-- A page of a list is found in the index alone; only its own rows are then read.
DROP INDEX public_document_column;
CREATE INDEX public_document_column ON public_document (column_id, published_at DESC, document_id)
    INCLUDE (agency_id, section_id, kind);
DROP INDEX public_document_agency;
CREATE INDEX public_document_agency ON public_document (agency_id, published_at DESC, document_id)
    INCLUDE (column_id, section_id, kind);
CREATE INDEX public_document_newest ON public_document (published_at DESC, document_id);

-- The register of corrections reads these and no first editions.
CREATE INDEX edition_corrected ON edition (published_at) WHERE number > 1;

-- The desk's list without a state (全部文件).
CREATE INDEX document_changed ON document (agency_id, changed_at DESC, id);

GRANT SELECT ON public_count, public_repeal TO gongkai_app;
REVOKE EXECUTE ON FUNCTION repeal_of(public_document), publication_year(timestamptz), public_document_counted()
    FROM PUBLIC;
