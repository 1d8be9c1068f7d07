-- 检查任务: a visit of a draw, or outside the plan for a cause that a leader approved (国办发〔2024〕54号).
CREATE TABLE inspection_task (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id     bigint NOT NULL,
    number        text NOT NULL CHECK (number ~ '^JC-[0-9]{4}-[0-9]{5}$'),
    source        text NOT NULL CHECK (source IN ('DRAWN', 'COMPLAINT', 'LEAD', 'ORDER', 'ACCIDENT')),
    -- of a drawn visit: which draw, which number in it, and where its certificate is read
    draw_seq      bigint,
    visit         integer CHECK (visit > 0),
    certificate   text,
    unit_id       bigint NOT NULL REFERENCES inspection_unit (id),
    item_id       bigint NOT NULL REFERENCES inspection_item (id),
    reason        text NOT NULL DEFAULT '',
    reference     text NOT NULL DEFAULT '',
    sealed        boolean NOT NULL DEFAULT false,
    release_on    date NOT NULL,
    due_on        date NOT NULL CHECK (due_on >= release_on),
    state         text NOT NULL CHECK (state IN ('PROPOSED', 'REFUSED', 'OPEN', 'CHECKED', 'SKIPPED')),
    approved_by   bigint,
    ended_on      date,
    result        text,
    skip_reason   text,
    skip_words    text,
    version       bigint NOT NULL DEFAULT 1 CHECK (version > 0),
    created_at    timestamptz NOT NULL,
    created_by    bigint,
    UNIQUE (agency_id, number),
    CHECK ((source = 'DRAWN') = (draw_seq IS NOT NULL) AND (source = 'DRAWN') = (visit IS NOT NULL)),
    -- nothing outside the plan without its reason and without a leader, who is not who asked
    CHECK (source = 'DRAWN' OR reason <> ''),
    CHECK (source = 'DRAWN' OR state IN ('PROPOSED', 'REFUSED') OR approved_by IS NOT NULL),
    CHECK (approved_by IS NULL OR approved_by <> created_by),
    CHECK ((state = 'CHECKED') = (result IS NOT NULL)),
    CHECK ((state = 'SKIPPED') = (skip_reason IS NOT NULL AND skip_words IS NOT NULL)),
    CHECK ((state IN ('CHECKED', 'SKIPPED')) = (ended_on IS NOT NULL))
);
-- A visit that is drawn once is one task; a replaced unit makes another of the same visit.
CREATE UNIQUE INDEX inspection_task_visit ON inspection_task (agency_id, draw_seq, visit, unit_id)
    WHERE draw_seq IS NOT NULL;
CREATE INDEX inspection_task_list ON inspection_task (agency_id, id DESC);
CREATE INDEX inspection_task_open ON inspection_task (agency_id, due_on, id) WHERE state IN ('PROPOSED', 'OPEN');
CREATE INDEX inspection_task_unit ON inspection_task (unit_id, id);

CREATE TABLE inspection_task_counter (
    agency_id  bigint NOT NULL,
    year       integer NOT NULL,
    last       integer NOT NULL CHECK (last BETWEEN 1 AND 99999),
    PRIMARY KEY (agency_id, year)
);

-- 检查组. Who leaves the team stays on record.
CREATE TABLE inspection_task_officer (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id     bigint NOT NULL REFERENCES inspection_task (id),
    officer_id  bigint NOT NULL REFERENCES inspection_officer (id),
    joined_at   timestamptz NOT NULL,
    left_at     timestamptz,
    left_why    text
);
CREATE UNIQUE INDEX inspection_task_officer_once ON inspection_task_officer (task_id, officer_id)
    WHERE left_at IS NULL;
CREATE INDEX inspection_task_officer_list ON inspection_task_officer (officer_id, task_id) WHERE left_at IS NULL;

-- 办理记录. Append-only.
CREATE TABLE inspection_task_step (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id       bigint NOT NULL REFERENCES inspection_task (id),
    step          text NOT NULL,
    words         text NOT NULL DEFAULT '',
    on_day        date,
    person_id     bigint,
    on_behalf_of  bigint,
    taken_at      timestamptz NOT NULL
);
CREATE INDEX inspection_task_step_task ON inspection_task_step (task_id, id);
-- One end to a task, whatever two telephones send at once.
CREATE UNIQUE INDEX inspection_task_step_end ON inspection_task_step (task_id)
    WHERE step IN ('FINISH', 'SKIP');

-- 查阅记录: of a list that is secret until its day, each look. Append-only.
CREATE TABLE inspection_task_look (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id    bigint NOT NULL REFERENCES inspection_task (id),
    person_id  bigint NOT NULL,
    at         timestamptz NOT NULL
);
CREATE INDEX inspection_task_look_task ON inspection_task_look (task_id, id);

-- 检查表: versions for each item; one that was used is never changed.
CREATE TABLE inspection_check_form (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id   bigint NOT NULL,
    item_id     bigint NOT NULL REFERENCES inspection_item (id),
    version     integer NOT NULL CHECK (version > 0),
    questions   jsonb NOT NULL,
    valid_from  date NOT NULL,
    created_at  timestamptz NOT NULL,
    created_by  bigint,
    UNIQUE (item_id, version)
);

-- 检查记录: every save of a record under the id that the telephone gave it, so that one sent twice is one.
-- A save that was made from an older one than the newest has no number: it is kept beside. Append-only.
CREATE TABLE inspection_visit_save (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id      bigint NOT NULL REFERENCES inspection_task (id),
    client_id    uuid NOT NULL UNIQUE,
    base         integer NOT NULL CHECK (base >= 0),
    number       integer CHECK (number > 0),
    finished     boolean NOT NULL,
    form_id      bigint REFERENCES inspection_check_form (id),
    content      jsonb NOT NULL,
    fingerprint  text NOT NULL,
    made_at      timestamptz NOT NULL,
    person_id    bigint NOT NULL,
    saved_at     timestamptz NOT NULL,
    UNIQUE (task_id, number)
);
CREATE INDEX inspection_visit_save_task ON inspection_visit_save (task_id, id);

-- Whom the officers met: personal data, sealed, and gone when it is erased.
CREATE TABLE inspection_visit_present (
    save_id  bigint PRIMARY KEY REFERENCES inspection_visit_save (id),
    sealed   bytea NOT NULL
);

-- 证据照片: the picture as it was taken, and one that tells neither place nor device.
CREATE TABLE inspection_evidence (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id        bigint NOT NULL REFERENCES inspection_task (id),
    client_id      uuid NOT NULL UNIQUE,
    question       text NOT NULL DEFAULT '',
    name           text NOT NULL,
    media_type     text NOT NULL,
    size           bigint NOT NULL,
    sha256         text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    public_sha256  text NOT NULL CHECK (public_sha256 ~ '^[0-9a-f]{64}$'),
    person_id      bigint NOT NULL,
    added_at       timestamptz NOT NULL
);
CREATE INDEX inspection_evidence_task ON inspection_evidence (task_id, id);
CREATE INDEX inspection_evidence_file ON inspection_evidence (sha256);
CREATE INDEX inspection_evidence_public_file ON inspection_evidence (public_sha256);

-- 处理措施 of a finished inspection. Append-only.
CREATE TABLE inspection_measure (
    task_id  bigint NOT NULL REFERENCES inspection_task (id),
    measure  text NOT NULL CHECK (measure IN ('ORDER_TO_CORRECT', 'OPEN_CASE', 'TRANSFER')),
    PRIMARY KEY (task_id, measure)
);

-- 责令改正与复查.
CREATE TABLE inspection_rectification (
    task_id       bigint PRIMARY KEY REFERENCES inspection_task (id),
    ordered_on    date NOT NULL,
    due_on        date NOT NULL CHECK (due_on >= ordered_on),
    words         text NOT NULL DEFAULT '',
    reported_on   date,
    rechecked_on  date,
    passed        boolean,
    CHECK ((rechecked_on IS NULL) = (passed IS NULL))
);

-- 移交 to the penalty procedure or to another authority, as a record. Append-only but for the decision.
CREATE TABLE inspection_hand_over (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id          bigint NOT NULL REFERENCES inspection_task (id),
    measure          text NOT NULL CHECK (measure IN ('OPEN_CASE', 'TRANSFER')),
    receiver         text NOT NULL CHECK (receiver <> ''),
    paper            text NOT NULL CHECK (paper <> ''),
    handed_on        date NOT NULL,
    words            text NOT NULL DEFAULT '',
    person_id        bigint NOT NULL,
    at               timestamptz NOT NULL,
    UNIQUE (task_id, measure)
);

-- 结果公示: finished tasks drafted together for publication; what stands in the table is frozen.
CREATE TABLE inspection_result_batch (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id     bigint NOT NULL,
    document_id   uuid NOT NULL UNIQUE,
    title         text NOT NULL,
    drafted_at    timestamptz NOT NULL,
    drafted_by    bigint NOT NULL,
    published_on  date,
    withdrawn_on  date
);
CREATE INDEX inspection_result_batch_list ON inspection_result_batch (agency_id, id DESC);
CREATE TABLE inspection_result_line (
    batch_id  bigint NOT NULL REFERENCES inspection_result_batch (id),
    task_id   bigint NOT NULL REFERENCES inspection_task (id),
    cells     jsonb NOT NULL,
    PRIMARY KEY (batch_id, task_id)
);
CREATE INDEX inspection_result_line_task ON inspection_result_line (task_id);

-- 抽取办结: every visit of the draw was made or skipped for a reason, and is public. Append-only.
CREATE TABLE inspection_draw_closing (
    agency_id  bigint NOT NULL,
    draw_seq   bigint NOT NULL,
    closed_on  date NOT NULL,
    closed_by  bigint NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (agency_id, draw_seq)
);

GRANT SELECT, INSERT ON inspection_task, inspection_task_counter, inspection_task_officer, inspection_task_step,
    inspection_task_look, inspection_check_form, inspection_visit_save, inspection_visit_present,
    inspection_evidence, inspection_measure, inspection_rectification, inspection_hand_over,
    inspection_result_batch, inspection_result_line, inspection_draw_closing TO gongkai_app;
GRANT UPDATE (state, approved_by, ended_on, result, skip_reason, skip_words, version) ON inspection_task TO gongkai_app;
GRANT UPDATE (last) ON inspection_task_counter TO gongkai_app;
GRANT UPDATE (left_at, left_why) ON inspection_task_officer TO gongkai_app;
GRANT UPDATE (reported_on, rechecked_on, passed) ON inspection_rectification TO gongkai_app;
GRANT UPDATE (published_on, withdrawn_on) ON inspection_result_batch TO gongkai_app;
GRANT DELETE ON inspection_visit_present TO gongkai_app;
