-- Columns 栏目: one tree per agency. A key that was ever public keeps leading somewhere.
CREATE TABLE site_column (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id      bigint NOT NULL,
    key            text NOT NULL UNIQUE CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    parent_id      bigint REFERENCES site_column (id),
    name           text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    kind           text NOT NULL,
    description    text NOT NULL CHECK (length(description) BETWEEN 1 AND 500),
    keywords       text NOT NULL CHECK (length(keywords) BETWEEN 1 AND 200),
    section_id     bigint,
    update_days    integer CHECK (update_days BETWEEN 1 AND 3660),
    position       integer NOT NULL DEFAULT 0,
    fixed          boolean NOT NULL DEFAULT false,
    created_at     timestamptz NOT NULL,
    retired_at     timestamptz,
    merged_into    bigint REFERENCES site_column (id),
    CHECK (parent_id IS DISTINCT FROM id),
    CHECK (merged_into IS DISTINCT FROM id),
    CHECK (merged_into IS NULL OR retired_at IS NOT NULL),
    CHECK (NOT (fixed AND retired_at IS NOT NULL))
);
CREATE INDEX site_column_parent ON site_column (parent_id, position);
CREATE INDEX site_column_agency ON site_column (agency_id);

-- A key once used for a column is never used for another one.
CREATE TABLE site_column_address (
    key        text PRIMARY KEY,
    column_id  bigint NOT NULL REFERENCES site_column (id),
    since      timestamptz NOT NULL
);

CREATE TABLE site_column_change (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    column_id  bigint NOT NULL REFERENCES site_column (id),
    what       text NOT NULL CHECK (what IN ('CREATED', 'CHANGED', 'RENAMED', 'MOVED', 'MERGED', 'RETIRED')),
    before     jsonb,
    after      jsonb,
    person_id  bigint,
    changed_at timestamptz NOT NULL
);
CREATE INDEX site_column_change_column ON site_column_change (column_id, id);

-- No column may be its own ancestor, and a retired column leads, in the end, to a living one or to none.
CREATE FUNCTION site_column_no_circle() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    cursor_id bigint := NEW.parent_id;
BEGIN
    WHILE cursor_id IS NOT NULL LOOP
        IF cursor_id = NEW.id THEN
            RAISE EXCEPTION 'column-in-its-own-branch' USING ERRCODE = 'GK101';
        END IF;
        SELECT parent_id INTO cursor_id FROM site_column WHERE id = cursor_id;
    END LOOP;
    cursor_id := NEW.merged_into;
    WHILE cursor_id IS NOT NULL LOOP
        IF cursor_id = NEW.id THEN
            RAISE EXCEPTION 'column-merged-in-a-circle' USING ERRCODE = 'GK102';
        END IF;
        SELECT merged_into INTO cursor_id FROM site_column WHERE id = cursor_id;
    END LOOP;
    RETURN NEW;
END $$;
CREATE TRIGGER site_column_no_circle BEFORE INSERT OR UPDATE OF parent_id, merged_into ON site_column
    FOR EACH ROW EXECUTE FUNCTION site_column_no_circle();

GRANT SELECT, INSERT ON site_column, site_column_address, site_column_change TO gongkai_app;
GRANT UPDATE (key, parent_id, name, kind, description, keywords, section_id, update_days, position,
              retired_at, merged_into) ON site_column TO gongkai_app;
