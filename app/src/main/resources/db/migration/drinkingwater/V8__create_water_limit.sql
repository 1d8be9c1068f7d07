-- 限值调整: that an agency holds an item against other limits than the printed ones, by which paper (a stricter limit of the
-- province, a sheet of amendments 修改单) and from when until when. Versions are added and never changed.
CREATE TABLE water_limit (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id     bigint NOT NULL,
    -- the row of the standard: its code, table, name and, where rows differ by it, the water
    standard      text NOT NULL CHECK (standard <> ''),
    table_number  integer NOT NULL CHECK (table_number > 0),
    item          text NOT NULL CHECK (item <> ''),
    body          text CHECK (body IN ('RIVER', 'LAKE')),
    UNIQUE (id, agency_id)
);

CREATE TABLE water_limit_version (
    limit_id         bigint NOT NULL,
    number           integer NOT NULL CHECK (number > 0),
    agency_id        bigint NOT NULL,
    basis            integer NOT NULL,
    -- what differs, in the unit of the standard: {"III": "0.02"}, or {"limit": "0.02"} of an item without classes
    limits           jsonb NOT NULL CHECK (jsonb_typeof(limits) = 'object' AND limits <> '{}'),
    document         text NOT NULL CHECK (document <> ''),
    document_number  text NOT NULL,
    valid_from       date NOT NULL,
    valid_until      date CHECK (valid_until >= valid_from),
    -- entered by mistake: it never held
    withdrawn        boolean NOT NULL,
    reason           text NOT NULL CHECK (reason <> '' OR (number = 1 AND NOT withdrawn)),
    PRIMARY KEY (limit_id, number),
    UNIQUE (agency_id, basis),
    FOREIGN KEY (limit_id, agency_id) REFERENCES water_limit (id, agency_id),
    FOREIGN KEY (agency_id, basis) REFERENCES water_basis (agency_id, number)
);

GRANT SELECT, INSERT ON water_limit, water_limit_version TO gongkai_app;
