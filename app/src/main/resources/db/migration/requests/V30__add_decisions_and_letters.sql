-- 文书信息: from where letters go out and where remedies lie; the latest counts. Append-only.
CREATE TABLE request_letter_office (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id         bigint NOT NULL,
    series            text NOT NULL CHECK (length(btrim(series)) BETWEEN 1 AND 20),
    phone             text NOT NULL,
    address           text NOT NULL,
    postcode          text NOT NULL CHECK (postcode ~ '^[0-9]{6}$'),
    government        text NOT NULL,
    upper_department  text NOT NULL,
    court             text NOT NULL,
    district          text,
    department        text,
    online_review     text,
    fee_way           text NOT NULL,
    person_id         bigint,
    written_at        timestamptz NOT NULL
);
CREATE INDEX request_letter_office_agency ON request_letter_office (agency_id, id DESC);

-- 答复决定: the answers to the questions, the outcome and what is told, one row for each matter each time it is decided.
-- The latest counts as long as the matter reads the same. Append-only.
CREATE TABLE request_decision (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     bigint NOT NULL REFERENCES request_case (id),
    position    integer NOT NULL CHECK (position > 0),
    matter      text NOT NULL,
    answers     text NOT NULL CHECK (answers ~ '^[yn]{1,40}$'),
    outcome     text NOT NULL,
    told        jsonb NOT NULL,
    person_id   bigint NOT NULL,
    decided_at  timestamptz NOT NULL
);
CREATE INDEX request_decision_case ON request_decision (case_id, position, id DESC);

-- 附件和存卷材料: a file, a redaction or a record in words, for one matter. Taken out again it stays on record.
CREATE TABLE request_paper (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id       bigint NOT NULL REFERENCES request_case (id),
    position      integer NOT NULL CHECK (position > 0),
    proof         text NOT NULL,
    words         text,
    sha256        text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    file_name     text,
    redaction_id  bigint,
    person_id     bigint NOT NULL,
    added_at      timestamptz NOT NULL,
    dropped_by    bigint,
    dropped_at    timestamptz,
    CHECK (num_nonnulls(words, sha256, redaction_id) = 1),
    CHECK ((sha256 IS NULL) = (file_name IS NULL)),
    CHECK ((dropped_by IS NULL) = (dropped_at IS NULL))
);
CREATE INDEX request_paper_case ON request_paper (case_id, id);
CREATE INDEX request_paper_file ON request_paper (sha256) WHERE sha256 IS NOT NULL;

-- 文书. What is signed is frozen: number, day, text and hash cannot change any more, and nothing is made that is not
-- signed, nothing leaves that is not made.
CREATE TABLE request_letter (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     bigint NOT NULL REFERENCES request_case (id),
    agency_id   bigint NOT NULL,
    kind        text NOT NULL,
    state       text NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'REVIEWED', 'SIGNED', 'MADE', 'DISPATCHED',
                    'UNDELIVERABLE', 'DELIVERED', 'VOID')),
    draft       integer NOT NULL CHECK (draft > 0),
    version     bigint NOT NULL DEFAULT 1,
    series      text,
    year        integer,
    number      integer CHECK (number > 0),
    written_on  date,
    sha256      text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    made_at     timestamptz,
    started_by  bigint NOT NULL,
    started_at  timestamptz NOT NULL,
    CHECK (num_nonnulls(series, year, number) IN (0, 3)),
    CHECK (state NOT IN ('SIGNED', 'MADE', 'DISPATCHED', 'UNDELIVERABLE', 'DELIVERED')
           OR sha256 IS NOT NULL AND written_on IS NOT NULL),
    CHECK (state NOT IN ('MADE', 'DISPATCHED', 'UNDELIVERABLE', 'DELIVERED') OR made_at IS NOT NULL)
);
CREATE INDEX request_letter_case ON request_letter (case_id, id);
CREATE INDEX request_letter_waiting ON request_letter (agency_id, state, id) WHERE state IN ('SUBMITTED', 'SIGNED', 'MADE');
CREATE UNIQUE INDEX request_letter_number ON request_letter (agency_id, year, number);
CREATE UNIQUE INDEX request_letter_one_answer ON request_letter (case_id)
    WHERE kind IN ('REPLY', 'NO_HANDLING') AND state IN ('DRAFT', 'SUBMITTED', 'REVIEWED', 'SIGNED', 'MADE');

CREATE FUNCTION request_letter_stays_as_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.draft, NEW.series, NEW.year, NEW.number, NEW.written_on, NEW.sha256)
        IS DISTINCT FROM (OLD.draft, OLD.series, OLD.year, OLD.number, OLD.written_on, OLD.sha256) THEN
        RAISE EXCEPTION 'A signed letter stays as it is';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER request_letter_stays_as_signed BEFORE UPDATE ON request_letter
    FOR EACH ROW WHEN (OLD.sha256 IS NOT NULL) EXECUTE FUNCTION request_letter_stays_as_signed();

-- 文号: of one agency and year, one after the other; taken with the signature in one transaction, so that none is missing
-- and none stands twice.
CREATE TABLE request_letter_counter (
    agency_id  bigint NOT NULL,
    year       integer NOT NULL,
    last       integer NOT NULL CHECK (last > 0),
    PRIMARY KEY (agency_id, year)
);

-- 文稿: each edition of a letter, what the template said and what was made of it. Who asks is {申请人} in it. Append-only.
CREATE TABLE request_letter_draft (
    letter_id   bigint NOT NULL REFERENCES request_letter (id),
    draft       integer NOT NULL CHECK (draft > 0),
    typed       jsonb NOT NULL,
    templates   text NOT NULL,
    title       text NOT NULL,
    addressee   text,
    filled      text NOT NULL,
    words       text NOT NULL,
    enclosures  jsonb NOT NULL,
    sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    person_id   bigint NOT NULL,
    written_at  timestamptz NOT NULL,
    PRIMARY KEY (letter_id, draft)
);
CREATE INDEX request_letter_draft_files ON request_letter_draft USING gin (enclosures jsonb_path_ops);

-- 文书流转. Append-only.
CREATE TABLE request_letter_move (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    letter_id     bigint NOT NULL REFERENCES request_letter (id),
    step          text NOT NULL,
    draft         integer NOT NULL,
    sha256        text,
    person_id     bigint NOT NULL,
    on_behalf_of  bigint,
    happened_on   date NOT NULL,
    way           text,
    evidence      text,
    note          text,
    entered_at    timestamptz NOT NULL
);
CREATE INDEX request_letter_move_letter ON request_letter_move (letter_id, id);

-- 文书成品, with the name of who asks in it: sealed like the identity, and erasable by row.
CREATE TABLE request_letter_file (
    letter_id    bigint PRIMARY KEY REFERENCES request_letter (id),
    pdf          bytea NOT NULL,
    docx         bytea NOT NULL,
    pdf_sha256   text NOT NULL CHECK (pdf_sha256 ~ '^[0-9a-f]{64}$'),
    docx_sha256  text NOT NULL CHECK (docx_sha256 ~ '^[0-9a-f]{64}$')
);

GRANT SELECT, INSERT ON request_letter_office, request_decision, request_paper, request_letter, request_letter_counter,
    request_letter_draft, request_letter_move, request_letter_file TO gongkai_app;
GRANT UPDATE (dropped_by, dropped_at) ON request_paper TO gongkai_app;
GRANT UPDATE (state, draft, version, series, year, number, written_on, sha256, made_at) ON request_letter TO gongkai_app;
GRANT UPDATE (last) ON request_letter_counter TO gongkai_app;
