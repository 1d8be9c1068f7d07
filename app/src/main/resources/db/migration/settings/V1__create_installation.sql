-- The installation (运行环境): decided once, at the first start.
CREATE TABLE installation (
    only_row  boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    mode      text        NOT NULL CHECK (mode IN ('EVALUATION', 'PRODUCTION')),
    opened_at timestamptz NOT NULL
);

-- Parts of the demo agency that were loaded (演示数据); never in production.
CREATE TABLE installation_demo_part (
    name      text        PRIMARY KEY,
    loaded_at timestamptz NOT NULL
);

GRANT SELECT, INSERT ON installation, installation_demo_part TO gongkai_app;
