-- 重点项目台账: each project once, under the name it was entered with; what it is stands in its versions, which are added
-- and never changed.
CREATE TABLE key_project (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id   bigint NOT NULL,
    entered_as  text NOT NULL CHECK (entered_as <> ''),
    UNIQUE (agency_id, entered_as)
);

CREATE TABLE key_project_version (
    project_id  bigint NOT NULL REFERENCES key_project (id),
    number      integer NOT NULL CHECK (number > 0),
    valid_from  date NOT NULL,
    name        text NOT NULL CHECK (name <> ''),
    builder     text NOT NULL CHECK (builder <> ''),
    investor    text NOT NULL CHECK (investor <> ''),
    -- GB/T 2260
    district    text NOT NULL CHECK (district ~ '^[0-9]{6}$'),
    kind        text NOT NULL CHECK (kind IN ('TREATMENT', 'REMEDIATION', 'ENERGY', 'INDUSTRY', 'LIVELIHOOD')),
    -- why it matters for the environment or for how people live
    importance  text NOT NULL CHECK (importance <> ''),
    state       text NOT NULL CHECK (state IN ('APPROACHED', 'LANDED', 'UNDER_WAY', 'COMPLETED', 'ENDED')),
    reason      text NOT NULL CHECK (number = 1 OR reason <> ''),
    person_id   bigint NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (project_id, number)
);

-- 落地: once, with the paper that proves it.
CREATE TABLE project_landing (
    project_id  bigint PRIMARY KEY REFERENCES key_project (id),
    landed_on   date NOT NULL,
    proof       text NOT NULL CHECK (proof <> ''),
    sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    file_name   text NOT NULL CHECK (file_name <> ''),
    person_id   bigint NOT NULL,
    at          timestamptz NOT NULL
);

-- 信息条目: something that happened at a stage, in versions. What art. 20 makes public anyway never belongs to the approach;
-- everything else is information of the negotiation (对接信息).
CREATE TABLE project_entry (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_id  bigint NOT NULL REFERENCES key_project (id)
);
CREATE INDEX project_entry_of ON project_entry (project_id, id);

CREATE TABLE project_entry_version (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry_id     bigint NOT NULL REFERENCES project_entry (id),
    number       integer NOT NULL CHECK (number > 0),
    stage        text NOT NULL
        CHECK (stage IN ('APPROACH', 'LANDING', 'APPROVAL', 'EIA', 'CONSTRUCTION', 'ACCEPTANCE')),
    kind         text NOT NULL
        CHECK (kind IN ('APPROVED', 'CARRIED_OUT', 'EIA', 'TALKS', 'AGREEMENT', 'SUPPORT')),
    negotiation  boolean NOT NULL GENERATED ALWAYS AS (kind IN ('TALKS', 'AGREEMENT', 'SUPPORT')) STORED,
    title        text NOT NULL CHECK (title <> ''),
    formed_on    date NOT NULL,
    reason       text NOT NULL CHECK (number = 1 OR reason <> ''),
    written_by   bigint NOT NULL,
    written_at   timestamptz NOT NULL,
    UNIQUE (entry_id, number),
    CHECK (stage <> 'APPROACH' OR kind IN ('TALKS', 'AGREEMENT', 'SUPPORT'))
);

CREATE TABLE project_field (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version_id  bigint NOT NULL REFERENCES project_entry_version (id),
    position    integer NOT NULL CHECK (position > 0),
    name        text NOT NULL CHECK (name <> ''),
    value       text NOT NULL,
    UNIQUE (version_id, position),
    UNIQUE (version_id, name)
);

-- 逐项筛查: what somebody found of a field; the newest line counts, none is changed.
CREATE TABLE project_screening (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    field_id     bigint NOT NULL REFERENCES project_field (id),
    outcome      text NOT NULL
        CHECK (outcome IN ('OPEN', 'STATE_SECRET', 'TRADE_SECRET', 'PRIVACY', 'OTHER')),
    ground       text NOT NULL CHECK (outcome = 'OPEN' OR ground <> ''),
    screened_by  bigint NOT NULL,
    screened_at  timestamptz NOT NULL
);
CREATE INDEX project_screening_field ON project_screening (field_id, id DESC);

GRANT SELECT, INSERT ON key_project, key_project_version, project_landing, project_entry, project_entry_version,
    project_field, project_screening TO gongkai_app;
