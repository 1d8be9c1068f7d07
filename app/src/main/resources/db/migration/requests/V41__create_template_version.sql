-- 文书模板集: each change is a version of the whole set; the latest is in force. Append-only.
CREATE TABLE request_template_version (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id   bigint NOT NULL,
    number      integer NOT NULL CHECK (number > 0),
    name        text NOT NULL CHECK (length(btrim(name)) > 0),
    text        text NOT NULL,
    why         text NOT NULL CHECK (length(btrim(why)) BETWEEN 1 AND 200),
    person_id   bigint NOT NULL,
    written_at  timestamptz NOT NULL,
    UNIQUE (agency_id, number)
);

GRANT SELECT, INSERT ON request_template_version TO gongkai_app;
