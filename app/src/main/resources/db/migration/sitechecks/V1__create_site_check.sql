-- Self-check of the site 网站自查: each run with what was found, to be opened page by page.
CREATE TABLE site_check (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id        bigint NOT NULL,
    state            text NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'CANCELLED')),
    documents_total  bigint NOT NULL DEFAULT 0,
    documents_done   bigint NOT NULL DEFAULT 0,
    -- null when it began by itself
    begun_by         bigint,
    begun_at         timestamptz NOT NULL,
    ended_at         timestamptz
);
CREATE INDEX site_check_agency ON site_check (agency_id, id DESC);
CREATE INDEX site_check_open ON site_check (id) WHERE state IN ('WAITING', 'RUNNING');

CREATE TABLE site_fault (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    check_id    bigint NOT NULL REFERENCES site_check (id),
    item        text NOT NULL,
    section_id  bigint,
    path        text NOT NULL,
    title       text NOT NULL,
    detail      text NOT NULL
);
CREATE INDEX site_fault_check ON site_fault (check_id, item, id);

GRANT SELECT, INSERT, UPDATE ON site_check TO gongkai_app;
GRANT SELECT, INSERT, DELETE ON site_fault TO gongkai_app;
