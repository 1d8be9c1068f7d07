-- 我为政府网站找错: what readers found wrong on the site, until it is answered. What a reader wrote is never
-- changed; what was done about it is added; how to reach the reader lies apart and can be erased.
CREATE TABLE mistake_report (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id    bigint NOT NULL,
    number       text NOT NULL UNIQUE CHECK (number ~ '^ZC-[0-9]{4}-[0-9]{5}$'),
    page         text NOT NULL CHECK (length(page) BETWEEN 1 AND 300),
    kind         text NOT NULL,
    description  text NOT NULL CHECK (length(btrim(description)) > 0),
    fingerprint  text NOT NULL,
    received_at  timestamptz NOT NULL,
    received_on  date NOT NULL,
    section_id   bigint,
    state        text NOT NULL CHECK (state IN ('OPEN', 'ANSWERED', 'REJECTED')),
    version      integer NOT NULL DEFAULT 1 CHECK (version > 0)
);
CREATE INDEX mistake_report_list ON mistake_report (agency_id, id DESC);
CREATE INDEX mistake_report_open ON mistake_report (agency_id, received_on, id) WHERE state = 'OPEN';
CREATE INDEX mistake_report_fingerprint ON mistake_report (fingerprint, received_at);

-- Numbers of a year follow one another without a gap.
CREATE TABLE mistake_counter (
    year  integer PRIMARY KEY,
    last  integer NOT NULL CHECK (last BETWEEN 1 AND 99999)
);

-- 办理: routed, answered, rejected, contact erased; by whom, with what words. Append-only.
CREATE TABLE mistake_step (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    report_id     bigint NOT NULL REFERENCES mistake_report (id),
    step          text NOT NULL CHECK (step IN ('ROUTE', 'ANSWER', 'REJECT', 'ERASE_CONTACT')),
    words         text NOT NULL CHECK (length(btrim(words)) > 0),
    section_id    bigint,
    person_id     bigint NOT NULL,
    on_behalf_of  bigint,
    taken_at      timestamptz NOT NULL
);
CREATE INDEX mistake_step_report ON mistake_step (report_id, id);
-- One answer to a report, whatever two desks do at once.
CREATE UNIQUE INDEX mistake_step_final ON mistake_step (report_id) WHERE step IN ('ANSWER', 'REJECT');

-- 联系方式: personal data, sealed, and gone when it is erased.
CREATE TABLE mistake_contact (
    report_id  bigint PRIMARY KEY REFERENCES mistake_report (id),
    sealed     bytea NOT NULL
);

-- Keyed hashes of where reports and wrong questions came from, for a day.
CREATE TABLE mistake_try (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    origin_key   text NOT NULL,
    what         text NOT NULL CHECK (what IN ('REPORT', 'WRONG_SECRET')),
    at           timestamptz NOT NULL
);
CREATE INDEX mistake_try_origin ON mistake_try (origin_key, what, at);
CREATE INDEX mistake_try_at ON mistake_try (at);

GRANT SELECT, INSERT ON mistake_report, mistake_step, mistake_contact, mistake_try, mistake_counter TO gongkai_app;
GRANT UPDATE (section_id, state, version) ON mistake_report TO gongkai_app;
GRANT UPDATE (last) ON mistake_counter TO gongkai_app;
GRANT DELETE ON mistake_contact, mistake_try TO gongkai_app;
