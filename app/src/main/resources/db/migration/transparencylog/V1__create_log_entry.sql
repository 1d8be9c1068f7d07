-- The transparency log (透明日志), govlog/1: one leaf for each event, in the transaction of the event,
-- numbered without gaps, never changed afterwards: by nobody, the owner of the tables included.

-- Where the log stands. One row, which every writer locks, so that numbers follow each other.
CREATE TABLE log_head (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    size     bigint  NOT NULL CHECK (size >= 0),
    -- The declared time of the last leaf: time never runs backwards.
    declared timestamptz
);
INSERT INTO log_head (size) VALUES (0);

CREATE TABLE log_entry (
    leaf_index bigint      PRIMARY KEY CHECK (leaf_index >= 0),
    -- Canonical JSON; what is hashed.
    leaf       bytea       NOT NULL CHECK (octet_length(leaf) BETWEEN 1 AND 65535),
    kind       text        NOT NULL CHECK (kind IN (
        'doc.publish', 'doc.revise', 'doc.withdraw', 'doc.restore',
        'req.received', 'req.correction', 'req.thirdparty', 'req.extended', 'req.suspended', 'req.resumed',
        'req.answered', 'req.closed', 'req.reconsidered', 'stat.month',
        'draw.announce', 'draw.freeze', 'draw.source', 'draw.result', 'draw.amend', 'draw.reveal', 'draw.void',
        'log.genesis', 'log.key', 'log.policy', 'log.beat')),
    declared   timestamptz NOT NULL,
    -- The module that wrote it.
    writer     text        NOT NULL CHECK (writer ~ '^[a-z]+$')
);
CREATE INDEX log_entry_kind ON log_entry (kind, leaf_index);

-- What opens a salted commitment (承诺的盐与内容): apart from its leaf, so that it can be erased for good.
CREATE TABLE log_opening (
    leaf_index bigint PRIMARY KEY REFERENCES log_entry,
    opening    bytea  NOT NULL CHECK (octet_length(opening) > 0)
);

-- The keys the log signs with (日志密钥); the secret part is closed with a secret of the installation.
CREATE TABLE log_key (
    kind       text        PRIMARY KEY CHECK (kind IN ('ED25519', 'SM2')),
    name       text        NOT NULL CHECK (name ~ '^[^[:space:]+]+$'),
    public_key bytea       NOT NULL,
    secret     bytea       NOT NULL,
    made_at    timestamptz NOT NULL
);

CREATE FUNCTION log_entry_is_next() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    head log_head%ROWTYPE;
    event jsonb := convert_from(NEW.leaf, 'UTF8')::jsonb;
BEGIN
    SELECT * INTO STRICT head FROM log_head FOR UPDATE;
    IF NEW.leaf_index <> head.size THEN
        RAISE EXCEPTION 'leaf-is-not-the-next';
    END IF;
    IF NEW.declared < head.declared THEN
        RAISE EXCEPTION 'clock-runs-backwards';
    END IF;
    IF (NEW.kind = 'log.genesis') <> (NEW.leaf_index = 0) THEN
        RAISE EXCEPTION 'genesis-is-the-first-leaf-alone';
    END IF;
    IF event ->> 'v' IS DISTINCT FROM 'govlog/1' OR event ->> 'k' IS DISTINCT FROM NEW.kind
        OR (event ->> 't')::timestamptz IS DISTINCT FROM NEW.declared THEN
        RAISE EXCEPTION 'leaf-says-something-else';
    END IF;
    -- Personal data cannot enter: of a request there is a commitment and nothing else.
    IF NEW.kind LIKE 'req.%' AND event - ARRAY['v', 'k', 't', 'c'] <> '{}'::jsonb THEN
        RAISE EXCEPTION 'leaf-of-a-request-says-more-than-its-commitment';
    END IF;
    UPDATE log_head SET size = size + 1, declared = NEW.declared;
    RETURN NEW;
END $$;
CREATE TRIGGER log_entry_is_next BEFORE INSERT ON log_entry FOR EACH ROW EXECUTE FUNCTION log_entry_is_next();

CREATE FUNCTION log_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER log_entry_stays BEFORE UPDATE OR DELETE ON log_entry FOR EACH ROW EXECUTE FUNCTION log_stays();
CREATE TRIGGER log_entry_stays_whole BEFORE TRUNCATE ON log_entry FOR EACH STATEMENT EXECUTE FUNCTION log_stays();
CREATE TRIGGER log_key_stays BEFORE UPDATE OR DELETE ON log_key FOR EACH ROW EXECUTE FUNCTION log_stays();

GRANT SELECT ON log_head TO gongkai_app;
-- Nothing can be changed by this: the column has one value. It lets the program lock the row.
GRANT UPDATE (single) ON log_head TO gongkai_app;
GRANT SELECT, INSERT ON log_entry, log_key TO gongkai_app;
GRANT SELECT, INSERT, DELETE ON log_opening TO gongkai_app;
