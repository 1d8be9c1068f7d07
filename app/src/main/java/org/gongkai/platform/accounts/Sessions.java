package org.gongkai.platform.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of sessions (会话登记): durable, by the hash of a random token. */
@Repository
public class Sessions {
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final String SELECT =
            """
            SELECT s.id, s.account, a.person, s.channel, s.device, s.address, s.opened_at,
                s.last_used_at, s.expires_at
            FROM account_session s JOIN account a ON a.id = s.account
            WHERE s.ended_at IS NULL AND NOT a.disabled
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Sessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The open session of this token; its use is noted. */
    public Optional<Session> use(String token, Session.Channel channel) {
        Instant now = clock.instant();
        var found =
                jdbc.sql(SELECT + "AND s.token_hash = ? AND s.channel = ?")
                        .params(RandomText.hash(token), channel.name())
                        .query(Sessions::read)
                        .optional()
                        .filter(it -> it.open(now));
        found.filter(it -> it.lastUsedAt().plus(NOTED_EVERY).isBefore(now))
                .ifPresent(it -> noteUse(it, now));
        return found;
    }

    /** Ends it. */
    public void end(Session session) {
        jdbc.sql("UPDATE account_session SET ended_at = ? WHERE id = ? AND ended_at IS NULL")
                .params(Timestamp.from(clock.instant()), session.id())
                .update();
    }

    Session open(Account account, String token, SignInOrigin from) {
        Instant now = clock.instant();
        Instant end = now.plus(Session.LONGEST);
        long id =
                jdbc.sql(
                                """
                                INSERT INTO account_session (account, channel, token_hash, device,
                                    address, opened_at, last_used_at, expires_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                                """)
                        .param(account.id().value())
                        .param(from.channel().name())
                        .param(RandomText.hash(token))
                        .param(from.device())
                        .param(from.address())
                        .param(Timestamp.from(now))
                        .param(Timestamp.from(now))
                        .param(Timestamp.from(end))
                        .query(Long.class)
                        .single();
        return new Session(
                id,
                account.id(),
                account.person(),
                from.channel(),
                from.device(),
                from.address(),
                now,
                now,
                end);
    }

    List<Session> of(AccountId account) {
        Instant now = clock.instant();
        return jdbc
                .sql(SELECT + "AND s.account = ? ORDER BY s.last_used_at DESC, s.id DESC")
                .param(account.value())
                .query(Sessions::read)
                .list()
                .stream()
                .filter(it -> it.open(now))
                .toList();
    }

    /** Ends all of an account but one; 0 spares none. */
    void endAllBut(AccountId account, long spared) {
        jdbc.sql(
                        """
                        UPDATE account_session SET ended_at = ?
                        WHERE account = ? AND id <> ? AND ended_at IS NULL
                        """)
                .params(Timestamp.from(clock.instant()), account.value(), spared)
                .update();
    }

    private void noteUse(Session session, Instant now) {
        jdbc.sql("UPDATE account_session SET last_used_at = ? WHERE id = ?")
                .params(Timestamp.from(now), session.id())
                .update();
    }

    private static Session read(ResultSet row, int at) throws SQLException {
        return new Session(
                row.getLong("id"),
                new AccountId(row.getLong("account")),
                new PersonId(row.getLong("person")),
                Session.Channel.valueOf(row.getString("channel")),
                row.getString("device"),
                row.getString("address"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("last_used_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
