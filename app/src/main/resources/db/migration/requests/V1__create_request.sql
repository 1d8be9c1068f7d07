-- 依申请公开 (条例 ch. 4). What happened to a request is a list of events that is only added to; stage, day of receipt and
-- deadline on the case's row follow from the events and the calendar and are written again after each of them.
CREATE TABLE request_case (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id          bigint NOT NULL,
    number             text NOT NULL UNIQUE CHECK (number ~ '^YSQ-[0-9]{4}-[0-9]{5,}$'),
    channel            text NOT NULL CHECK (channel IN ('IN_PERSON', 'SIGNED_POST', 'ORDINARY_POST', 'ONLINE', 'FAX',
                           'EMAIL', 'OTHER_UNIT', 'PLATFORM')),
    applicant_class    text NOT NULL CHECK (applicant_class IN ('NATURAL_PERSON', 'BUSINESS', 'RESEARCH', 'CHARITY',
                           'LEGAL_SERVICE', 'OTHER')),
    -- 张**: enough to tell cases apart on a list, not to know the person.
    applicant_mask     text NOT NULL,
    -- A keyed hash of who asks, by which the same applicant is found again; it leads back to nobody.
    applicant_key      text NOT NULL,
    wanted_form        text NOT NULL CHECK (wanted_form IN ('PAPER', 'ELECTRONIC', 'DISC')),
    delivery           text NOT NULL CHECK (delivery IN ('IN_PERSON', 'POST', 'EMAIL', 'FAX', 'ON_SITE')),
    fingerprint        text NOT NULL,
    arrived_on         date NOT NULL,
    entered_at         timestamptz NOT NULL,
    entered_by         bigint,
    -- Raised when a lost query secret is given again; older secrets then open nothing.
    secret_generation  integer NOT NULL DEFAULT 1 CHECK (secret_generation > 0),
    -- From here on: what follows from the events.
    stage              text NOT NULL,
    section_id         bigint,
    received_on        date,
    due                date,
    warn_by            date,
    provisional        boolean NOT NULL DEFAULT false,
    calendar_version   text,
    answered_on        date,
    breaches           integer NOT NULL DEFAULT 0 CHECK (breaches >= 0),
    version            integer NOT NULL DEFAULT 1 CHECK (version > 0)
);
CREATE INDEX request_case_list ON request_case (agency_id, id DESC);
CREATE INDEX request_case_stage ON request_case (agency_id, stage, due, id);
CREATE INDEX request_case_due ON request_case (agency_id, due, id) WHERE answered_on IS NULL;
CREATE INDEX request_case_section ON request_case (agency_id, section_id, id DESC);
CREATE INDEX request_case_applicant ON request_case (applicant_key, id DESC);
CREATE INDEX request_case_fingerprint ON request_case (fingerprint, entered_at);

-- Numbers of a year follow one another without a gap.
CREATE TABLE request_counter (
    agency_id  bigint NOT NULL,
    year       integer NOT NULL,
    last       integer NOT NULL CHECK (last > 0),
    PRIMARY KEY (agency_id, year)
);

-- 申请内容, one row for each matter; a correction adds an edition and leaves what was first asked.
CREATE TABLE request_matter (
    case_id   bigint NOT NULL REFERENCES request_case (id),
    edition   integer NOT NULL CHECK (edition > 0),
    position  integer NOT NULL CHECK (position > 0),
    words     text NOT NULL CHECK (length(btrim(words)) > 0),
    PRIMARY KEY (case_id, edition, position)
);

-- 身份、联系方式、委托: personal data, each sealed with a key that is not in the database, and erasable by row.
CREATE TABLE request_identity (
    case_id  bigint PRIMARY KEY REFERENCES request_case (id),
    sealed   bytea NOT NULL
);
CREATE TABLE request_contact (
    case_id  bigint PRIMARY KEY REFERENCES request_case (id),
    sealed   bytea NOT NULL
);
CREATE TABLE request_mandate (
    case_id  bigint PRIMARY KEY REFERENCES request_case (id),
    sealed   bytea NOT NULL
);

-- 办理过程. Append-only: what was entered wrongly is answered by another event.
CREATE TABLE request_event (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id       bigint NOT NULL REFERENCES request_case (id),
    step          text NOT NULL,
    happened_on   date NOT NULL,
    entered_at    timestamptz NOT NULL,
    entered_on    date NOT NULL,
    person_id     bigint,
    on_behalf_of  bigint,
    note          text,
    evidence      text,
    late_reason   text,
    party         text,
    working_days  integer,
    section_id    bigint,
    way           text,
    term          date,
    outcome       text,
    CHECK (happened_on <= entered_on),
    CHECK (happened_on = entered_on OR late_reason IS NOT NULL)
);
CREATE INDEX request_event_case ON request_event (case_id, happened_on, id);

-- 推荐已公开文件: shown before a request was sent, and whether they answered it. Nothing about who asked.
CREATE TABLE request_hint (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    on_day  date NOT NULL,
    shown   integer NOT NULL CHECK (shown BETWEEN 1 AND 3),
    helped  boolean NOT NULL
);
CREATE INDEX request_hint_day ON request_hint (on_day);

-- Keyed hashes of where requests and wrong questions came from, for a day; proofs of work already used.
CREATE TABLE request_try (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    origin_key  text NOT NULL,
    what        text NOT NULL CHECK (what IN ('REQUEST', 'PROVED_REQUEST', 'WRONG_SECRET', 'PROOF')),
    at          timestamptz NOT NULL
);
CREATE INDEX request_try_origin ON request_try (origin_key, what, at);
CREATE INDEX request_try_at ON request_try (at);
CREATE UNIQUE INDEX request_try_proof ON request_try (origin_key) WHERE what = 'PROOF';

GRANT SELECT, INSERT ON request_case, request_counter, request_matter, request_identity, request_contact, request_mandate,
    request_event, request_hint, request_try TO gongkai_app;
GRANT UPDATE (stage, section_id, received_on, due, warn_by, provisional, calendar_version, answered_on, breaches, version,
    secret_generation) ON request_case TO gongkai_app;
GRANT UPDATE (last) ON request_counter TO gongkai_app;
GRANT DELETE ON request_try TO gongkai_app;
