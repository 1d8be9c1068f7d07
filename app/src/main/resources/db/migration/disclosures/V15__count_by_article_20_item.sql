-- Lists are narrowed by the item of 条例 art. 20 too (法定公开事项), so it is counted as it changes (ADR 0104);
-- 0 stands for documents that name no item. Validity changes with the day and is read from the dates (ADR 0128).
ALTER TABLE public_count ADD COLUMN article20_item integer NOT NULL DEFAULT 0;
ALTER TABLE public_count DROP CONSTRAINT public_count_pkey;

CREATE OR REPLACE FUNCTION public_document_counted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE public_count SET documents = documents - 1
            WHERE agency_id = OLD.agency_id AND column_id = OLD.column_id AND section_id = OLD.section_id
              AND kind = OLD.kind AND year = publication_year(OLD.published_at)
              AND article20_item = coalesce(OLD.article20_item, 0);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO public_count AS c (agency_id, column_id, section_id, kind, year, article20_item, documents)
            VALUES (NEW.agency_id, NEW.column_id, NEW.section_id, NEW.kind, publication_year(NEW.published_at),
                coalesce(NEW.article20_item, 0), 1)
            ON CONFLICT (column_id, section_id, kind, year, article20_item, agency_id)
            DO UPDATE SET documents = c.documents + 1;
    END IF;
    RETURN NULL;
END $$;

DELETE FROM public_count;
INSERT INTO public_count (agency_id, column_id, section_id, kind, year, article20_item, documents)
    SELECT agency_id, column_id, section_id, kind, publication_year(published_at), coalesce(article20_item, 0), count(*)
    FROM public_document GROUP BY 1, 2, 3, 4, 5, 6;
ALTER TABLE public_count ADD PRIMARY KEY (column_id, section_id, kind, year, article20_item, agency_id);
ALTER TABLE public_count ALTER COLUMN article20_item DROP DEFAULT;

-- A page of a narrowed list is still found in the index alone.
DROP INDEX public_document_column;
CREATE INDEX public_document_column ON public_document (column_id, published_at DESC, document_id)
    INCLUDE (agency_id, section_id, kind, article20_item);
DROP INDEX public_document_agency;
CREATE INDEX public_document_agency ON public_document (agency_id, published_at DESC, document_id)
    INCLUDE (column_id, section_id, kind, article20_item);

-- Lists narrowed by validity read the normative documents alone, by their dates.
CREATE INDEX public_document_normative ON public_document (published_at DESC, document_id)
    INCLUDE (agency_id, column_id, section_id, article20_item, effective_on, expires_on)
    WHERE kind = 'NORMATIVE_DOCUMENT';
