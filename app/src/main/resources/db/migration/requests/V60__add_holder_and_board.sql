-- 经办人: who handles the request now. Not an event of the procedure: it moves no day and tells the applicant nothing.
ALTER TABLE request_case ADD COLUMN holder_id bigint;

-- 分办与交接记录: who was given the request, by whom and why; append-only. No holder: it was taken back.
CREATE TABLE request_holding (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id       bigint NOT NULL REFERENCES request_case (id),
    holder_id     bigint,
    given_by      bigint NOT NULL,
    on_behalf_of  bigint,
    note          text,
    given_at      timestamptz NOT NULL
);
CREATE INDEX request_holding_case ON request_holding (case_id, id);

-- 看板: counts and lists come from these columns alone. The two dropped ones are beginnings of the new ones.
CREATE INDEX request_case_board ON request_case (agency_id, stage, due, section_id, holder_id) WHERE answered_on IS NULL;
CREATE INDEX request_case_first_due ON request_case (agency_id, due NULLS FIRST, id) WHERE answered_on IS NULL;
CREATE INDEX request_case_holder ON request_case (holder_id) WHERE answered_on IS NULL AND holder_id IS NOT NULL;
CREATE INDEX request_case_done ON request_case (agency_id, answered_on) WHERE answered_on IS NOT NULL;
DROP INDEX request_case_stage;
DROP INDEX request_case_due;

-- 常用查询: a list as its owner wants it again; at most one is what opens first.
CREATE TABLE request_saved_filter (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id  bigint NOT NULL,
    name       text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 30),
    query      text NOT NULL CHECK (length(query) <= 2000),
    first      boolean NOT NULL DEFAULT false,
    UNIQUE (person_id, name)
);
CREATE UNIQUE INDEX request_saved_filter_first ON request_saved_filter (person_id) WHERE first;

GRANT UPDATE (holder_id) ON request_case TO gongkai_app;
GRANT SELECT, INSERT ON request_holding TO gongkai_app;
GRANT SELECT, INSERT, UPDATE (query, first), DELETE ON request_saved_filter TO gongkai_app;
