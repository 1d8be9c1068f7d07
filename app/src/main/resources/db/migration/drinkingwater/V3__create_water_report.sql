-- 水源水质状况报告: the report of a period and the document that carries it. A period has a second one only when the
-- document of the first was given up.
CREATE TABLE water_report (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id    bigint NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('MONTH', 'QUARTER', 'YEAR')),
    first_month  date NOT NULL CHECK (extract(day FROM first_month) = 1),
    document_id  uuid NOT NULL UNIQUE,
    begun_by     bigint NOT NULL,
    begun_at     timestamptz NOT NULL,
    CHECK (kind <> 'QUARTER' OR extract(month FROM first_month) IN (1, 4, 7, 10)),
    CHECK (kind <> 'YEAR' OR extract(month FROM first_month) = 1)
);
CREATE INDEX water_report_period ON water_report (agency_id, kind, first_month, id DESC);

-- 报告文稿: each time the report is written from the figures: the words of people in it, and what was made of them.
CREATE TABLE water_report_text (
    report_id     bigint NOT NULL REFERENCES water_report (id),
    number        integer NOT NULL CHECK (number > 0),
    introduction  text NOT NULL,
    remark        text NOT NULL,
    body_sha256   text NOT NULL CHECK (body_sha256 ~ '^[0-9a-f]{64}$'),
    -- the hashes of the files that say the same as the body
    files         jsonb NOT NULL CHECK (jsonb_typeof(files) = 'array'),
    person_id     bigint NOT NULL,
    at            timestamptz NOT NULL,
    PRIMARY KEY (report_id, number)
);

-- 送审稿: what was sent for review, by the hash that is signed, with exactly the results it tells.
CREATE TABLE water_report_version (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    report_id  bigint NOT NULL REFERENCES water_report (id),
    sha256     text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    at         timestamptz NOT NULL,
    UNIQUE (id, report_id)
);
CREATE INDEX water_report_version_text ON water_report_version (report_id, sha256, id DESC);

CREATE TABLE water_report_line (
    version_id       bigint NOT NULL REFERENCES water_report_version (id),
    source_id        bigint NOT NULL,
    month            date NOT NULL,
    -- the source as it then stood, and the version of its results
    source_number    integer NOT NULL,
    sampling_number  integer NOT NULL,
    PRIMARY KEY (version_id, source_id, month),
    FOREIGN KEY (source_id, source_number) REFERENCES water_source_version (source_id, number),
    FOREIGN KEY (source_id, month, sampling_number) REFERENCES water_sampling (source_id, month, number)
);

-- 公开记录: what became public of a report, and what was taken back, in the order in which it happened. What is public of
-- a month is what the newest line of its reports says.
CREATE TABLE water_release (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    report_id     bigint NOT NULL REFERENCES water_report (id),
    what          text NOT NULL CHECK (what IN ('PUBLISHED', 'CORRECTED', 'RESTORED', 'WITHDRAWN')),
    version_id    bigint,
    edition       integer NOT NULL CHECK (edition > 0),
    index_number  text NOT NULL CHECK (index_number <> ''),
    -- what the correction corrects, or why it was withdrawn
    note          text NOT NULL,
    at            timestamptz NOT NULL,
    FOREIGN KEY (version_id, report_id) REFERENCES water_report_version (id, report_id),
    CHECK ((what = 'WITHDRAWN') = (version_id IS NULL)),
    CHECK (what <> 'CORRECTED' OR note <> '')
);
CREATE INDEX water_release_report ON water_release (report_id, id DESC);

-- 未公开原因: why there is no report of a month; the newest line counts.
CREATE TABLE water_month_reason (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id  bigint NOT NULL,
    month      date NOT NULL CHECK (extract(day FROM month) = 1),
    reason     text NOT NULL CHECK (reason <> ''),
    person_id  bigint NOT NULL,
    at         timestamptz NOT NULL
);
CREATE INDEX water_month_reason_month ON water_month_reason (agency_id, month, id DESC);

-- 时限: days of the month itself for sampling and results, of the following month for the report and its publication.
CREATE TABLE water_terms (
    agency_id        bigint NOT NULL,
    number           integer NOT NULL CHECK (number > 0),
    valid_from       date NOT NULL CHECK (extract(day FROM valid_from) = 1),
    sampling_day     integer NOT NULL CHECK (sampling_day BETWEEN 1 AND 31),
    results_day      integer NOT NULL CHECK (results_day BETWEEN sampling_day AND 31),
    report_day       integer NOT NULL CHECK (report_day BETWEEN 1 AND 31),
    publication_day  integer NOT NULL CHECK (publication_day BETWEEN report_day AND 31),
    reason           text NOT NULL CHECK (reason <> ''),
    person_id        bigint NOT NULL,
    at               timestamptz NOT NULL,
    PRIMARY KEY (agency_id, number)
);

GRANT SELECT, INSERT ON water_report, water_report_text, water_report_version, water_report_line, water_release,
    water_month_reason, water_terms TO gongkai_app;
