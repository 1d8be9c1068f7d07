package org.gongkai.platform.transparencylog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.platform.commitments.MerkleTree;
import org.gongkai.platform.commitments.Suite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts new leaves under a signed head (日志定序与签名): every half second it takes up what was committed,
 * builds tiles, reads everything back, and only then signs; all in one transaction, so that a stop
 * in between leaves nothing half done. One program on a database signs at a time. Once something
 * stored is found to differ nothing is signed any more, until the operator has cleared that up.
 */
@Component
public class Sequencer {
    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    /** Held by the program that signs, freed by the database when the transaction ends. */
    private static final int LOCK = 4720;

    /** Leaves read at once. */
    private static final int PART = 4_096;

    private final TransparencyLog log;
    private final LogEntries entries;
    private final Tiles tiles;
    private final Checkpoints checkpoints;
    private final StoredCheck check;
    private final LogKeys keys;
    private final LogFaults faults;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean wholeRead;

    Sequencer(
            TransparencyLog log,
            LogEntries entries,
            Tiles tiles,
            Checkpoints checkpoints,
            StoredCheck check,
            LogKeys keys,
            LogFaults faults,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.log = log;
        this.entries = entries;
        this.tiles = tiles;
        this.checkpoints = checkpoints;
        this.check = check;
        this.keys = keys;
        this.faults = faults;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 500, initialDelay = 500)
    void everyHalfSecond() {
        log.beginIfNew();
        turn();
    }

    /** Reads everything back, however large the log is (每日全面核对). */
    @Scheduled(cron = "0 40 2 * * *", zone = "Asia/Shanghai")
    void everyNight() {
        if (faults.open().isEmpty()) {
            readBack().ifPresent(this::freeze);
        }
    }

    /**
     * Signs a head over all leaves there are, unless that has been done, another program is at it,
     * or the log is frozen.
     *
     * @return whether a new head was signed
     */
    public boolean turn() {
        if (entries.head().size() == checkpoints.size() || faults.open().isPresent()) {
            return false;
        }
        var outcome = Objects.requireNonNull(transaction.execute(this::sign));
        outcome.found().ifPresent(this::freeze);
        return outcome.signed();
    }

    /** What a complete reading finds. */
    Optional<StoredCheck.Finding> readBack() {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            var last = checkpoints.newest();
                            return check.firstDifference(
                                    last, last.map(SignedHead::size).orElse(0L), true);
                        }));
    }

    private record Outcome(boolean signed, Optional<StoredCheck.Finding> found) {}

    private Outcome sign(TransactionStatus status) {
        var last = checkpoints.newest();
        var from = last.map(SignedHead::size).orElse(0L);
        var size = entries.head().size();
        if (!lock() || from == size) {
            return new Outcome(false, Optional.empty());
        }
        try {
            takeUp(from, size);
            var found = check.firstDifference(last, size, !wholeRead);
            if (found.isEmpty()) {
                wholeRead = true;
                checkpoints.add(signed(size));
                return new Outcome(true, found);
            }
            status.setRollbackOnly();
            return new Outcome(false, found);
        } catch (UnusableKey e) {
            status.setRollbackOnly();
            LOG.error("Another program has to sign", e);
            return new Outcome(false, Optional.empty());
        } catch (IllegalStateException cutShort) {
            status.setRollbackOnly();
            LOG.error("The tiles of the log do not fit together", cutShort);
            var place = Long.toString(from);
            return new Outcome(
                    false, Optional.of(new StoredCheck.Finding(LogFault.What.TILE, place)));
        }
    }

    private void takeUp(long from, long size) {
        for (var at = from; at < size; at += PART) {
            var hashes = new ArrayList<byte[]>();
            for (var leaf : entries.leaves(at, Math.min(size, at + PART))) {
                hashes.add(MerkleTree.leafHash(Suite.SHA256, leaf));
            }
            tiles.add(at, hashes);
        }
    }

    private SignedHead signed(long size) {
        var root = tiles.tree().root(size);
        var text = new Checkpoint(keys.origin(), size, root).text();
        return new SignedHead(size, root, text, keys.sign(text), clock.instant());
    }

    private void freeze(StoredCheck.Finding found) {
        LOG.error("The log is frozen: {} {} is not what was stored", found.what(), found.place());
        transaction.executeWithoutResult(status -> faults.add(found, clock.instant()));
    }

    private boolean lock() {
        return database.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }
}
