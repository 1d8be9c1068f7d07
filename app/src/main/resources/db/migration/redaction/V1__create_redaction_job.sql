-- 区分处理件: a file that is to be disclosed in part, its marks with a ground each, and the copies released
-- of it. Marks are never changed, only taken back; what was released stays.
CREATE TABLE redaction_job (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id    bigint NOT NULL,
    section_id   bigint NOT NULL,
    number       text NOT NULL UNIQUE CHECK (number ~ '^QF-[0-9]{4}-[0-9]{5}$'),
    title        text NOT NULL CHECK (length(btrim(title)) BETWEEN 1 AND 200),
    -- the case it belongs to, as its module names it; null for none
    case_key     text CHECK (length(case_key) BETWEEN 1 AND 100),
    sha256       text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    file_name    text NOT NULL,
    media_type   text NOT NULL,
    size_bytes   bigint NOT NULL CHECK (size_bytes > 0),
    pages        integer NOT NULL CHECK (pages BETWEEN 1 AND 1000),
    opened_by    bigint NOT NULL,
    opened_at    timestamptz NOT NULL,
    version      bigint NOT NULL DEFAULT 1 CHECK (version > 0)
);
CREATE INDEX redaction_job_list ON redaction_job (agency_id, id DESC);
CREATE INDEX redaction_job_case ON redaction_job (case_key) WHERE case_key IS NOT NULL;
CREATE INDEX redaction_job_file ON redaction_job (sha256);

-- Numbers of a year follow one another without a gap.
CREATE TABLE redaction_counter (
    year  integer PRIMARY KEY,
    last  integer NOT NULL CHECK (last BETWEEN 1 AND 99999)
);

CREATE TABLE redaction_mark (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job_id             bigint NOT NULL REFERENCES redaction_job (id),
    quote              text,
    page               integer CHECK (page > 0),
    box_left           double precision,
    box_top            double precision,
    box_right          double precision,
    box_bottom         double precision,
    ground             text NOT NULL,
    law                text NOT NULL,
    reason             text NOT NULL,
    elsewhere_allowed  boolean NOT NULL,
    places             integer NOT NULL CHECK (places > 0),
    marked_by          bigint NOT NULL,
    marked_at          timestamptz NOT NULL,
    removed_by         bigint,
    removed_at         timestamptz,
    -- either words, or an area within a page
    CHECK (CASE WHEN quote IS NULL
        THEN page IS NOT NULL AND box_left >= 0 AND box_top >= 0 AND box_right <= 1 AND box_bottom <= 1
            AND box_left < box_right AND box_top < box_bottom
        ELSE length(btrim(quote)) > 0 AND box_left IS NULL END)
);
CREATE INDEX redaction_mark_job ON redaction_mark (job_id, id);

-- 公开件: made of the marks as they stood in one version of the job.
CREATE TABLE redaction_release (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job_id       bigint NOT NULL REFERENCES redaction_job (id),
    job_version  bigint NOT NULL,
    -- the numbers of the marks it is made of
    marks        jsonb NOT NULL,
    state        text NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'REFUSED')),
    pages_done   integer NOT NULL DEFAULT 0,
    asked_by     bigint NOT NULL,
    asked_at     timestamptz NOT NULL,
    ended_at     timestamptz,
    sha256       text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    file_name    text,
    parts        jsonb,
    proof        jsonb,
    -- why it was refused, a sentence for the clerk
    refusal      text,
    CHECK ((state = 'DONE') = (sha256 IS NOT NULL AND parts IS NOT NULL AND proof IS NOT NULL)),
    CHECK ((state = 'REFUSED') = (refusal IS NOT NULL))
);
CREATE INDEX redaction_release_job ON redaction_release (job_id, id DESC);
-- One at a time for a job.
CREATE UNIQUE INDEX redaction_release_open ON redaction_release (job_id) WHERE state IN ('WAITING', 'RUNNING');
CREATE INDEX redaction_release_file ON redaction_release (sha256);

GRANT SELECT, INSERT ON redaction_job, redaction_mark, redaction_release, redaction_counter TO gongkai_app;
GRANT UPDATE (version) ON redaction_job TO gongkai_app;
GRANT UPDATE (removed_by, removed_at) ON redaction_mark TO gongkai_app;
GRANT UPDATE (state, pages_done, ended_at, sha256, file_name, parts, proof, refusal) ON redaction_release TO gongkai_app;
GRANT UPDATE (last) ON redaction_counter TO gongkai_app;
