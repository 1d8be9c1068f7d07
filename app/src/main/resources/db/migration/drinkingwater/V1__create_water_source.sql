-- 水源台账: each source once, under the name it was entered with; what it is stands in its versions, each from a day
-- on. Versions are added and never changed, so that an old month finds the source as it then was.
CREATE TABLE water_source (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id   bigint NOT NULL,
    entered_as  text NOT NULL CHECK (entered_as <> ''),
    UNIQUE (agency_id, entered_as)
);

CREATE TABLE water_source_version (
    source_id    bigint NOT NULL REFERENCES water_source (id),
    number       integer NOT NULL CHECK (number > 0),
    valid_from   date NOT NULL,
    name         text NOT NULL CHECK (name <> ''),
    -- other names that laboratories write, one a line
    also_called  text NOT NULL DEFAULT '',
    kind         text NOT NULL CHECK (kind IN ('RESERVOIR', 'RIVER', 'GROUND')),
    target       text NOT NULL CHECK (target IN ('I', 'II', 'III', 'IV', 'V')),
    -- GB/T 2260
    district     text NOT NULL CHECK (district ~ '^[0-9]{6}$'),
    zones        text NOT NULL DEFAULT '',
    -- where samples are taken
    point        text NOT NULL DEFAULT '',
    -- what is usually taken in a month, 10,000 m³
    intake       numeric CHECK (intake > 0),
    state        text NOT NULL CHECK (state IN ('IN_USE', 'RESERVE', 'CLOSED', 'REPLACED')),
    replaced_by  bigint REFERENCES water_source (id) CHECK (replaced_by <> source_id),
    reason       text NOT NULL CHECK (number = 1 OR reason <> ''),
    person_id    bigint,
    at           timestamptz NOT NULL,
    PRIMARY KEY (source_id, number),
    CHECK ((state = 'REPLACED') = (replaced_by IS NOT NULL))
);

GRANT SELECT, INSERT ON water_source, water_source_version TO gongkai_app;
