-- A document may repeal several 废止: what it names is in public_reference, one row each, and public_repealing
-- reads it from there. The table that kept one name a document is no longer needed.
CREATE OR REPLACE FUNCTION public_document_counted() RETURNS trigger
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
    RETURN NULL;
END $$;
DROP FUNCTION repeal_of(public_document);
DROP TABLE public_repeal;
