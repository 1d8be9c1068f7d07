-- What is pushed to the city's shared platform (推送发件箱). A line is written in the transaction that
-- changes what the public can see; it holds no content, which is read when it is sent.
CREATE TABLE push (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_id     uuid        NOT NULL,
    sequence        integer     NOT NULL CHECK (sequence > 0),
    operation       text        NOT NULL CHECK (operation IN ('PUBLISH', 'CORRECT', 'WITHDRAW', 'RESTORE', 'PURGE')),
    edition         integer     NOT NULL CHECK (edition > 0),
    agency_id       bigint      NOT NULL,
    index_number    text        NOT NULL CHECK (index_number <> ''),
    queued_at       timestamptz NOT NULL,
    state           text        NOT NULL DEFAULT 'WAITING' CHECK (state IN
                        ('WAITING', 'SENDING', 'HANDED_OVER', 'RECEIVED', 'DEAD', 'SKIPPED', 'OVERTAKEN')),
    -- When it is tried next; while it is being sent, until when the sender may take; once handed
    -- over, until when a receipt is expected.
    due_at          timestamptz NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    -- Failures since it was queued or a person had it tried again.
    failures        integer     NOT NULL DEFAULT 0 CHECK (failures >= 0),
    receipt         text,
    external_number text,
    received_at     timestamptz,
    UNIQUE (document_id, sequence),
    CHECK (state <> 'RECEIVED' OR receipt IS NOT NULL)
);

CREATE INDEX push_open ON push (due_at, id) WHERE state IN ('WAITING', 'SENDING');
CREATE INDEX push_agency ON push (agency_id, state, id);

-- Every attempt (推送尝试), written before anything leaves the machine. One without an end is under
-- way, or the program was stopped in it.
CREATE TABLE push_attempt (
    push_id    bigint      NOT NULL REFERENCES push (id),
    number     integer     NOT NULL CHECK (number > 0),
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    outcome    text CHECK (outcome IN ('RECEIVED', 'HANDED_OVER', 'FAILED', 'REFUSED', 'NOT_PUBLIC')),
    code       text,
    detail     text,
    PRIMARY KEY (push_id, number),
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
);

-- What people did (人工处理): had it tried again, or left it, and why. Append-only.
CREATE TABLE push_step (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    push_id      bigint      NOT NULL REFERENCES push (id),
    step         text        NOT NULL CHECK (step IN ('RETRY', 'SKIP')),
    reason       text        NOT NULL CHECK (reason <> ''),
    person_id    bigint      NOT NULL,
    on_behalf_of bigint,
    taken_at     timestamptz NOT NULL
);

CREATE INDEX push_step_push ON push_step (push_id, id);

GRANT SELECT, INSERT ON push, push_attempt, push_step TO gongkai_app;
GRANT UPDATE (state, due_at, attempts, failures, receipt, external_number, received_at) ON push TO gongkai_app;
GRANT UPDATE (ended_at, outcome, code, detail) ON push_attempt TO gongkai_app;
