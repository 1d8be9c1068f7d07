-- 历史数据导入: cases of another system with their complete event lists. A run goes on where it stood after a kill: each
-- case is taken in with its place in one transaction.
CREATE TABLE request_import_run (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id    bigint NOT NULL,
    system       text NOT NULL CHECK (length(btrim(system)) BETWEEN 1 AND 50),
    dry_run      boolean NOT NULL,
    state        text NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'CANCELLED')),
    begun_by     bigint NOT NULL,
    begun_at     timestamptz NOT NULL,
    -- When this stretch of work began, and when it last went on.
    resumed_at   timestamptz,
    changed_at   timestamptz NOT NULL
);
CREATE INDEX request_import_run_agency ON request_import_run (agency_id, id DESC);
CREATE INDEX request_import_run_open ON request_import_run (id) WHERE state IN ('WAITING', 'RUNNING');

-- One row for each case of a run; the case as sent is sealed and forgotten once it is in.
CREATE TABLE request_import_part (
    run_id          bigint NOT NULL REFERENCES request_import_run (id),
    position        integer NOT NULL CHECK (position > 0),
    row_number      integer NOT NULL,
    outside_number  text NOT NULL,
    sealed          bytea,
    result          text CHECK (result IN ('IN', 'KNOWN', 'BROKEN')),
    case_id         bigint REFERENCES request_case (id),
    PRIMARY KEY (run_id, position)
);
CREATE INDEX request_import_part_left ON request_import_part (run_id, position) WHERE result IS NULL;

CREATE TABLE request_import_problem (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id      bigint NOT NULL REFERENCES request_import_run (id),
    position    integer NOT NULL,
    row_number  integer NOT NULL,
    event       integer,
    field       text NOT NULL,
    reason      text NOT NULL
);
CREATE INDEX request_import_problem_run ON request_import_problem (run_id, position, id);

-- 导入标记: which case came from where; a number of another system comes in once.
CREATE TABLE request_import_mark (
    case_id         bigint PRIMARY KEY REFERENCES request_case (id),
    agency_id       bigint NOT NULL,
    system          text NOT NULL,
    outside_number  text NOT NULL CHECK (length(btrim(outside_number)) BETWEEN 1 AND 100),
    run_id          bigint NOT NULL REFERENCES request_import_run (id),
    imported_at     timestamptz NOT NULL,
    UNIQUE (agency_id, system, outside_number)
);

GRANT SELECT, INSERT ON request_import_run, request_import_part, request_import_problem, request_import_mark TO gongkai_app;
GRANT UPDATE (dry_run, state, resumed_at, changed_at) ON request_import_run TO gongkai_app;
GRANT UPDATE (sealed, result, case_id) ON request_import_part TO gongkai_app;
GRANT DELETE ON request_import_problem TO gongkai_app;
