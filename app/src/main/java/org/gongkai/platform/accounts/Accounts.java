package org.gongkai.platform.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of accounts (账号登记). */
@Repository
class Accounts {
    private static final String SELECT =
            """
            SELECT id, person, agency, username, password_hash IS NOT NULL AS has_password, disabled,
                demo, totp_confirmed, created_at FROM account
            """;

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AccountId add(PersonId person, AgencyId agency, Username username, boolean demo, Instant at) {
        return new AccountId(
                jdbc.sql(
                                """
                                INSERT INTO account (person, agency, username, demo, created_at)
                                VALUES (?, ?, ?, ?, ?) RETURNING id
                                """)
                        .params(
                                person.value(),
                                agency.value(),
                                username.value(),
                                demo,
                                Timestamp.from(at))
                        .query(Long.class)
                        .single());
    }

    boolean any() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM account)").query(Boolean.class).single();
    }

    Optional<Account> find(AccountId id) {
        return jdbc.sql(SELECT + "WHERE id = ?").param(id.value()).query(Accounts::read).optional();
    }

    Optional<Account> find(Username username) {
        return jdbc.sql(SELECT + "WHERE username = ?")
                .param(username.value())
                .query(Accounts::read)
                .optional();
    }

    Optional<Account> find(PersonId person) {
        return jdbc.sql(SELECT + "WHERE person = ?")
                .param(person.value())
                .query(Accounts::read)
                .optional();
    }

    /** By username, from {@code after} on; of these people or with this in the username. */
    List<Account> list(AgencyId agency, String part, Long[] people, String after, int limit) {
        return jdbc.sql(
                        SELECT
                                + """
                                WHERE agency = ? AND username > ?
                                    AND (position(? IN username) > 0 OR person = ANY (?))
                                ORDER BY username LIMIT ?
                                """)
                .params(agency.value(), after, part, people, limit)
                .query(Accounts::read)
                .list();
    }

    @Nullable String passwordHash(AccountId id) {
        return jdbc.sql("SELECT password_hash FROM account WHERE id = ?")
                .param(id.value())
                .query((row, at) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    void setPassword(AccountId id, String hash, Instant at) {
        jdbc.sql("UPDATE account SET password_hash = ?, password_changed_at = ? WHERE id = ?")
                .params(hash, Timestamp.from(at), id.value())
                .update();
    }

    void setDisabled(AccountId id, boolean disabled) {
        jdbc.sql("UPDATE account SET disabled = ? WHERE id = ?")
                .params(disabled, id.value())
                .update();
    }

    private static Account read(ResultSet row, int at) throws SQLException {
        return new Account(
                new AccountId(row.getLong("id")),
                new PersonId(row.getLong("person")),
                new AgencyId(row.getLong("agency")),
                row.getString("username"),
                row.getBoolean("has_password"),
                row.getBoolean("disabled"),
                row.getBoolean("demo"),
                row.getBoolean("totp_confirmed"),
                row.getTimestamp("created_at").toInstant());
    }
}
