-- 期限重算进度: open cases are counted by a new calendar in parts; how far that has come is read at the desk. One row for each
-- calendar they were brought up to.
CREATE TABLE request_redating_run (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version   text NOT NULL,
    begun_at  timestamptz NOT NULL,
    ended_at  timestamptz,
    cases     integer NOT NULL CHECK (cases >= 0),
    done      integer NOT NULL DEFAULT 0 CHECK (done >= 0),
    moved     integer NOT NULL DEFAULT 0 CHECK (moved BETWEEN 0 AND done)
);

-- Which run it was; without a foreign key, because a hundred thousand rows come at once.
ALTER TABLE request_redating ADD COLUMN run_id bigint;
CREATE INDEX request_redating_run_cases ON request_redating (run_id, id);

-- Open cases are walked by number; an index by calendar would be written again for each of them.
DROP INDEX request_case_calendar;
CREATE INDEX request_case_open ON request_case (id) WHERE answered_on IS NULL;

GRANT SELECT, INSERT ON request_redating_run TO gongkai_app;
GRANT UPDATE (ended_at, cases, done, moved) ON request_redating_run TO gongkai_app;
