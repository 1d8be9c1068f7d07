-- 监测数据导入: a laboratory's file as it came, read and compared before anything of it is kept.
CREATE TABLE water_import (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id  bigint NOT NULL,
    file_name  text NOT NULL,
    sha256     text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    state      text NOT NULL CHECK (state IN ('READ', 'TAKEN', 'CANCELLED')),
    begun_by   bigint NOT NULL,
    begun_at   timestamptz NOT NULL,
    ended_at   timestamptz,
    CHECK ((state = 'READ') = (ended_at IS NULL))
);
CREATE INDEX water_import_list ON water_import (agency_id, id DESC);

-- 监测结果: what was found in a source in a month, in versions that are added and never changed. Values are text, so
-- that 0.0003L stays itself: [{"item", "value", "unit"}]. Without values it says why nothing was found.
CREATE TABLE water_sampling (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source_id      bigint NOT NULL REFERENCES water_source (id),
    month          date NOT NULL CHECK (extract(day FROM month) = 1),
    number         integer NOT NULL CHECK (number > 0),
    full_analysis  boolean NOT NULL,
    sampled_on     date,
    laboratory     text NOT NULL DEFAULT '',
    -- what was taken in this month, 10,000 m³
    intake         numeric CHECK (intake >= 0),
    readings       jsonb NOT NULL CHECK (jsonb_typeof(readings) = 'array'),
    origin         text NOT NULL CHECK (origin IN ('FILE', 'HAND', 'API', 'DEMO')),
    import_id      bigint REFERENCES water_import (id),
    reason         text NOT NULL,
    -- doubts that somebody looked into, by their keys
    confirmed      jsonb NOT NULL DEFAULT '[]',
    person_id      bigint,
    at             timestamptz NOT NULL,
    UNIQUE (source_id, month, number),
    CHECK (reason <> '' OR (number = 1 AND readings <> '[]')),
    CHECK ((origin = 'FILE') = (import_id IS NOT NULL)),
    CHECK (sampled_on >= month AND sampled_on < month + interval '1 month')
);
CREATE INDEX water_sampling_month ON water_sampling (month, source_id, number DESC);

GRANT SELECT, INSERT ON water_import, water_sampling TO gongkai_app;
GRANT UPDATE (state, ended_at) ON water_import TO gongkai_app;
