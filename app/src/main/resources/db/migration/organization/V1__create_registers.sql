-- Who the agency is and who does what in it (机构与人员). Every fact has the days on which it holds
-- (valid_from, valid_to, both included). Nothing is overwritten: a period may only be ended, or be
-- marked as replaced by one that begins on the same day; both stay readable.
--
-- int8range(x, x, '[]') && stands for "the same number", so that these exclusion constraints need
-- no extension on an external PostgreSQL.

CREATE TYPE organization_text_range AS RANGE (subtype = text);

CREATE TABLE organization_agency (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key         text NOT NULL UNIQUE CHECK (key ~ '^[a-z][a-z0-9-]{0,39}$'),
    recorded_at timestamptz NOT NULL
);

CREATE TABLE organization_agency_particulars (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id       bigint NOT NULL REFERENCES organization_agency,
    name            text NOT NULL CHECK (name <> ''),
    short_name      text NOT NULL CHECK (short_name <> ''),
    region          text NOT NULL CHECK (region ~ '^[0-9]{6}$'),
    department_code text NOT NULL CHECK (department_code ~ '^[0-9]{3}$'),
    site_id_code    text NOT NULL CHECK (site_id_code = '' OR site_id_code ~ '^[0-9]{10}$'),
    functions       text NOT NULL,
    address         text NOT NULL,
    office_hours    text NOT NULL,
    phone           text NOT NULL,
    fax             text NOT NULL,
    contact         text NOT NULL,
    valid_from      date NOT NULL,
    valid_to        date,
    recorded_at     timestamptz NOT NULL,
    recorded_by     bigint,
    closed_at       timestamptz,
    closed_by       bigint,
    replaced        boolean NOT NULL DEFAULT false,
    CHECK (valid_to >= valid_from),
    CONSTRAINT organization_agency_once EXCLUDE USING gist (
        int8range(agency_id, agency_id, '[]') WITH &&,
        daterange(valid_from, valid_to, '[]') WITH &&) WHERE (NOT replaced)
);

-- A prefix belongs to one agency for ever: two agencies would write the same index number.
CREATE TABLE organization_prefix_owner (
    prefix    text PRIMARY KEY
              CHECK (prefix ~ '^[0-9]{6}-[0-9]{3}$' OR prefix ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'),
    agency_id bigint NOT NULL REFERENCES organization_agency,
    UNIQUE (prefix, agency_id)
);

CREATE TABLE organization_prefix (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id   bigint NOT NULL REFERENCES organization_agency,
    prefix      text NOT NULL,
    valid_from  date NOT NULL,
    valid_to    date,
    recorded_at timestamptz NOT NULL,
    recorded_by bigint,
    closed_at   timestamptz,
    closed_by   bigint,
    replaced    boolean NOT NULL DEFAULT false,
    CHECK (valid_to >= valid_from),
    FOREIGN KEY (prefix, agency_id) REFERENCES organization_prefix_owner (prefix, agency_id),
    CONSTRAINT organization_prefix_once EXCLUDE USING gist (
        int8range(agency_id, agency_id, '[]') WITH &&,
        daterange(valid_from, valid_to, '[]') WITH &&) WHERE (NOT replaced)
);

CREATE TABLE organization_section (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id   bigint NOT NULL REFERENCES organization_agency,
    key         text NOT NULL CHECK (key ~ '^[a-z][a-z0-9-]{0,39}$'),
    kind        text NOT NULL CHECK (kind IN ('SECTION', 'SUBORDINATE_UNIT')),
    recorded_at timestamptz NOT NULL,
    UNIQUE (agency_id, key)
);

CREATE TABLE organization_section_particulars (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    section_id    bigint NOT NULL REFERENCES organization_section,
    name          text NOT NULL CHECK (name <> ''),
    functions     text NOT NULL,
    phone         text NOT NULL,
    place         text NOT NULL,
    display_order int NOT NULL,
    valid_from    date NOT NULL,
    valid_to      date,
    recorded_at   timestamptz NOT NULL,
    recorded_by   bigint,
    closed_at     timestamptz,
    closed_by     bigint,
    replaced      boolean NOT NULL DEFAULT false,
    CHECK (valid_to >= valid_from),
    CONSTRAINT organization_section_once EXCLUDE USING gist (
        int8range(section_id, section_id, '[]') WITH &&,
        daterange(valid_from, valid_to, '[]') WITH &&) WHERE (NOT replaced)
);

-- Closed or merged (撤销、合并): its work goes to the successor.
CREATE TABLE organization_section_closing (
    section_id   bigint PRIMARY KEY REFERENCES organization_section,
    last_day     date NOT NULL,
    successor_id bigint REFERENCES organization_section,
    reason       text NOT NULL CHECK (reason <> ''),
    recorded_at  timestamptz NOT NULL,
    recorded_by  bigint,
    CHECK (successor_id <> section_id)
);

CREATE TABLE organization_person (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id   bigint NOT NULL REFERENCES organization_agency,
    key         text NOT NULL UNIQUE CHECK (key ~ '^[a-z][a-z0-9-]{0,39}$'),
    recorded_at timestamptz NOT NULL
);

CREATE TABLE organization_person_particulars (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id   bigint NOT NULL REFERENCES organization_person,
    name        text NOT NULL CHECK (name <> ''),
    post        text NOT NULL,
    section_id  bigint REFERENCES organization_section,
    public      boolean NOT NULL,
    valid_from  date NOT NULL,
    valid_to    date,
    recorded_at timestamptz NOT NULL,
    recorded_by bigint,
    closed_at   timestamptz,
    closed_by   bigint,
    replaced    boolean NOT NULL DEFAULT false,
    CHECK (valid_to >= valid_from),
    CONSTRAINT organization_person_once EXCLUDE USING gist (
        int8range(person_id, person_id, '[]') WITH &&,
        daterange(valid_from, valid_to, '[]') WITH &&) WHERE (NOT replaced)
);

CREATE TABLE organization_grant (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id   bigint NOT NULL REFERENCES organization_person,
    role        text NOT NULL CHECK (role IN ('CLERK', 'SECTION_HEAD', 'SECRECY_REVIEWER',
                    'DEPUTY_LEADER', 'PRINCIPAL_LEADER', 'DISCLOSURE_OFFICE', 'LEGAL_ADVISER',
                    'AUDITOR', 'OPERATOR')),
    section_id  bigint REFERENCES organization_section,
    valid_from  date NOT NULL,
    valid_to    date,
    recorded_at timestamptz NOT NULL,
    recorded_by bigint,
    closed_at   timestamptz,
    closed_by   bigint,
    replaced    boolean NOT NULL DEFAULT false,
    CHECK (valid_to >= valid_from),
    CONSTRAINT organization_grant_by_section
        CHECK ((role IN ('CLERK', 'SECTION_HEAD', 'DEPUTY_LEADER')) = (section_id IS NOT NULL)),
    CONSTRAINT organization_grant_nobody_grants_himself CHECK (recorded_by <> person_id),
    CONSTRAINT organization_grant_once EXCLUDE USING gist (
        int8range(person_id, person_id, '[]') WITH &&,
        int8range(coalesce(section_id, 0), coalesce(section_id, 0), '[]') WITH &&,
        organization_text_range(role, role, '[]') WITH &&,
        daterange(valid_from, valid_to, '[]') WITH &&) WHERE (NOT replaced)
);

-- Exactly one part-time openness officer (政务公开兼职人员) for a section on a day.
CREATE TABLE organization_openness_officer (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    section_id  bigint NOT NULL REFERENCES organization_section,
    person_id   bigint NOT NULL REFERENCES organization_person,
    valid_from  date NOT NULL,
    valid_to    date,
    recorded_at timestamptz NOT NULL,
    recorded_by bigint,
    closed_at   timestamptz,
    closed_by   bigint,
    replaced    boolean NOT NULL DEFAULT false,
    CHECK (valid_to >= valid_from),
    CONSTRAINT organization_openness_officer_one EXCLUDE USING gist (
        int8range(section_id, section_id, '[]') WITH &&,
        daterange(valid_from, valid_to, '[]') WITH &&) WHERE (NOT replaced)
);

-- Absence cover (代行): one named deputy for one role of the absent person.
CREATE TABLE organization_cover (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    absent_id   bigint NOT NULL REFERENCES organization_person,
    deputy_id   bigint NOT NULL REFERENCES organization_person,
    role        text NOT NULL CHECK (role IN ('CLERK', 'SECTION_HEAD', 'SECRECY_REVIEWER',
                    'DEPUTY_LEADER', 'PRINCIPAL_LEADER', 'DISCLOSURE_OFFICE', 'LEGAL_ADVISER')),
    reason      text NOT NULL,
    valid_from  date NOT NULL,
    valid_to    date NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by bigint,
    closed_at   timestamptz,
    closed_by   bigint,
    replaced    boolean NOT NULL DEFAULT false,
    CHECK (valid_to >= valid_from),
    CONSTRAINT organization_cover_not_oneself CHECK (absent_id <> deputy_id),
    CONSTRAINT organization_cover_one_deputy EXCLUDE USING gist (
        int8range(absent_id, absent_id, '[]') WITH &&,
        organization_text_range(role, role, '[]') WITH &&,
        daterange(valid_from, valid_to, '[]') WITH &&) WHERE (NOT replaced)
);

-- No chains: who is away covers for nobody, and who covers is not away, on the same day. The lock
-- makes two covers entered at the same instant see each other.
CREATE FUNCTION organization_cover_has_no_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('organization_cover'));
    IF EXISTS (
        SELECT FROM organization_cover other
        WHERE NOT other.replaced
          AND (other.absent_id = NEW.deputy_id OR other.deputy_id = NEW.absent_id)
          AND daterange(other.valid_from, other.valid_to, '[]')
              && daterange(NEW.valid_from, NEW.valid_to, '[]')) THEN
        RAISE EXCEPTION 'a cover of a cover' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'organization_cover_no_chain';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER organization_cover_no_chain BEFORE INSERT ON organization_cover
    FOR EACH ROW EXECUTE FUNCTION organization_cover_has_no_chain();

-- Which topic belongs to which section (职责).
CREATE TABLE organization_duty (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id   bigint NOT NULL REFERENCES organization_agency,
    topic       text NOT NULL CHECK (topic <> ''),
    section_id  bigint NOT NULL REFERENCES organization_section,
    valid_from  date NOT NULL,
    valid_to    date,
    recorded_at timestamptz NOT NULL,
    recorded_by bigint,
    closed_at   timestamptz,
    closed_by   bigint,
    replaced    boolean NOT NULL DEFAULT false,
    CHECK (valid_to >= valid_from),
    CONSTRAINT organization_duty_one_section EXCLUDE USING gist (
        int8range(agency_id, agency_id, '[]') WITH &&,
        organization_text_range(topic, topic, '[]') WITH &&,
        daterange(valid_from, valid_to, '[]') WITH &&) WHERE (NOT replaced)
);

CREATE TABLE organization_group_member (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id   bigint NOT NULL REFERENCES organization_agency,
    person_id   bigint NOT NULL REFERENCES organization_person,
    function    text NOT NULL CHECK (function IN ('LEADER', 'DEPUTY', 'MEMBER')),
    valid_from  date NOT NULL,
    valid_to    date,
    recorded_at timestamptz NOT NULL,
    recorded_by bigint,
    closed_at   timestamptz,
    closed_by   bigint,
    replaced    boolean NOT NULL DEFAULT false,
    CHECK (valid_to >= valid_from),
    CONSTRAINT organization_group_member_once EXCLUDE USING gist (
        int8range(person_id, person_id, '[]') WITH &&,
        daterange(valid_from, valid_to, '[]') WITH &&) WHERE (NOT replaced),
    CONSTRAINT organization_group_one_leader EXCLUDE USING gist (
        int8range(agency_id, agency_id, '[]') WITH &&,
        daterange(valid_from, valid_to, '[]') WITH &&) WHERE (NOT replaced AND function = 'LEADER')
);

CREATE TABLE organization_group_meeting (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id   bigint NOT NULL REFERENCES organization_agency,
    held_on     date NOT NULL,
    title       text NOT NULL CHECK (title <> ''),
    recorded_at timestamptz NOT NULL,
    recorded_by bigint
);

CREATE TABLE organization_group_decision (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    meeting_id bigint NOT NULL REFERENCES organization_group_meeting,
    position   int NOT NULL,
    decision   text NOT NULL CHECK (decision <> ''),
    UNIQUE (meeting_id, position)
);

-- The public list of what a section publishes (科室公开清单): each version whole, none ever changed.
CREATE TABLE organization_list_version (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    section_id  bigint NOT NULL REFERENCES organization_section,
    number      int NOT NULL CHECK (number > 0),
    valid_from  date NOT NULL,
    note        text NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by bigint,
    UNIQUE (section_id, number)
);

CREATE TABLE organization_list_entry (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version_id     bigint NOT NULL REFERENCES organization_list_version,
    position       int NOT NULL,
    item           text NOT NULL CHECK (item <> ''),
    legal_ground   text NOT NULL CHECK (legal_ground <> ''),
    article20_item int NOT NULL CHECK (article20_item BETWEEN 1 AND 15),
    cadence        text NOT NULL CHECK (cadence IN ('MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'ON_EVENT')),
    working_days   int NOT NULL CHECK (working_days BETWEEN 1 AND 250),
    column_key     text NOT NULL,
    UNIQUE (version_id, position),
    UNIQUE (version_id, item),
    -- 条例 art. 26: within 20 working days of formation or change.
    CHECK (cadence <> 'ON_EVENT' OR working_days <= 20)
);

-- A period may be ended or shortened or be marked as replaced, once and for all.
CREATE FUNCTION organization_period_only_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.replaced OR (OLD.valid_to IS NOT NULL AND (NEW.valid_to IS NULL OR NEW.valid_to > OLD.valid_to)) THEN
        RAISE EXCEPTION 'a period of % is never reopened', TG_TABLE_NAME USING
            ERRCODE = 'check_violation', CONSTRAINT = 'organization_period_only_ends';
    END IF;
    RETURN NEW;
END $$;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['agency_particulars', 'prefix', 'section_particulars',
        'person_particulars', 'grant', 'openness_officer', 'cover', 'duty', 'group_member'] LOOP
        EXECUTE format('CREATE TRIGGER organization_period_only_ends BEFORE UPDATE ON organization_%s '
            'FOR EACH ROW EXECUTE FUNCTION organization_period_only_ends()', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE (valid_to, closed_at, closed_by, replaced) '
            'ON organization_%s TO gongkai_app', name);
    END LOOP;
END $$;

CREATE INDEX organization_section_by_agency ON organization_section (agency_id);
CREATE INDEX organization_person_by_agency ON organization_person (agency_id);
CREATE INDEX organization_grant_by_person ON organization_grant (person_id);
CREATE INDEX organization_grant_by_role ON organization_grant (role, section_id);
CREATE INDEX organization_cover_by_deputy ON organization_cover (deputy_id);

GRANT SELECT, INSERT ON organization_agency, organization_prefix_owner, organization_section,
    organization_section_closing, organization_person, organization_group_meeting,
    organization_group_decision, organization_list_version, organization_list_entry TO gongkai_app;
