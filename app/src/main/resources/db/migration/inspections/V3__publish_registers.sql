-- 名录变动日: the days on which what is published of a register changed, and the last moment of each.
CREATE TABLE inspection_register_day (
    agency_id  bigint NOT NULL,
    register   text NOT NULL CHECK (register IN ('ITEM', 'UNIT', 'OFFICER')),
    day        date NOT NULL,
    last_at    timestamptz NOT NULL,
    PRIMARY KEY (agency_id, register, day)
);

-- 名录公开稿: documents made of a register, and the moment that each tells of.
CREATE TABLE inspection_register_paper (
    document_id  uuid PRIMARY KEY,
    agency_id    bigint NOT NULL,
    register     text NOT NULL CHECK (register IN ('ITEM', 'UNIT', 'OFFICER')),
    prepared_at  timestamptz NOT NULL,
    person_id    bigint NOT NULL
);
CREATE INDEX inspection_register_paper_register ON inspection_register_paper (agency_id, register, prepared_at);

GRANT SELECT, INSERT, UPDATE ON inspection_register_day TO gongkai_app;
GRANT SELECT, INSERT ON inspection_register_paper TO gongkai_app;
