-- 一单两库一细则 (优化营商环境条例 art. 54): items, units, officers, recusals, local rules. Entries end and are
-- never removed; what changed stands in inspection_change.

-- 抽查事项清单.
CREATE TABLE inspection_item (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id    bigint NOT NULL,
    number       text NOT NULL CHECK (number <> ''),
    category     text NOT NULL CHECK (category <> ''),
    title        text NOT NULL CHECK (title <> ''),
    object_kind  text NOT NULL,
    importance   text NOT NULL CHECK (importance IN ('KEY', 'ORDINARY')),
    methods      text[] NOT NULL CHECK (cardinality(methods) > 0
        AND methods <@ ARRAY['ON_SITE', 'IN_WRITING', 'ONLINE', 'SAMPLING']),
    body         text NOT NULL CHECK (body <> ''),
    basis        text NOT NULL CHECK (basis <> ''),
    note         text NOT NULL DEFAULT '',
    -- which units it is about: by the first digits of GB/T 4754 and by a mark of the unit; empty for all
    industries   text[] NOT NULL DEFAULT '{}',
    unit_tag     text NOT NULL DEFAULT '',
    -- what one officer of a visit must be able to do (专业要求); empty for anybody
    need         text NOT NULL DEFAULT '',
    valid_from   date NOT NULL,
    valid_to     date CHECK (valid_to >= valid_from),
    version      bigint NOT NULL DEFAULT 1,
    created_at   timestamptz NOT NULL,
    created_by   bigint,
    import_id    bigint,
    UNIQUE (agency_id, number)
);

-- 检查对象名录库. A firm can have several sites, each a unit of its own.
CREATE TABLE inspection_unit (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id          bigint NOT NULL,
    public_id          uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
    name               text NOT NULL CHECK (name <> ''),
    credit_code        text NOT NULL CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    site               smallint NOT NULL DEFAULT 1 CHECK (site BETWEEN 1 AND 999),
    address            text NOT NULL,
    region             text NOT NULL CHECK (region ~ '^[0-9]{6}$'),
    legal_person       text NOT NULL DEFAULT '',
    industry           text NOT NULL CHECK (industry ~ '^[0-9]{2,4}$'),
    permit_class       text NOT NULL CHECK (permit_class IN ('KEY', 'SIMPLIFIED', 'REGISTERED', 'NONE')),
    supervision_class  text NOT NULL CHECK (supervision_class IN ('KEY', 'SPECIAL', 'ORDINARY')),
    risk_class         text NOT NULL CHECK (risk_class IN ('A', 'B', 'C', 'D')),
    credit             text NOT NULL CHECK (credit IN ('GREEN', 'BLUE', 'YELLOW', 'RED', 'NONE')),
    state              text NOT NULL CHECK (state IN ('OPERATING', 'STOPPED', 'CLOSED')),
    tags               text[] NOT NULL DEFAULT '{}',
    entered_on         date NOT NULL,
    left_on            date CHECK (left_on >= entered_on),
    left_reason        text NOT NULL DEFAULT '',
    last_inspected_on  date,
    merged_into        bigint REFERENCES inspection_unit (id) CHECK (merged_into <> id),
    version            bigint NOT NULL DEFAULT 1,
    created_at         timestamptz NOT NULL,
    created_by         bigint,
    import_id          bigint,
    CHECK (merged_into IS NULL OR left_on IS NOT NULL)
);
-- One entry for a site among those that stand; one that has left can come back as a new one.
CREATE UNIQUE INDEX inspection_unit_code ON inspection_unit (agency_id, credit_code, site) WHERE left_on IS NULL;

-- 执法检查人员名录库.
CREATE TABLE inspection_officer (
    id                    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id             bigint NOT NULL,
    name                  text NOT NULL CHECK (name <> ''),
    sex                   text NOT NULL CHECK (sex IN ('FEMALE', 'MALE')),
    unit                  text NOT NULL CHECK (unit <> ''),
    post                  text NOT NULL DEFAULT '',
    certificate           text NOT NULL CHECK (certificate <> ''),
    certificate_valid_to  date NOT NULL,
    specialities          text[] NOT NULL DEFAULT '{}',
    region                text NOT NULL CHECK (region ~ '^[0-9]{6}$'),
    state                 text NOT NULL CHECK (state IN ('ON_DUTY', 'ON_LEAVE', 'SECONDED')),
    -- the person of the agency who signs in; null for one without an account
    person_id             bigint,
    joined_on             date NOT NULL,
    left_on               date CHECK (left_on >= joined_on),
    left_reason           text NOT NULL DEFAULT '',
    version               bigint NOT NULL DEFAULT 1,
    created_at            timestamptz NOT NULL,
    created_by            bigint,
    import_id             bigint
);
CREATE UNIQUE INDEX inspection_officer_certificate ON inspection_officer (agency_id, certificate)
    WHERE left_on IS NULL;
CREATE UNIQUE INDEX inspection_officer_person ON inspection_officer (person_id) WHERE left_on IS NULL;

-- 回避 (行政处罚法 art. 43). Its private note lies apart, sealed.
CREATE TABLE inspection_recusal (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id   bigint NOT NULL,
    unit_id     bigint NOT NULL REFERENCES inspection_unit (id),
    officer_id  bigint NOT NULL REFERENCES inspection_officer (id),
    reason      text NOT NULL CHECK (reason IN ('RELATIVE', 'WORKED_THERE', 'DECLARED', 'GRANTED')),
    since       date NOT NULL,
    until       date CHECK (until >= since),
    version     bigint NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL,
    created_by  bigint,
    import_id   bigint,
    UNIQUE (unit_id, officer_id, reason, since)
);
CREATE INDEX inspection_recusal_officer ON inspection_recusal (officer_id);
CREATE TABLE inspection_recusal_note (
    recusal_id  bigint PRIMARY KEY REFERENCES inspection_recusal (id),
    sealed      bytea NOT NULL
);

-- 变更记录: before and after of each field, by whom and why. Append-only. How an entry began stands in the
-- entry itself.
CREATE TABLE inspection_change (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id   bigint NOT NULL,
    register    text NOT NULL CHECK (register IN ('ITEM', 'UNIT', 'OFFICER', 'RECUSAL')),
    subject_id  bigint NOT NULL,
    fields      jsonb NOT NULL,
    reason      text NOT NULL DEFAULT '',
    at          timestamptz NOT NULL,
    person_id   bigint,
    import_id   bigint
);
CREATE INDEX inspection_change_subject ON inspection_change (register, subject_id, id);

-- 实施细则: editions by their first day, never changed.
CREATE TABLE inspection_local_rules (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id   bigint NOT NULL,
    valid_from  date NOT NULL,
    source      text NOT NULL CHECK (source <> ''),
    rules       jsonb NOT NULL,
    person_id   bigint,
    UNIQUE (agency_id, valid_from)
);

GRANT SELECT, INSERT, UPDATE ON inspection_item, inspection_unit, inspection_officer, inspection_recusal
    TO gongkai_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON inspection_recusal_note TO gongkai_app;
GRANT SELECT, INSERT ON inspection_change, inspection_local_rules TO gongkai_app;
