-- Import of an old site 网站历史信息导入: runs over a folder, what was wrong in which row, old addresses.

-- 导入任务. Counts and place move in the transaction that takes the rows in: a killed run goes on there.
CREATE TABLE import_run (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- null until the folder's own settings have been read
    agency_id     bigint,
    folder        text NOT NULL CHECK (folder <> ''),
    dry_run       boolean NOT NULL,
    state         text NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    batch_id      bigint,
    source_name   text,
    -- of the manifest: a changed one is read from its beginning, with what is in passed over
    manifest      text,
    rows_total    integer,
    rows_done     integer NOT NULL DEFAULT 0,
    rows_in       integer NOT NULL DEFAULT 0,
    rows_known    integer NOT NULL DEFAULT 0,
    rows_held     integer NOT NULL DEFAULT 0,
    rows_broken   integer NOT NULL DEFAULT 0,
    failure       text,
    begun_by      bigint,
    begun_at      timestamptz NOT NULL,
    resumed_at    timestamptz,
    resumed_from  integer NOT NULL DEFAULT 0,
    changed_at    timestamptz NOT NULL
);
CREATE INDEX import_run_open ON import_run (id) WHERE state IN ('WAITING', 'RUNNING');

-- 问题清单: row, field and reason, as the operator reads it.
CREATE TABLE import_problem (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id      bigint NOT NULL REFERENCES import_run (id),
    row_number  integer NOT NULL,
    source_key  text NOT NULL,
    field       text NOT NULL,
    reason      text NOT NULL
);
CREATE INDEX import_problem_run ON import_problem (run_id, row_number, id);

-- 原网址: where a document stood at the old site, path and query, and which it is here.
CREATE TABLE old_address (
    path         text PRIMARY KEY CHECK (path LIKE '/%'),
    document_id  uuid NOT NULL,
    batch_id     bigint NOT NULL
);
CREATE INDEX old_address_batch ON old_address (batch_id);
CREATE INDEX old_address_document ON old_address (document_id);

GRANT SELECT, INSERT, UPDATE ON import_run TO gongkai_app;
GRANT SELECT, INSERT, DELETE ON import_problem, old_address TO gongkai_app;
