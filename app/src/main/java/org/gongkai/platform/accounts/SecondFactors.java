package org.gongkai.platform.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.platform.settings.SecretBox;
import org.gongkai.platform.settings.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The register of second factors (第二重验证登记): secrets of authenticator apps, closed with a key of the
 * installation, and recovery codes as hashes.
 */
@Repository
class SecondFactors {
    private static final int SECRET_BYTES = 20;
    private static final int CODES = 10;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecretBox box;

    SecondFactors(JdbcClient jdbc, Clock clock, Secrets secrets) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.box = new SecretBox(secrets, "second-factor");
    }

    /** Whether the code is right, or none is asked for; a code is used up by this. */
    boolean passes(Account account, @Nullable String code) {
        if (!account.secondFactor()) {
            return true;
        }
        return code != null && (appCode(account.id(), code) || recoveryCode(account.id(), code));
    }

    /** A new secret, which counts only once a code of it has been confirmed. */
    byte[] begin(AccountId id) {
        byte[] secret = RandomText.bytes(SECRET_BYTES);
        jdbc.sql(
                        """
                        UPDATE account SET totp_secret = ?, totp_confirmed = false, totp_last_step = 0
                        WHERE id = ? AND NOT totp_confirmed
                        """)
                .params(box.close(secret, place(id)), id.value())
                .update();
        return secret;
    }

    /** The secret begun or confirmed. */
    Optional<byte[]> secret(AccountId id) {
        return jdbc.sql("SELECT totp_secret FROM account WHERE id = ?")
                .param(id.value())
                .query((row, at) -> Optional.ofNullable(row.getBytes(1)))
                .single()
                .map(it -> box.open(it, place(id)));
    }

    /** Confirms by a code of the app; the recovery codes, told once, or empty for a wrong code. */
    Optional<List<String>> confirm(AccountId id, String code) {
        if (!appCode(id, code)) {
            return Optional.empty();
        }
        jdbc.sql("UPDATE account SET totp_confirmed = true WHERE id = ?")
                .param(id.value())
                .update();
        jdbc.sql("DELETE FROM account_recovery_code WHERE account = ?").param(id.value()).update();
        var codes = Stream.generate(() -> RandomText.readable(2)).distinct().limit(CODES).toList();
        codes.forEach(
                it ->
                        jdbc.sql(
                                        """
                                        INSERT INTO account_recovery_code (account, code_hash)
                                        VALUES (?, ?)
                                        """)
                                .params(id.value(), RandomText.kept(it))
                                .update());
        return Optional.of(codes);
    }

    void end(AccountId id) {
        jdbc.sql("UPDATE account SET totp_secret = NULL, totp_confirmed = false WHERE id = ?")
                .param(id.value())
                .update();
        jdbc.sql("DELETE FROM account_recovery_code WHERE account = ?").param(id.value()).update();
    }

    int recoveryCodesLeft(AccountId id) {
        return Objects.requireNonNull(
                jdbc.sql(
                                """
                                SELECT count(*) FROM account_recovery_code
                                WHERE account = ? AND used_at IS NULL
                                """)
                        .param(id.value())
                        .query(Integer.class)
                        .single());
    }

    private boolean appCode(AccountId id, String code) {
        var secret = secret(id);
        long last =
                jdbc.sql("SELECT totp_last_step FROM account WHERE id = ? FOR UPDATE")
                        .param(id.value())
                        .query(Long.class)
                        .single();
        if (secret.isEmpty()) {
            return false;
        }
        var step = OneTimeCode.matching(secret.get(), code, clock.instant(), last);
        step.ifPresent(
                it ->
                        jdbc.sql("UPDATE account SET totp_last_step = ? WHERE id = ?")
                                .params(it, id.value())
                                .update());
        return step.isPresent();
    }

    private boolean recoveryCode(AccountId id, String code) {
        return jdbc.sql(
                                """
                                UPDATE account_recovery_code SET used_at = ?
                                WHERE account = ? AND code_hash = ? AND used_at IS NULL
                                """)
                        .params(Timestamp.from(clock.instant()), id.value(), RandomText.kept(code))
                        .update()
                == 1;
    }

    private static String place(AccountId id) {
        return "account.totp_secret:" + id;
    }
}
