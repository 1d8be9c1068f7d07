package org.gongkai.opengov.mistakes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.settings.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps floods away from the form (防刷): so many reports an hour and a day from one address, so many
 * from all, and few wrong secrets. Of an address only a keyed hash is kept, for a day.
 */
@Repository
class MistakeTries {
    /** From one address: an office or a school behind it has several readers. */
    static final int AN_HOUR = 10;

    static final int A_DAY = 30;

    /** From everybody in an hour; more is no readership but a flood. */
    static final int FROM_ALL = 300;

    static final int WRONG_SECRETS = 20;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** No signs that are mistaken for one another. */
    private static final String READABLE = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int SECRET_SIGNS = 12;

    private final JdbcClient database;
    private final Clock clock;
    private final SecretKeySpec key;

    MistakeTries(JdbcClient database, Clock clock, Secrets secrets) {
        this.database = database;
        this.clock = clock;
        this.key = new SecretKeySpec(secrets.key("mistake-hash"), "HmacSHA256");
    }

    /** Refuses what is more than a person writes. */
    void requireFewReports(String origin) {
        if (count(origin, "REPORT", HOUR) >= AN_HOUR || fromAll() >= FROM_ALL) {
            throw Refusal.tooMany(HOUR, "mistakes.refusal.too-many-an-hour");
        }
        if (count(origin, "REPORT", DAY) >= A_DAY) {
            throw Refusal.tooMany(DAY, "mistakes.refusal.too-many-a-day");
        }
    }

    /** Refuses whoever guesses. */
    void requireFewWrongSecrets(String origin) {
        if (count(origin, "WRONG_SECRET", HOUR) >= WRONG_SECRETS) {
            throw Refusal.tooMany(HOUR, "mistakes.refusal.too-many-wrong");
        }
    }

    void reported(String origin) {
        note(origin, "REPORT");
    }

    /** Kept although the question itself is refused. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void wrongSecret(String origin) {
        note(origin, "WRONG_SECRET");
    }

    /** What makes two reports the same one: who, about what, in which words. */
    String fingerprint(String origin, MistakeEntry.Checked entry) {
        return HexFormat.of()
                .formatHex(
                        hash(
                                String.join(
                                        "\u0000",
                                        "same",
                                        origin,
                                        entry.page(),
                                        entry.kind().name(),
                                        entry.description())));
    }

    /** The secret of a report in groups of four, the same whenever it is asked. */
    String secret(String number) {
        var hash = hash("secret\u0000" + number);
        var text = new StringBuilder();
        for (var at = 0; at < SECRET_SIGNS; at++) {
            text.append(at > 0 && at % 4 == 0 ? "-" : "");
            // Two bytes for each sign leave no sign more likely than another by more than 1 in
            // 2,000.
            var two = (hash[2 * at] & 0xff) << 8 | hash[2 * at + 1] & 0xff;
            text.append(READABLE.charAt(two % READABLE.length()));
        }
        return text.toString();
    }

    /** Whether this is the secret, however it was typed; takes equally long for each wrong one. */
    boolean isSecret(String number, String typed) {
        var plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return MessageDigest.isEqual(
                secret(number).replace("-", "").getBytes(StandardCharsets.UTF_8),
                plain.getBytes(StandardCharsets.UTF_8));
    }

    private void note(String origin, String what) {
        var now = clock.instant();
        database.sql("DELETE FROM mistake_try WHERE at < ?")
                .param(Timestamp.from(now.minus(DAY)))
                .update();
        database.sql("INSERT INTO mistake_try (origin_key, what, at) VALUES (?, ?, ?)")
                .params(originKey(origin), what, Timestamp.from(now))
                .update();
    }

    private long count(String origin, String what, Duration within) {
        return database.sql(
                        "SELECT count(*) FROM mistake_try WHERE origin_key = ? AND what = ? AND at"
                                + " > ?")
                .params(originKey(origin), what, Timestamp.from(clock.instant().minus(within)))
                .query(Long.class)
                .single();
    }

    private long fromAll() {
        return database.sql("SELECT count(*) FROM mistake_try WHERE what = 'REPORT' AND at > ?")
                .param(Timestamp.from(clock.instant().minus(HOUR)))
                .query(Long.class)
                .single();
    }

    private String originKey(String origin) {
        return HexFormat.of().formatHex(hash("origin\u0000" + origin));
    }

    private byte[] hash(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
