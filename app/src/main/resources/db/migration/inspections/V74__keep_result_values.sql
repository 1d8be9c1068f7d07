-- 检查结果值: the list of an agency as a whole, each version with its reason. Append-only; where there is none, the pattern
-- of the market regulators holds.
CREATE TABLE inspection_result_values (
    agency_id   bigint NOT NULL,
    version     integer NOT NULL CHECK (version > 0),
    list        jsonb NOT NULL,
    reason      text NOT NULL CHECK (length(btrim(reason)) > 0),
    person_id   bigint NOT NULL,
    entered_at  timestamptz NOT NULL,
    PRIMARY KEY (agency_id, version)
);

GRANT SELECT, INSERT ON inspection_result_values TO gongkai_app;
