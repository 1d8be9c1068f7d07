-- 年度抽查计划 (优化营商环境条例 art. 54): a plan of a year in versions, approved ones never changed; the counts
-- frozen from the register for each draw, and who was drawn.

CREATE TABLE inspection_plan (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id  bigint NOT NULL,
    year       integer NOT NULL CHECK (year BETWEEN 2015 AND 2200),
    UNIQUE (agency_id, year)
);

CREATE TABLE inspection_plan_version (
    plan_id      bigint NOT NULL REFERENCES inspection_plan (id),
    number       integer NOT NULL CHECK (number > 0),
    state        text NOT NULL CHECK (state IN ('DRAFT', 'COMPUTED', 'APPROVED', 'REPLACED', 'DROPPED')),
    -- why it was amended; empty for the first
    reason       text NOT NULL DEFAULT '' CHECK (number = 1 OR reason <> ''),
    officer_cap  integer NOT NULL CHECK (officer_cap BETWEEN 1 AND 1000),
    yearly_cap   integer NOT NULL CHECK (yearly_cap BETWEEN 0 AND 366),
    seats        integer NOT NULL CHECK (seats BETWEEN 2 AND 9),
    revision     bigint NOT NULL DEFAULT 1,
    drafted_by   bigint NOT NULL,
    drafted_at   timestamptz NOT NULL,
    -- the numbers at the last computation: counts of each line, seats of each quarter
    feasibility  jsonb,
    approved_by  bigint,
    approved_at  timestamptz,
    PRIMARY KEY (plan_id, number),
    CHECK (state IN ('DRAFT', 'DROPPED') OR feasibility IS NOT NULL),
    CHECK ((state IN ('APPROVED', 'REPLACED')) = (approved_by IS NOT NULL)),
    -- whoever drafted it does not approve it
    CHECK (approved_by <> drafted_by)
);
CREATE UNIQUE INDEX inspection_plan_version_open ON inspection_plan_version (plan_id)
    WHERE state IN ('DRAFT', 'COMPUTED');
CREATE UNIQUE INDEX inspection_plan_version_in_force ON inspection_plan_version (plan_id) WHERE state = 'APPROVED';

-- A line keeps its key through the versions.
CREATE SEQUENCE inspection_plan_line_key;
CREATE TABLE inspection_plan_line (
    plan_id         bigint NOT NULL,
    number          integer NOT NULL,
    line_key        bigint NOT NULL,
    position        integer NOT NULL CHECK (position > 0),
    title           text NOT NULL CHECK (title <> ''),
    classes         text[] NOT NULL CHECK (cardinality(classes) > 0
        AND classes <@ ARRAY['KEY', 'SPECIAL', 'ORDINARY']),
    permit_classes  text[] NOT NULL DEFAULT '{}'
        CHECK (permit_classes <@ ARRAY['KEY', 'SIMPLIFIED', 'REGISTERED', 'NONE']),
    industries      text[] NOT NULL DEFAULT '{}',
    regions         text[] NOT NULL DEFAULT '{}',
    items           bigint[] NOT NULL CHECK (cardinality(items) > 0),
    methods         text[] NOT NULL CHECK (cardinality(methods) > 0
        AND methods <@ ARRAY['ON_SITE', 'IN_WRITING', 'ONLINE', 'SAMPLING']),
    formula         text NOT NULL CHECK (formula IN ('EACH_DRAW', 'OF_YEAR', 'PER_OFFICER', 'FIXED')),
    -- hundredths of a per cent of a ratio, or a number
    amount          integer NOT NULL CHECK (amount > 0),
    graded          boolean NOT NULL,
    quarters        integer[] NOT NULL CHECK (cardinality(quarters) > 0 AND quarters <@ ARRAY[1, 2, 3, 4]),
    initiator       text NOT NULL,
    joint           text[] NOT NULL DEFAULT '{}',
    note            text NOT NULL DEFAULT '',
    PRIMARY KEY (plan_id, number, line_key),
    FOREIGN KEY (plan_id, number) REFERENCES inspection_plan_version (plan_id, number)
);

-- 办理经过. Append-only.
CREATE TABLE inspection_plan_step (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id       bigint NOT NULL,
    number        integer NOT NULL,
    step          text NOT NULL CHECK (step IN ('BEGIN', 'SET', 'ADD_LINE', 'CHANGE_LINE', 'REMOVE_LINE', 'COMPUTE',
        'RETURN', 'APPROVE', 'AMEND', 'DROP', 'PREPARE')),
    note          text NOT NULL DEFAULT '',
    person_id     bigint NOT NULL,
    on_behalf_of  bigint,
    taken_at      timestamptz NOT NULL,
    FOREIGN KEY (plan_id, number) REFERENCES inspection_plan_version (plan_id, number)
);
CREATE INDEX inspection_plan_step_plan ON inspection_plan_step (plan_id, id);

-- 公开稿: the documents in which a version was put before the public.
CREATE TABLE inspection_plan_paper (
    plan_id      bigint NOT NULL,
    number       integer NOT NULL,
    document_id  uuid NOT NULL UNIQUE,
    person_id    bigint NOT NULL,
    at           timestamptz NOT NULL,
    FOREIGN KEY (plan_id, number) REFERENCES inspection_plan_version (plan_id, number)
);
CREATE INDEX inspection_plan_paper_version ON inspection_plan_paper (plan_id, number);

-- What an approved version says stays said.
CREATE FUNCTION inspection_plan_line_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched record;
    stands text;
BEGIN
    touched := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    SELECT state INTO stands FROM inspection_plan_version
    WHERE plan_id = touched.plan_id AND number = touched.number;
    IF stands <> 'DRAFT' THEN
        RAISE EXCEPTION 'Lines of a plan change in a draft alone, not when it is %', stands;
    END IF;
    RETURN touched;
END $$;
CREATE TRIGGER inspection_plan_line_guard BEFORE INSERT OR UPDATE OR DELETE ON inspection_plan_line
    FOR EACH ROW EXECUTE FUNCTION inspection_plan_line_guard();

CREATE FUNCTION inspection_plan_version_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state IN ('REPLACED', 'DROPPED') OR (OLD.state = 'APPROVED' AND NEW.state <> 'REPLACED') THEN
        RAISE EXCEPTION 'A plan that is % does not become %', OLD.state, NEW.state;
    END IF;
    IF OLD.state = 'APPROVED' AND (NEW.feasibility, NEW.officer_cap, NEW.yearly_cap, NEW.seats, NEW.approved_by,
            NEW.approved_at, NEW.drafted_by, NEW.reason)
            IS DISTINCT FROM (OLD.feasibility, OLD.officer_cap, OLD.yearly_cap, OLD.seats, OLD.approved_by,
            OLD.approved_at, OLD.drafted_by, OLD.reason) THEN
        RAISE EXCEPTION 'An approved plan is not changed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER inspection_plan_version_guard BEFORE UPDATE ON inspection_plan_version
    FOR EACH ROW EXECUTE FUNCTION inspection_plan_version_guard();

-- 冻结: one draw of a line and quarter, from the version then in force. A void frees the place.
CREATE TABLE inspection_planned_draw (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id  bigint NOT NULL,
    plan_id    bigint NOT NULL,
    number     integer NOT NULL,
    line_key   bigint NOT NULL,
    year       integer NOT NULL,
    quarter    integer NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    as_of      date NOT NULL,
    frozen_by  bigint NOT NULL,
    frozen_at  timestamptz NOT NULL,
    voided_at  timestamptz,
    void_reason text CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
    FOREIGN KEY (plan_id, number, line_key) REFERENCES inspection_plan_line (plan_id, number, line_key)
);
CREATE UNIQUE INDEX inspection_planned_draw_once ON inspection_planned_draw (line_key, quarter)
    WHERE voided_at IS NULL;

-- 冻结抽查数: the count of a stratum with what it was computed from. Append-only.
CREATE TABLE inspection_frozen_quota (
    draw_id         bigint NOT NULL REFERENCES inspection_planned_draw (id),
    stratum         text NOT NULL CHECK (stratum <> ''),
    formula         text NOT NULL,
    amount          integer NOT NULL,
    risk_class      text CHECK (risk_class IN ('A', 'B', 'C', 'D')),
    register        integer NOT NULL CHECK (register >= 0),
    class_register  integer NOT NULL CHECK (class_register >= register),
    officers        integer NOT NULL CHECK (officers >= 0),
    wanted          integer NOT NULL CHECK (wanted >= 0),
    turn            integer NOT NULL CHECK (turn > 0),
    turns           integer NOT NULL CHECK (turns >= turn),
    drawn_before    integer NOT NULL CHECK (drawn_before >= 0),
    count           integer NOT NULL CHECK (count BETWEEN 0 AND register),
    as_of           date NOT NULL,
    PRIMARY KEY (draw_id, stratum)
);

-- 抽中对象. A unit replaced by the next of the reserve has ended.
CREATE TABLE inspection_drawn_unit (
    draw_id     bigint NOT NULL REFERENCES inspection_planned_draw (id),
    unit_id     bigint NOT NULL,
    risk_class  text NOT NULL CHECK (risk_class IN ('A', 'B', 'C', 'D')),
    items       bigint[] NOT NULL,
    year        integer NOT NULL,
    drawn_at    timestamptz NOT NULL,
    ended_at    timestamptz,
    PRIMARY KEY (draw_id, unit_id)
);
CREATE INDEX inspection_drawn_unit_year ON inspection_drawn_unit (year, unit_id) WHERE ended_at IS NULL;

-- 计划期限设置: what no law fixes, by its first day and with its source. Append-only.
CREATE TABLE inspection_plan_terms (
    agency_id      bigint NOT NULL,
    valid_from     date NOT NULL,
    source         text NOT NULL CHECK (source <> ''),
    plan_month     integer NOT NULL CHECK (plan_month BETWEEN 1 AND 12),
    plan_day       integer NOT NULL CHECK (plan_day BETWEEN 1 AND 31),
    draw_month     integer NOT NULL CHECK (draw_month BETWEEN 1 AND 3),
    officer_cap    integer NOT NULL CHECK (officer_cap BETWEEN 1 AND 1000),
    person_id      bigint NOT NULL,
    entered_at     timestamptz NOT NULL,
    PRIMARY KEY (agency_id, valid_from)
);

GRANT SELECT, INSERT ON inspection_plan, inspection_plan_version, inspection_plan_step, inspection_plan_paper,
    inspection_planned_draw, inspection_frozen_quota, inspection_drawn_unit, inspection_plan_terms TO gongkai_app;
GRANT SELECT, INSERT, DELETE ON inspection_plan_line TO gongkai_app;
GRANT UPDATE ON inspection_plan_line TO gongkai_app;
GRANT UPDATE (state, officer_cap, yearly_cap, seats, revision, feasibility, approved_by, approved_at)
    ON inspection_plan_version TO gongkai_app;
GRANT UPDATE (voided_at, void_reason) ON inspection_planned_draw TO gongkai_app;
GRANT UPDATE (ended_at) ON inspection_drawn_unit TO gongkai_app;
GRANT USAGE ON SEQUENCE inspection_plan_line_key TO gongkai_app;
