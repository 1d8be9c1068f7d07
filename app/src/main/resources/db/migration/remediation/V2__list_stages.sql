-- 环节清单: the stages of projects as an agency counts them, and which of them owe a published document; versions are
-- added and never changed. An agency without one has the program's list.
CREATE TABLE remediation_stage_list (
    agency_id  bigint NOT NULL,
    number     integer NOT NULL CHECK (number > 0),
    -- [{"key", "name", "owesDocument"}]
    kinds      jsonb NOT NULL CHECK (jsonb_typeof(kinds) = 'array' AND jsonb_array_length(kinds) > 0),
    reason     text NOT NULL CHECK (reason <> ''),
    person_id  bigint NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (agency_id, number)
);

GRANT SELECT, INSERT ON remediation_stage_list TO gongkai_app;
