package org.gongkai.opengov.requests;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows floods down (防刷) and never shuts anybody out: who is slowed is told of the other channels,
 * and what staff takes in is not counted. With a proof of work more is let through. Of an address
 * only a keyed hash is kept, for a day.
 */
@Repository
class RequestTries {
    /** From one address in an hour, without and with a proof of work. */
    static final int AN_HOUR = 6;

    static final int PROVED_AN_HOUR = 60;

    /** From everybody in an hour, without a proof of work. */
    static final int FROM_ALL = 300;

    static final int WRONG_SECRETS = 20;

    static final int UPLOADS_AN_HOUR = 30;

    static final int HINTS_AN_HOUR = 20;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient database;
    private final Clock clock;
    private final RequestKeys keys;
    private final ProofOfWork proof;

    RequestTries(JdbcClient database, Clock clock, RequestKeys keys, ProofOfWork proof) {
        this.database = database;
        this.clock = clock;
        this.keys = keys;
        this.proof = proof;
    }

    /** Counts a request from there, or refuses it for the time being. */
    void take(String origin, @Nullable String task, @Nullable String answer) {
        var proved = proof.isSolved(task, answer) && isNew(String.valueOf(task));
        var what = proved ? "PROVED_REQUEST" : "REQUEST";
        var many = count(origin, what, HOUR) >= (proved ? PROVED_AN_HOUR : AN_HOUR);
        if (many || !proved && fromAll() >= FROM_ALL) {
            throw Refusal.tooMany(HOUR, "requests.refusal.too-many");
        }
        note(keys.origin(origin), what);
    }

    /** Counts a file uploaded from there, or refuses it for the time being. */
    void upload(String origin) {
        if (count(origin, "UPLOAD", HOUR) >= UPLOADS_AN_HOUR) {
            throw Refusal.tooMany(HOUR, "requests.refusal.too-many");
        }
        note(keys.origin(origin), "UPLOAD");
    }

    /**
     * Whether what is said from there of a hint still counts: nobody makes up the figures alone.
     */
    boolean hint(String origin) {
        if (count(origin, "HINT", HOUR) >= HINTS_AN_HOUR) {
            return false;
        }
        note(keys.origin(origin), "HINT");
        return true;
    }

    /** Refuses whoever guesses. */
    void requireFewWrongSecrets(String origin) {
        if (count(origin, "WRONG_SECRET", HOUR) >= WRONG_SECRETS) {
            throw Refusal.tooMany(HOUR, "requests.refusal.too-many-wrong");
        }
    }

    /** Kept although the question itself is refused. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void wrongSecret(String origin) {
        note(keys.origin(origin), "WRONG_SECRET");
    }

    /** A proof counts once. */
    private boolean isNew(String task) {
        return database.sql(
                                """
                                INSERT INTO request_try (origin_key, what, at) VALUES (?, 'PROOF', ?)
                                ON CONFLICT (origin_key) WHERE what = 'PROOF' DO NOTHING
                                """)
                        .params(keys.origin(task), Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private void note(String key, String what) {
        var now = clock.instant();
        database.sql("DELETE FROM request_try WHERE at < ?")
                .param(Timestamp.from(now.minus(DAY)))
                .update();
        database.sql("INSERT INTO request_try (origin_key, what, at) VALUES (?, ?, ?)")
                .params(key, what, Timestamp.from(now))
                .update();
    }

    private long count(String origin, String what, Duration within) {
        return database.sql(
                        "SELECT count(*) FROM request_try WHERE origin_key = ? AND what = ? AND at"
                                + " > ?")
                .params(keys.origin(origin), what, Timestamp.from(clock.instant().minus(within)))
                .query(Long.class)
                .single();
    }

    private long fromAll() {
        return database.sql("SELECT count(*) FROM request_try WHERE what = 'REQUEST' AND at > ?")
                .param(Timestamp.from(clock.instant().minus(HOUR)))
                .query(Long.class)
                .single();
    }
}
