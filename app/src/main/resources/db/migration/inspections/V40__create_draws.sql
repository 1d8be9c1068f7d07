-- 抽取仪式 (vdraw/1): a draw from its announcement to the reveal of its secret. All is added and nothing changed; where a
-- draw stands is the one thing that moves. Triggers refuse what grants already do not allow, so that whoever owns the
-- tables has to leave a trace too; what is edited nevertheless no longer fits the roots in the manifest.

-- Numbers of an agency follow one another without a gap (rule C4).
CREATE TABLE inspection_draw_counter (
    agency_id  bigint PRIMARY KEY,
    last       bigint NOT NULL CHECK (last > 0)
);

-- 公告: what was announced, word for word; the other columns repeat of it what lists are narrowed by.
CREATE TABLE inspection_draw (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id        bigint NOT NULL,
    seq              bigint NOT NULL CHECK (seq > 0),
    name             text NOT NULL UNIQUE,
    title            text NOT NULL CHECK (length(btrim(title)) > 0),
    mode             text NOT NULL CHECK (mode IN ('open', 'sealed')),
    announcement     text NOT NULL,
    plan_line_id     bigint,
    first_source_at  timestamptz NOT NULL,
    last_source_at   timestamptz NOT NULL CHECK (last_source_at >= first_source_at),
    nonces_until     timestamptz NOT NULL CHECK (nonces_until < first_source_at),
    check_from       date NOT NULL,
    check_to         date NOT NULL CHECK (check_to >= check_from),
    reveal_by        date NOT NULL CHECK (reveal_by >= check_to),
    announced_at     timestamptz NOT NULL,
    announced_by     bigint NOT NULL,
    state            text NOT NULL CHECK (state IN
        ('ANNOUNCED', 'FROZEN', 'NONCES_IN', 'SOURCES_IN', 'DRAWN', 'REVEALED', 'VOID')),
    version          bigint NOT NULL DEFAULT 1 CHECK (version > 0),
    UNIQUE (agency_id, seq)
);

-- 每步一条: done and logged in one transaction. Append-only.
CREATE TABLE inspection_draw_event (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    draw_id     bigint NOT NULL REFERENCES inspection_draw (id),
    kind        text NOT NULL CHECK (kind IN
        ('ANNOUNCE', 'FREEZE', 'NONCE', 'ABSENT', 'SOURCE', 'RESULT', 'AMEND', 'REVEAL', 'VOID')),
    subject     text NOT NULL DEFAULT '',
    words       text NOT NULL DEFAULT '',
    at          timestamptz NOT NULL,
    person_id   bigint,
    leaf_index  bigint NOT NULL CHECK (leaf_index >= 0),
    leaf        text NOT NULL
);
CREATE INDEX inspection_draw_event_draw ON inspection_draw_event (draw_id, id);
-- Nothing is done twice (rule C3): a draw is frozen once, each source speaks once, there is one result.
CREATE UNIQUE INDEX inspection_draw_event_once ON inspection_draw_event (draw_id, kind, subject);
CREATE UNIQUE INDEX inspection_draw_event_end ON inspection_draw_event (draw_id)
    WHERE kind IN ('REVEAL', 'VOID');

-- 见证人: a page of their own without an account, the code of which is kept as a keyed hash.
CREATE TABLE inspection_draw_witness (
    draw_id    bigint NOT NULL REFERENCES inspection_draw (id),
    source_id  text NOT NULL,
    name       text NOT NULL CHECK (name <> ''),
    PRIMARY KEY (draw_id, source_id)
);
CREATE TABLE inspection_draw_link (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    draw_id    bigint NOT NULL,
    source_id  text NOT NULL,
    code_key   text NOT NULL UNIQUE,
    made_at    timestamptz NOT NULL,
    made_by    bigint NOT NULL,
    FOREIGN KEY (draw_id, source_id) REFERENCES inspection_draw_witness (draw_id, source_id)
);
-- The last one before the freeze counts; after it there is none.
CREATE TABLE inspection_draw_commit (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    draw_id       bigint NOT NULL,
    source_id     text NOT NULL,
    commitment    text NOT NULL CHECK (commitment ~ '^[0-9a-f]{64}$'),
    committed_at  timestamptz NOT NULL,
    FOREIGN KEY (draw_id, source_id) REFERENCES inspection_draw_witness (draw_id, source_id)
);

-- 冻结: the manifest to the byte and the three lists that it binds by their roots.
CREATE TABLE inspection_draw_manifest (
    draw_id    bigint PRIMARY KEY REFERENCES inspection_draw (id),
    manifest   text NOT NULL,
    hash       text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    frozen_at  timestamptz NOT NULL
);
CREATE TABLE inspection_draw_entity (
    draw_id  bigint NOT NULL,
    place    integer NOT NULL,
    id       text NOT NULL,
    stratum  text NOT NULL,
    w        integer,
    need     text,
    PRIMARY KEY (draw_id, place)
);
CREATE TABLE inspection_draw_officer (
    draw_id  bigint NOT NULL,
    place    integer NOT NULL,
    id       text NOT NULL,
    tags     text[] NOT NULL,
    load0    integer,
    PRIMARY KEY (draw_id, place)
);
CREATE TABLE inspection_draw_recusal (
    draw_id  bigint NOT NULL,
    place    integer NOT NULL,
    e        text NOT NULL,
    o        text NOT NULL,
    PRIMARY KEY (draw_id, place)
);
-- Whom a pseudonym means (化名对照), apart from the lists, with what it was hashed from.
CREATE TABLE inspection_draw_subject (
    draw_id     bigint NOT NULL,
    id          text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('UNIT', 'OFFICER')),
    subject_id  bigint NOT NULL,
    subject     text NOT NULL,
    name        text NOT NULL,
    PRIMARY KEY (draw_id, id)
);
CREATE INDEX inspection_draw_subject_of ON inspection_draw_subject (kind, subject_id, draw_id);
-- Who is in a stratum or in office and was left out all the same, and why.
CREATE TABLE inspection_draw_exclusion (
    draw_id     bigint NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('UNIT', 'OFFICER')),
    subject_id  bigint NOT NULL,
    stratum     text NOT NULL DEFAULT '',
    reason      text NOT NULL,
    PRIMARY KEY (draw_id, kind, subject_id)
);
-- What must not lie open: the key of the pseudonyms and, in sealed mode, the secret.
CREATE TABLE inspection_draw_secret (
    draw_id    bigint PRIMARY KEY REFERENCES inspection_draw (id),
    alias_key  bytea NOT NULL,
    secret     bytea
);

-- 托管人 (rule C6): their public keys, and for each draw what only they can open.
CREATE TABLE inspection_escrow_holder (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id    bigint NOT NULL,
    name         text NOT NULL CHECK (name <> ''),
    public_key   text NOT NULL,
    fingerprint  text NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
    added_at     timestamptz NOT NULL,
    added_by     bigint,
    ended_at     timestamptz
);
CREATE UNIQUE INDEX inspection_escrow_holder_key ON inspection_escrow_holder (agency_id, fingerprint)
    WHERE ended_at IS NULL;
CREATE TABLE inspection_draw_escrow (
    draw_id    bigint NOT NULL REFERENCES inspection_draw (id),
    holder_id  bigint NOT NULL REFERENCES inspection_escrow_holder (id),
    lacks      integer NOT NULL CHECK (lacks BETWEEN 1 AND 3),
    sealed     bytea NOT NULL,
    PRIMARY KEY (draw_id, holder_id),
    UNIQUE (draw_id, lacks)
);

-- 录入: printed numbers as each person typed them; two have to agree. What a source disclosed is then kept once.
CREATE TABLE inspection_draw_typing (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    draw_id    bigint NOT NULL REFERENCES inspection_draw (id),
    source_id  text NOT NULL,
    value      text NOT NULL,
    person_id  bigint NOT NULL,
    at         timestamptz NOT NULL
);
CREATE INDEX inspection_draw_typing_draw ON inspection_draw_typing (draw_id, source_id, id);
CREATE TABLE inspection_draw_disclosure (
    draw_id    bigint NOT NULL REFERENCES inspection_draw (id),
    source_id  text NOT NULL,
    value      text NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (draw_id, source_id)
);

-- 抽取运算: how far the computation is; it can be stopped and begun again, the outcome is the same.
CREATE TABLE inspection_draw_run (
    draw_id     bigint PRIMARY KEY REFERENCES inspection_draw (id),
    state       text NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'STOPPED', 'REFUSED', 'DONE')),
    phase       text NOT NULL DEFAULT 'READ',
    done        integer NOT NULL DEFAULT 0,
    total       integer NOT NULL DEFAULT 0,
    problem     text NOT NULL DEFAULT '',
    person_id   bigint NOT NULL,
    begun_at    timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL
);
CREATE TABLE inspection_draw_result (
    draw_id   bigint PRIMARY KEY REFERENCES inspection_draw (id),
    root      text NOT NULL CHECK (root ~ '^[0-9a-f]{64}$'),
    visits    integer NOT NULL,
    unfilled  integer NOT NULL
);
-- Visits as drawn (edition 0), and those that the n-th amendment changed.
CREATE TABLE inspection_draw_visit (
    draw_id  bigint NOT NULL REFERENCES inspection_draw (id),
    edition  integer NOT NULL CHECK (edition >= 0),
    t        integer NOT NULL CHECK (t >= 0),
    e        text NOT NULL,
    s        text NOT NULL,
    k        text NOT NULL,
    team     text[] NOT NULL,
    salt     text NOT NULL,
    PRIMARY KEY (draw_id, edition, t)
);
-- As they are now, after all amendments.
CREATE VIEW inspection_draw_visit_now AS
    SELECT DISTINCT ON (draw_id, t) * FROM inspection_draw_visit ORDER BY draw_id, t, edition DESC;
CREATE INDEX inspection_draw_visit_latest ON inspection_draw_visit (draw_id, t, edition DESC);
-- What opens the certificate of a visit before everybody may see it: part of the address on the paper.
CREATE TABLE inspection_draw_certificate (
    draw_id  bigint NOT NULL REFERENCES inspection_draw (id),
    t        integer NOT NULL,
    code     text NOT NULL UNIQUE,
    PRIMARY KEY (draw_id, t)
);

-- 调整: asked by one person, decided by another.
CREATE TABLE inspection_draw_amendment (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    draw_id    bigint NOT NULL REFERENCES inspection_draw (id),
    amendment  text NOT NULL,
    words      text NOT NULL CHECK (length(btrim(words)) > 0),
    asked_by   bigint NOT NULL,
    asked_at   timestamptz NOT NULL
);
CREATE TABLE inspection_draw_amendment_decision (
    amendment_id  bigint PRIMARY KEY REFERENCES inspection_draw_amendment (id),
    draw_id       bigint NOT NULL,
    edition       integer CHECK (edition > 0),
    root          text CHECK (root ~ '^[0-9a-f]{64}$'),
    words         text NOT NULL DEFAULT '',
    decided_by    bigint NOT NULL,
    decided_at    timestamptz NOT NULL,
    UNIQUE (draw_id, edition),
    CHECK ((edition IS NULL) = (root IS NULL))
);

-- 抽取规则 of the agency: the last edition holds. Foreign beacons are off until switched on; whose pseudonyms the
-- reveal opens.
CREATE TABLE inspection_draw_setting (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agency_id      bigint NOT NULL,
    beacons        boolean NOT NULL,
    open_units     text NOT NULL CHECK (open_units IN ('NONE', 'DRAWN', 'ALL')),
    open_officers  text NOT NULL CHECK (open_officers IN ('NONE', 'DRAWN', 'ALL')),
    set_at         timestamptz NOT NULL,
    set_by         bigint NOT NULL
);
CREATE INDEX inspection_draw_setting_agency ON inspection_draw_setting (agency_id, id DESC);

CREATE FUNCTION inspection_draw_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What belongs to a draw is added and never changed (%)', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION inspection_draw_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (to_jsonb(OLD) - 'state' - 'version') IS DISTINCT FROM (to_jsonb(NEW) - 'state' - 'version') THEN
        RAISE EXCEPTION 'What was announced does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.state IN ('REVEALED', 'VOID') AND NEW.state <> OLD.state
        OR NEW.state = 'VOID' AND OLD.state NOT IN ('ANNOUNCED', 'FROZEN', 'NONCES_IN')
        OR NEW.state = 'ANNOUNCED' AND OLD.state <> 'ANNOUNCED' THEN
        RAISE EXCEPTION 'A draw that is % does not become %', OLD.state, NEW.state
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION inspection_draw_numbered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.seq > 1 AND NOT EXISTS (SELECT FROM inspection_draw WHERE agency_id = NEW.agency_id AND seq = NEW.seq - 1) THEN
        RAISE EXCEPTION 'Draw % without the one before', NEW.seq USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
-- Lists are closed by the manifest, which is written last.
CREATE FUNCTION inspection_draw_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM inspection_draw_manifest m JOIN added a ON a.draw_id = m.draw_id) THEN
        RAISE EXCEPTION 'The lists of this draw are frozen (%)', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER moves BEFORE UPDATE ON inspection_draw FOR EACH ROW EXECUTE FUNCTION inspection_draw_moves();
CREATE TRIGGER stays BEFORE DELETE ON inspection_draw FOR EACH ROW EXECUTE FUNCTION inspection_draw_stays();
CREATE TRIGGER numbered BEFORE INSERT ON inspection_draw FOR EACH ROW EXECUTE FUNCTION inspection_draw_numbered();

DO $$
DECLARE it text;
BEGIN
    FOREACH it IN ARRAY ARRAY['event', 'witness', 'link', 'commit', 'manifest', 'entity', 'officer', 'recusal',
        'subject', 'exclusion', 'secret', 'escrow', 'typing', 'disclosure', 'result', 'visit', 'certificate',
        'amendment', 'amendment_decision', 'setting'] LOOP
        EXECUTE format('CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON %I FOR EACH ROW'
            || ' EXECUTE FUNCTION inspection_draw_stays()', 'inspection_draw_' || it);
        EXECUTE format('CREATE TRIGGER stays_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT'
            || ' EXECUTE FUNCTION inspection_draw_stays()', 'inspection_draw_' || it);
    END LOOP;
    FOREACH it IN ARRAY ARRAY['commit', 'entity', 'officer', 'recusal', 'subject', 'exclusion', 'escrow'] LOOP
        EXECUTE format('CREATE TRIGGER closed AFTER INSERT ON %I REFERENCING NEW TABLE AS added FOR EACH STATEMENT'
            || ' EXECUTE FUNCTION inspection_draw_closed()', 'inspection_draw_' || it);
    END LOOP;
END $$;

GRANT SELECT, INSERT ON inspection_draw, inspection_draw_counter, inspection_draw_event, inspection_draw_witness,
    inspection_draw_link, inspection_draw_commit, inspection_draw_manifest, inspection_draw_entity,
    inspection_draw_officer, inspection_draw_recusal, inspection_draw_subject, inspection_draw_exclusion,
    inspection_draw_secret, inspection_escrow_holder, inspection_draw_escrow, inspection_draw_typing,
    inspection_draw_disclosure, inspection_draw_run, inspection_draw_result, inspection_draw_visit,
    inspection_draw_certificate, inspection_draw_setting, inspection_draw_amendment, inspection_draw_amendment_decision TO gongkai_app;
GRANT SELECT ON inspection_draw_visit_now TO gongkai_app;
GRANT UPDATE (state, version) ON inspection_draw TO gongkai_app;
GRANT UPDATE (last) ON inspection_draw_counter TO gongkai_app;
GRANT UPDATE (ended_at) ON inspection_escrow_holder TO gongkai_app;
GRANT UPDATE (state, phase, done, total, problem, person_id, begun_at, changed_at) ON inspection_draw_run TO gongkai_app;
