-- Proactive disclosure 主动公开. What is public is decided here, by the database's own rules:
-- the application may add drafts, revisions, signatures and editions, and can change none of them.

-- A document 文件 over its whole life. Everything here can be derived; it serves lists and locks.
CREATE TABLE document (
    id              uuid PRIMARY KEY,
    agency_id       bigint NOT NULL,
    section_id      bigint NOT NULL,
    column_id       bigint NOT NULL,
    kind            text NOT NULL CHECK (kind IN
                    ('GENERAL', 'PLAN', 'NORMATIVE_DOCUMENT', 'NOTICE', 'NEWS', 'REPORT')),
    state           text NOT NULL CHECK (state IN
                    ('DRAFT', 'IN_REVIEW', 'RETURNED', 'APPROVED', 'SCHEDULED', 'PUBLISHED',
                     'WITHDRAWN', 'KEPT', 'DISCARDED', 'PURGED')),
    awaiting_level  text,
    version         integer NOT NULL CHECK (version > 0),
    title           text NOT NULL,
    attribute       text NOT NULL,
    formed_on       date,
    emergency       boolean NOT NULL DEFAULT false,
    created_by      bigint NOT NULL,
    created_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL
);
CREATE INDEX document_by_state ON document (agency_id, state, changed_at DESC);
CREATE INDEX document_by_section ON document (section_id, state, changed_at DESC);

-- The working copy 工作稿: the only content that may be overwritten; nobody outside the desk reads it.
CREATE TABLE draft (
    document_id  uuid PRIMARY KEY REFERENCES document (id),
    content      text NOT NULL,
    sha256       text NOT NULL,
    edited_by    bigint NOT NULL,
    edited_at    timestamptz NOT NULL,
    CHECK (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
);

-- Everybody who wrote in a document; none of them may sign it.
CREATE TABLE drafter (
    document_id  uuid NOT NULL REFERENCES document (id),
    person_id    bigint NOT NULL,
    since        timestamptz NOT NULL,
    PRIMARY KEY (document_id, person_id)
);

-- What was sent for review 送审稿: frozen text, its hash, and the levels it has to pass.
CREATE TABLE revision (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_id   uuid NOT NULL REFERENCES document (id),
    number        integer NOT NULL CHECK (number > 0),
    content       text,
    sha256        text NOT NULL,
    levels        text[] NOT NULL,
    findings      jsonb NOT NULL,
    submitted_by  bigint NOT NULL,
    submitted_on_behalf_of bigint,
    submitted_at  timestamptz NOT NULL,
    UNIQUE (document_id, number),
    -- content is null only after a purge of spilled content
    CHECK (content IS NULL OR sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    -- 先审查后发布: never fewer levels than these three, in this order
    CHECK (array_position(levels, 'SECTION_HEAD') < array_position(levels, 'SECRECY_REVIEWER')),
    CHECK (array_position(levels, 'SECRECY_REVIEWER') < array_position(levels, 'DEPUTY_LEADER')),
    CHECK (array_position(levels, 'SECTION_HEAD') IS NOT NULL
        AND array_position(levels, 'SECRECY_REVIEWER') IS NOT NULL
        AND array_position(levels, 'DEPUTY_LEADER') IS NOT NULL)
);

-- 签署: binds person, level and content hash.
CREATE TABLE signature (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_id   uuid NOT NULL REFERENCES document (id),
    revision_id   bigint NOT NULL REFERENCES revision (id),
    sha256        text NOT NULL,
    level         text NOT NULL,
    signer        bigint NOT NULL,
    on_behalf_of  bigint,
    political     boolean NOT NULL CHECK (political),
    secrecy       boolean NOT NULL CHECK (secrecy),
    wording       boolean NOT NULL CHECK (wording),
    opinion       text NOT NULL,
    scan_sha256   text,
    confirmed_by  bigint,
    signed_at     timestamptz NOT NULL,
    UNIQUE (revision_id, level),
    UNIQUE (revision_id, signer),
    CHECK ((scan_sha256 IS NULL) = (confirmed_by IS NULL)),
    CHECK (confirmed_by IS DISTINCT FROM signer)
);
CREATE INDEX signature_document ON signature (document_id);

-- 退回, with the marked passages.
CREATE TABLE review_return (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_id   uuid NOT NULL REFERENCES document (id),
    revision_id   bigint NOT NULL UNIQUE REFERENCES revision (id),
    level         text NOT NULL,
    returned_by   bigint NOT NULL,
    on_behalf_of  bigint,
    reason        text NOT NULL CHECK (length(btrim(reason)) > 0),
    passages      jsonb NOT NULL,
    returned_at   timestamptz NOT NULL
);

-- 放行: a blocking finding overridden by the secrecy reviewer.
CREATE TABLE finding_override (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_id   uuid NOT NULL REFERENCES document (id),
    finding_id    text NOT NULL,
    reason        text NOT NULL CHECK (length(btrim(reason)) > 0),
    overridden_by bigint NOT NULL,
    on_behalf_of  bigint,
    overridden_at timestamptz NOT NULL,
    UNIQUE (document_id, finding_id)
);

-- 索引号 prefix/year-00000: gapless per prefix and year, never reused.
CREATE TABLE index_counter (
    prefix  text NOT NULL,
    year    integer NOT NULL,
    last    integer NOT NULL CHECK (last BETWEEN 1 AND 99999),
    PRIMARY KEY (prefix, year)
);
CREATE TABLE index_number (
    document_id  uuid PRIMARY KEY REFERENCES document (id),
    prefix       text NOT NULL,
    year         integer NOT NULL,
    sequence     integer NOT NULL,
    assigned_at  timestamptz NOT NULL,
    UNIQUE (prefix, year, sequence)
);
CREATE FUNCTION index_number_assign() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO index_counter AS c (prefix, year, last) VALUES (NEW.prefix, NEW.year, 1)
        ON CONFLICT (prefix, year) DO UPDATE SET last = c.last + 1
        RETURNING c.last INTO NEW.sequence;
    RETURN NEW;
END $$;
CREATE TRIGGER index_number_assign BEFORE INSERT ON index_number
    FOR EACH ROW EXECUTE FUNCTION index_number_assign();

-- A number is taken only together with a publication: otherwise the transaction fails as a whole.
CREATE FUNCTION index_number_needs_edition() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM edition WHERE document_id = NEW.document_id) THEN
        RAISE EXCEPTION 'index-number-without-publication' USING ERRCODE = 'GK008';
    END IF;
    RETURN NULL;
END $$;

-- 发布的版本: insert is publication. The gate below is the only way in.
CREATE TABLE edition (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_id   uuid NOT NULL REFERENCES document (id),
    number        integer NOT NULL CHECK (number > 0),
    revision_id   bigint NOT NULL UNIQUE REFERENCES revision (id),
    sha256        text NOT NULL,
    published_by  bigint NOT NULL,
    on_behalf_of  bigint,
    published_at  timestamptz NOT NULL,
    UNIQUE (document_id, number)
);
CREATE CONSTRAINT TRIGGER index_number_needs_edition AFTER INSERT ON index_number
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION index_number_needs_edition();

-- The latest publication of each agency: time never runs backwards (伪造发布日期 is impossible).
CREATE TABLE publication_clock (
    agency_id  bigint PRIMARY KEY,
    latest     timestamptz NOT NULL
);

CREATE TABLE withdrawal (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_id   uuid NOT NULL REFERENCES document (id),
    reason        text NOT NULL CHECK (length(btrim(reason)) > 0),
    legal_basis   text NOT NULL CHECK (length(btrim(legal_basis)) > 0),
    withdrawn_by  bigint NOT NULL,
    on_behalf_of  bigint,
    withdrawn_at  timestamptz NOT NULL
);
CREATE INDEX withdrawal_document ON withdrawal (document_id);
CREATE TABLE restoration (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_id   uuid NOT NULL REFERENCES document (id),
    withdrawal_id bigint NOT NULL UNIQUE REFERENCES withdrawal (id),
    reason        text NOT NULL CHECK (length(btrim(reason)) > 0),
    restored_by   bigint NOT NULL,
    on_behalf_of  bigint,
    restored_at   timestamptz NOT NULL
);

-- 清除泄露内容: two persons' word.
CREATE TABLE purge_word (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_id   uuid NOT NULL REFERENCES document (id),
    person_id     bigint NOT NULL,
    ground        text NOT NULL CHECK (length(btrim(ground)) > 0),
    given_at      timestamptz NOT NULL,
    UNIQUE (document_id, person_id)
);

-- 办理记录: every step, by whom, when, from where to where, on what ground.
CREATE TABLE document_step (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_id   uuid NOT NULL REFERENCES document (id),
    step          text NOT NULL,
    from_state    text,
    to_state      text NOT NULL,
    person_id     bigint,
    on_behalf_of  bigint,
    note          text,
    sha256        text,
    taken_at      timestamptz NOT NULL
);
CREATE INDEX document_step_document ON document_step (document_id, id);

-- 定时发布.
CREATE TABLE publication_schedule (
    document_id   uuid PRIMARY KEY REFERENCES document (id),
    publish_at    timestamptz NOT NULL,
    set_by        bigint NOT NULL,
    on_behalf_of  bigint,
    refused       text
);

-- 定期评估 (条例 art. 18): what is not public is looked at again.
CREATE TABLE assessment (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_id   uuid NOT NULL REFERENCES document (id),
    due_on        date NOT NULL,
    outcome       text,
    assessed_by   bigint,
    assessed_at   timestamptz,
    CHECK ((outcome IS NULL) = (assessed_at IS NULL))
);
CREATE INDEX assessment_open ON assessment (due_on) WHERE outcome IS NULL;

-- 审签层级 per agency and kind, dated; kind null is the agency's default.
CREATE TABLE review_route (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id     bigint NOT NULL,
    kind          text,
    levels        text[] NOT NULL,
    set_by        bigint NOT NULL,
    set_at        timestamptz NOT NULL,
    CHECK (array_position(levels, 'SECTION_HEAD') < array_position(levels, 'SECRECY_REVIEWER')),
    CHECK (array_position(levels, 'SECRECY_REVIEWER') < array_position(levels, 'DEPUTY_LEADER')),
    CHECK (array_position(levels, 'SECTION_HEAD') IS NOT NULL
        AND array_position(levels, 'SECRECY_REVIEWER') IS NOT NULL
        AND array_position(levels, 'DEPUTY_LEADER') IS NOT NULL)
);
