package org.gongkai.platform.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.settings.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The register of tries to sign in (登录尝试登记): counts by name, known or not, and by address. Somebody
 * may have typed a password for a name, so only keyed hashes are kept, and only for a day.
 */
@Repository
class SignInTries {
    /** An office behind one address has many clerks; a machine that guesses has more. */
    static final int FAILURES_PER_ADDRESS = 100;

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecretKeySpec key;

    SignInTries(JdbcClient jdbc, Clock clock, Secrets secrets) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.key = new SecretKeySpec(secrets.key("sign-in-hash"), "HmacSHA256");
    }

    /** Refuses while the name is locked or the address has failed too often. */
    void requireFree(Username name, String address) {
        Instant now = clock.instant();
        lockedUntil(name)
                .ifPresent(
                        until -> {
                            throw Refusal.tooMany(
                                    Duration.between(now, until), "accounts.sign-in.locked");
                        });
        if (failuresFrom(address, now.minus(Lockout.WITHIN)) >= FAILURES_PER_ADDRESS) {
            throw Refusal.tooMany(Lockout.LOCKED, "accounts.sign-in.address-locked");
        }
    }

    Optional<Instant> lockedUntil(Username name) {
        Instant now = clock.instant();
        return Lockout.until(failures(name, now.minus(Lockout.WITHIN).minus(Lockout.LOCKED)), now);
    }

    void failed(Username name, String address) {
        note(name, address, "FAILED");
    }

    void succeeded(Username name, String address) {
        note(name, address, "SUCCEEDED");
    }

    void unlocked(Username name) {
        note(name, "", "UNLOCKED");
    }

    private List<Instant> failures(Username name, Instant since) {
        return jdbc.sql(
                        """
                        SELECT at FROM account_try WHERE name_key = :name AND outcome = 'FAILED'
                            AND at >= :since AND id > coalesce((SELECT max(id) FROM account_try
                                WHERE name_key = :name AND outcome <> 'FAILED'), 0)
                        ORDER BY at, id
                        """)
                .param("name", hash("name", name.value()))
                .param("since", Timestamp.from(since))
                .query((row, at) -> row.getTimestamp(1).toInstant())
                .list();
    }

    private long failuresFrom(String address, Instant since) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM account_try
                        WHERE address_key = ? AND outcome = 'FAILED' AND at >= ?
                        """)
                .params(hash("address", address), Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    private void note(Username name, String address, String outcome) {
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM account_try WHERE at < ?")
                .param(Timestamp.from(now.minus(KEPT)))
                .update();
        jdbc.sql("INSERT INTO account_try (name_key, address_key, at, outcome) VALUES (?, ?, ?, ?)")
                .params(
                        hash("name", name.value()),
                        hash("address", address),
                        Timestamp.from(now),
                        outcome)
                .update();
    }

    private String hash(String what, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] hash = mac.doFinal((what + ":" + value).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
