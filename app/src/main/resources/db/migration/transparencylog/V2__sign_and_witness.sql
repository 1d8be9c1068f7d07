-- Tiles of hashes (哈希瓦片), c2sp.org/tlog-tiles: 256 hashes to a tile, 32 bytes each; a tile only grows.
CREATE TABLE log_tile (
    level  smallint NOT NULL CHECK (level BETWEEN 0 AND 7),
    n      bigint   NOT NULL CHECK (n >= 0),
    hashes bytea    NOT NULL CHECK (octet_length(hashes) % 32 = 0 AND octet_length(hashes) BETWEEN 32 AND 8192),
    PRIMARY KEY (level, n)
);

CREATE FUNCTION log_tile_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.level, NEW.n) <> (OLD.level, OLD.n)
        OR substring(NEW.hashes FOR octet_length(OLD.hashes)) <> OLD.hashes THEN
        RAISE EXCEPTION 'log_tile is append-only';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER log_tile_grows BEFORE UPDATE ON log_tile FOR EACH ROW EXECUTE FUNCTION log_tile_grows();
CREATE TRIGGER log_tile_stays BEFORE DELETE ON log_tile FOR EACH ROW EXECUTE FUNCTION log_stays();
CREATE TRIGGER log_tile_stays_whole BEFORE TRUNCATE ON log_tile FOR EACH STATEMENT EXECUTE FUNCTION log_stays();

-- Signed heads (检查点): the text that is signed and the log's own lines under it.
CREATE TABLE log_checkpoint (
    size      bigint      PRIMARY KEY CHECK (size > 0),
    root      bytea       NOT NULL CHECK (octet_length(root) = 32),
    text      text        NOT NULL,
    lines     text        NOT NULL CHECK (lines <> ''),
    signed_at timestamptz NOT NULL
);
CREATE TRIGGER log_checkpoint_stays BEFORE UPDATE OR DELETE ON log_checkpoint
    FOR EACH ROW EXECUTE FUNCTION log_stays();
CREATE TRIGGER log_checkpoint_stays_whole BEFORE TRUNCATE ON log_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION log_stays();

-- Who is asked to witness (见证人), and what they said. A witness that is asked no longer keeps its line.
CREATE TABLE log_witness (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key        text        NOT NULL UNIQUE,
    name       text        NOT NULL,
    -- Where add-checkpoint is called; null where it is carried as a file.
    address    text,
    added_at   timestamptz NOT NULL,
    removed_at timestamptz
);

-- How many witnesses have to have seen a head (见证门槛). One row.
CREATE TABLE log_quorum (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    quorum integer NOT NULL CHECK (quorum BETWEEN 1 AND 100)
);
INSERT INTO log_quorum (quorum) VALUES (1);

CREATE TABLE log_cosignature (
    size        bigint      NOT NULL REFERENCES log_checkpoint,
    witness     bigint      NOT NULL REFERENCES log_witness,
    -- When the witness says it saw it.
    seen_at     timestamptz NOT NULL,
    line        text        NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (size, witness)
);
CREATE INDEX log_cosignature_witness ON log_cosignature (witness, size);
CREATE TRIGGER log_cosignature_stays BEFORE UPDATE OR DELETE ON log_cosignature
    FOR EACH ROW EXECUTE FUNCTION log_stays();

-- Where stored bytes were found to differ (日志异常): while one is open nothing is signed.
CREATE TABLE log_fault (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    found_at   timestamptz NOT NULL,
    what       text        NOT NULL CHECK (what IN ('LEAF', 'TILE', 'HEAD')),
    place      text        NOT NULL,
    cleared_at timestamptz
);
CREATE UNIQUE INDEX log_fault_one_open ON log_fault ((true)) WHERE cleared_at IS NULL;

GRANT SELECT, INSERT ON log_tile, log_checkpoint, log_cosignature, log_witness, log_fault TO gongkai_app;
GRANT UPDATE (hashes) ON log_tile TO gongkai_app;
GRANT UPDATE (address, removed_at) ON log_witness TO gongkai_app;
GRANT SELECT ON log_quorum TO gongkai_app;
GRANT UPDATE (quorum) ON log_quorum TO gongkai_app;
GRANT UPDATE (cleared_at) ON log_fault TO gongkai_app;
