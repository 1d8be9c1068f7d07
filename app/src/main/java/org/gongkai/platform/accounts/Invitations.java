package org.gongkai.platform.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The register of one-time secrets (一次性口令登记): the operator hands one over, and its holder sets a
 * password with it. It counts for three days; a new one ends those before.
 */
@Repository
class Invitations {
    static final Duration LIFE = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new secret for this account, told once. */
    String make(AccountId account) {
        endAll(account);
        String secret = RandomText.readable(4);
        Instant end = clock.instant().plus(LIFE);
        jdbc.sql(
                        """
                        INSERT INTO account_invitation (account, secret_hash, expires_at)
                        VALUES (?, ?, ?)
                        """)
                .params(account.value(), RandomText.kept(secret), Timestamp.from(end))
                .update();
        return secret;
    }

    /** Uses it up; false when it is not one that counts. */
    boolean use(AccountId account, String typed) {
        var now = Timestamp.from(clock.instant());
        return jdbc.sql(
                                """
                                UPDATE account_invitation SET ended_at = ?
                                WHERE account = ? AND secret_hash = ? AND ended_at IS NULL
                                    AND expires_at > ?
                                """)
                        .params(now, account.value(), RandomText.kept(typed), now)
                        .update()
                == 1;
    }

    private void endAll(AccountId account) {
        jdbc.sql(
                        "UPDATE account_invitation SET ended_at = ? WHERE account = ? AND ended_at IS NULL")
                .params(Timestamp.from(clock.instant()), account.value())
                .update();
    }
}
