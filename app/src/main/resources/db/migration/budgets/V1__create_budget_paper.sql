-- 预决算台账: what the finance department approves each year for the agency and for each subordinate unit.
CREATE TABLE budget_paper (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id   bigint NOT NULL,
    -- in addresses: the agency's key, or with the key of the unit behind it
    unit_key    text NOT NULL CHECK (unit_key ~ '^[a-z][a-z0-9-]{0,80}$'),
    unit_name   text NOT NULL CHECK (unit_name <> ''),
    subordinate boolean NOT NULL,
    year        integer NOT NULL CHECK (year BETWEEN 2000 AND 2200),
    kind        text NOT NULL CHECK (kind IN ('BUDGET', 'ACCOUNT')),
    entered_by  bigint,
    entered_at  timestamptz NOT NULL,
    UNIQUE (unit_key, year, kind)
);
CREATE INDEX budget_paper_list ON budget_paper (agency_id, year DESC);

-- 批复: from its day the 20 days of 预算法 art. 14 run; a correction is a further line with its reason.
CREATE TABLE budget_approval (
    paper_id    bigint NOT NULL REFERENCES budget_paper (id),
    number      integer NOT NULL CHECK (number > 0),
    document    text NOT NULL CHECK (document <> ''),
    approved_on date NOT NULL,
    reason      text NOT NULL CHECK (number = 1 OR reason <> ''),
    person_id   bigint,
    at          timestamptz NOT NULL,
    PRIMARY KEY (paper_id, number)
);

-- 导入: a workbook as it came, read and checked before anything of it is kept.
CREATE TABLE budget_import (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    paper_id   bigint NOT NULL REFERENCES budget_paper (id),
    file_name  text NOT NULL,
    sha256     text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    state      text NOT NULL CHECK (state IN ('READ', 'TAKEN', 'CANCELLED')),
    begun_by   bigint NOT NULL,
    begun_at   timestamptz NOT NULL,
    ended_at   timestamptz,
    CHECK ((state = 'READ') = (ended_at IS NULL))
);
CREATE INDEX budget_import_list ON budget_import (paper_id, id DESC);

-- 公开表: what a workbook said, in versions that are added and never changed.
CREATE TABLE budget_version (
    paper_id   bigint NOT NULL REFERENCES budget_paper (id),
    number     integer NOT NULL CHECK (number > 0),
    file_name  text NOT NULL,
    sha256     text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    tables     jsonb NOT NULL CHECK (jsonb_typeof(tables) = 'array' AND tables <> '[]'),
    reason     text NOT NULL CHECK (number = 1 OR reason <> ''),
    person_id  bigint,
    at         timestamptz NOT NULL,
    PRIMARY KEY (paper_id, number)
);
CREATE INDEX budget_version_file ON budget_version (sha256);

-- 情况说明: a section, or the reason of a finding; the last line about a subject holds.
CREATE TABLE budget_explanation (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    paper_id   bigint NOT NULL REFERENCES budget_paper (id),
    subject    text NOT NULL CHECK (subject <> ''),
    words      text NOT NULL,
    person_id  bigint,
    at         timestamptz NOT NULL
);
CREATE INDEX budget_explanation_last ON budget_explanation (paper_id, subject, id DESC);

-- 公开: which version a document has. Nothing is drafted while a figure is wrong and unexplained.
CREATE TABLE budget_publication (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    paper_id      bigint NOT NULL,
    version       integer NOT NULL,
    document_id   uuid NOT NULL,
    open_findings integer NOT NULL CHECK (open_findings = 0),
    -- SHA-256 of what the tables in the document say
    tables_sha256 text NOT NULL CHECK (tables_sha256 ~ '^[0-9a-f]{64}$'),
    drafted_by    bigint NOT NULL,
    drafted_at    timestamptz NOT NULL,
    published_on  date,
    is_public     boolean NOT NULL DEFAULT false,
    FOREIGN KEY (paper_id, version) REFERENCES budget_version (paper_id, number),
    CHECK (published_on IS NOT NULL OR NOT is_public)
);
CREATE UNIQUE INDEX budget_publication_public ON budget_publication (paper_id) WHERE is_public;
CREATE INDEX budget_publication_document ON budget_publication (document_id, id DESC);

GRANT SELECT, INSERT ON budget_paper, budget_approval, budget_import, budget_version, budget_explanation,
    budget_publication TO gongkai_app;
GRANT UPDATE (state, ended_at) ON budget_import TO gongkai_app;
GRANT UPDATE (published_on, is_public) ON budget_publication TO gongkai_app;
