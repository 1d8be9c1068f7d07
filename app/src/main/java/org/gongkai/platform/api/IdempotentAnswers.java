package org.gongkai.platform.api;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.gongkai.platform.settings.SecretBox;
import org.gongkai.platform.settings.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The first answers to creations that carried an idempotency key (幂等答复登记), kept for two days. */
@Repository
class IdempotentAnswers {
    private static final Duration KEPT = Duration.ofHours(48);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecretBox box;

    IdempotentAnswers(JdbcClient jdbc, Clock clock, Secrets secrets) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.box = new SecretBox(secrets, "idempotent-answers");
    }

    /** An answer as it was given. */
    record Answer(
            String fingerprint,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String etag,
            byte[] body) {
        Answer withBody(byte[] opened) {
            return new Answer(fingerprint, status, contentType, location, etag, opened);
        }
    }

    /**
     * Takes the key; false when it is taken. While another transaction holds it, waits for its end.
     */
    boolean take(IdempotencyKey key) {
        forgetOld();
        return jdbc.sql(
                                """
                                INSERT INTO api_idempotent_answer (account, key, fingerprint, made_at)
                                VALUES (?, ?, ?, ?) ON CONFLICT (account, key) DO NOTHING
                                """)
                        .params(key.account(), key.key(), key.fingerprint(), now())
                        .update()
                == 1;
    }

    void keep(IdempotencyKey key, Answer answer) {
        jdbc.sql(
                        """
                        UPDATE api_idempotent_answer
                        SET status = ?, content_type = ?, location = ?, etag = ?, body = ?
                        WHERE account = ? AND key = ?
                        """)
                .param(answer.status())
                .param(answer.contentType())
                .param(answer.location())
                .param(answer.etag())
                .param(box.close(answer.body(), place(key)))
                .param(key.account())
                .param(key.key())
                .update();
    }

    Optional<Answer> find(IdempotencyKey key) {
        return jdbc.sql(
                        """
                        SELECT fingerprint, status, content_type, location, etag, body
                        FROM api_idempotent_answer WHERE account = ? AND key = ?
                        """)
                .params(key.account(), key.key())
                .query(Answer.class)
                .optional()
                .map(it -> it.withBody(box.open(it.body(), place(key))));
    }

    /** An answer may hold a secret that is told once, so it lies closed. */
    private static String place(IdempotencyKey key) {
        return "api_idempotent_answer:" + key.account() + ":" + key.key();
    }

    private void forgetOld() {
        jdbc.sql(
                        """
                        DELETE FROM api_idempotent_answer WHERE (account, key) IN (
                            SELECT account, key FROM api_idempotent_answer WHERE made_at < ?
                            LIMIT 100 FOR UPDATE SKIP LOCKED)
                        """)
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
