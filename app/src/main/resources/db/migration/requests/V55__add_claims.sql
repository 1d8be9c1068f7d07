-- 更正本人信息 (条例 art. 41) and 投诉 (arts. 47, 51): paths of their own beside requests. What happened is append-only; stage and
-- day follow from it. Who claims lies sealed and apart.
CREATE TABLE request_claim (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id     bigint NOT NULL,
    number        text NOT NULL UNIQUE CHECK (number ~ '^(GZ|TS)-[0-9]{4}-[0-9]{5,}$'),
    kind          text NOT NULL CHECK (kind IN ('RECORD_CORRECTION', 'INACTION_COMPLAINT', 'RIGHTS_COMPLAINT')),
    person_mask   text NOT NULL,
    about         text NOT NULL CHECK (length(btrim(about)) > 0),
    evidence      text,
    received_on   date NOT NULL,
    entered_at    timestamptz NOT NULL,
    entered_by    bigint,
    due           date,
    closed_on     date,
    version       integer NOT NULL DEFAULT 1
);
CREATE INDEX request_claim_list ON request_claim (agency_id, id DESC);
CREATE INDEX request_claim_open ON request_claim (agency_id, due, id) WHERE closed_on IS NULL;

CREATE TABLE request_claim_person (
    claim_id  bigint PRIMARY KEY REFERENCES request_claim (id),
    sealed    bytea NOT NULL
);

CREATE TABLE request_claim_event (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    claim_id     bigint NOT NULL REFERENCES request_claim (id),
    step         text NOT NULL,
    happened_on  date NOT NULL,
    entered_at   timestamptz NOT NULL,
    person_id    bigint,
    note         text,
    term         date
);
CREATE INDEX request_claim_event_claim ON request_claim_event (claim_id, id);

CREATE TABLE request_claim_counter (
    agency_id  bigint NOT NULL,
    prefix     text NOT NULL,
    year       integer NOT NULL,
    last       integer NOT NULL CHECK (last > 0),
    PRIMARY KEY (agency_id, prefix, year)
);

GRANT SELECT, INSERT ON request_claim, request_claim_person, request_claim_event, request_claim_counter TO gongkai_app;
GRANT UPDATE (due, closed_on, version) ON request_claim TO gongkai_app;
GRANT UPDATE (last) ON request_claim_counter TO gongkai_app;
GRANT DELETE ON request_claim_person TO gongkai_app;
