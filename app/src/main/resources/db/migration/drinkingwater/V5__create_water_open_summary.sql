-- 公开摘要: what the public edition of a month's report comes to, source by source, laid out once for each edition and
-- each state of the standards, so that years of months are listed without evaluating them anew. Nothing in it is
-- public by itself: it is read by the versions that are public now, and by them alone.
CREATE TABLE water_open_month (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- the version of the report (water_report_version)
    version_id  bigint NOT NULL,
    -- the standards it was evaluated by, as a hash
    standards   text NOT NULL CHECK (standards ~ '^[0-9a-f]{64}$'),
    month       date NOT NULL CHECK (extract(day FROM month) = 1),
    UNIQUE (version_id, standards)
);

CREATE TABLE water_open_source (
    summary_id   bigint NOT NULL REFERENCES water_open_month (id),
    source_id    bigint NOT NULL,
    name         text NOT NULL,
    water_class  text,
    -- null where nothing was judged
    met          boolean,
    judged       integer NOT NULL CHECK (judged >= 0),
    intake       numeric,
    PRIMARY KEY (summary_id, source_id)
);

-- 超标记录: an item over its limit in a source in a month, by the item's key.
CREATE TABLE water_open_over (
    summary_id  bigint NOT NULL,
    source_id   bigint NOT NULL,
    item        text NOT NULL,
    name        text NOT NULL,
    value       text NOT NULL,
    unit        text NOT NULL,
    limit_text  text NOT NULL,
    multiple    numeric,
    PRIMARY KEY (summary_id, source_id, item),
    FOREIGN KEY (summary_id, source_id) REFERENCES water_open_source (summary_id, source_id)
);
CREATE INDEX water_open_over_item ON water_open_over (item, summary_id);

GRANT SELECT, INSERT ON water_open_month, water_open_source, water_open_over TO gongkai_app;
