-- 撤下: a ruling changed, revoked or held unlawful what a published batch says; it leaves the site within three
-- working days, with reasons (行政处罚法 art. 48). Append-only.
CREATE TABLE inspection_ruling (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id  bigint NOT NULL,
    task_id    bigint NOT NULL REFERENCES inspection_task (id),
    batch_id   bigint NOT NULL REFERENCES inspection_result_batch (id),
    kind       text NOT NULL CHECK (kind IN ('CHANGED', 'REVOKED', 'UNLAWFUL')),
    ruled_on   date NOT NULL,
    reasons    text NOT NULL CHECK (reasons <> ''),
    person_id  bigint NOT NULL,
    at         timestamptz NOT NULL
);
CREATE INDEX inspection_ruling_list ON inspection_ruling (agency_id, id DESC);

-- 决定: what came of a hand-over: a penalty or licence decision, public within seven working days. Its own document
-- publishes it; which one is said once. Append-only but for that.
CREATE TABLE inspection_decision (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id     bigint NOT NULL,
    task_id       bigint NOT NULL REFERENCES inspection_task (id),
    kind          text NOT NULL CHECK (kind IN ('PENALTY', 'LICENCE', 'OTHER')),
    number        text NOT NULL CHECK (number <> ''),
    decided_on    date NOT NULL,
    document_id   uuid,
    published_on  date,
    person_id     bigint NOT NULL,
    at            timestamptz NOT NULL,
    UNIQUE (agency_id, number)
);
CREATE INDEX inspection_decision_list ON inspection_decision (agency_id, id DESC);
CREATE INDEX inspection_decision_document ON inspection_decision (document_id);

GRANT SELECT, INSERT ON inspection_ruling, inspection_decision TO gongkai_app;
GRANT UPDATE (document_id, published_on) ON inspection_decision TO gongkai_app;

-- When a document with results was last corrected: a correction can do what a ruling asks for.
ALTER TABLE inspection_result_batch ADD COLUMN corrected_on date;
GRANT UPDATE (corrected_on) ON inspection_result_batch TO gongkai_app;
