-- 评价依据: what an agency lays down beside the printed standards, one decision after the other. A report notes the
-- number it was written by, so that what is laid down later judges no public month anew.
CREATE TABLE water_basis (
    agency_id  bigint NOT NULL,
    number     integer NOT NULL CHECK (number > 0),
    person_id  bigint,
    at         timestamptz NOT NULL,
    PRIMARY KEY (agency_id, number)
);

-- 天然本底: that an item of a source is over its limit by nature alone, by which paper and from when until when.
-- Versions are added and never changed.
CREATE TABLE water_background (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id  bigint NOT NULL,
    source_id  bigint NOT NULL REFERENCES water_source (id),
    -- its name in the standard
    item       text NOT NULL CHECK (item <> ''),
    UNIQUE (id, agency_id)
);
CREATE INDEX water_background_source ON water_background (source_id);

CREATE TABLE water_background_version (
    background_id    bigint NOT NULL,
    number           integer NOT NULL CHECK (number > 0),
    agency_id        bigint NOT NULL,
    basis            integer NOT NULL,
    cause            text NOT NULL CHECK (cause <> ''),
    document         text NOT NULL CHECK (document <> ''),
    document_number  text NOT NULL,
    valid_from       date NOT NULL,
    valid_until      date CHECK (valid_until >= valid_from),
    -- entered by mistake: it never held
    withdrawn        boolean NOT NULL,
    reason           text NOT NULL CHECK (reason <> '' OR (number = 1 AND NOT withdrawn)),
    PRIMARY KEY (background_id, number),
    UNIQUE (agency_id, basis),
    FOREIGN KEY (background_id, agency_id) REFERENCES water_background (id, agency_id),
    FOREIGN KEY (agency_id, basis) REFERENCES water_basis (agency_id, number)
);

-- 达标率列示: whether rates are told without the sources too that miss their target by nature alone; the newest counts.
CREATE TABLE water_rate_setting (
    agency_id   bigint NOT NULL,
    number      integer NOT NULL CHECK (number > 0),
    basis       integer NOT NULL,
    sets_apart  boolean NOT NULL,
    reason      text NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (agency_id, number),
    UNIQUE (agency_id, basis),
    FOREIGN KEY (agency_id, basis) REFERENCES water_basis (agency_id, number)
);

-- By what a report was judged; 0 is the printed standards alone.
ALTER TABLE water_report_version ADD COLUMN basis integer NOT NULL DEFAULT 0 CHECK (basis >= 0);

ALTER TABLE water_open_source ADD COLUMN set_apart boolean NOT NULL DEFAULT false;
ALTER TABLE water_open_over
    ADD COLUMN background_cause text,
    ADD COLUMN background_document text,
    ADD COLUMN background_number text,
    ADD CHECK ((background_cause IS NULL) = (background_document IS NULL)
        AND (background_cause IS NULL) = (background_number IS NULL));

GRANT SELECT, INSERT ON water_basis, water_background, water_background_version, water_rate_setting TO gongkai_app;
