package org.gongkai.opengov.drinkingwater.alerts;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is to be told, and what waits to be sent (提醒登记). */
@Repository
class Alerts {
    private final JdbcClient database;

    Alerts(JdbcClient database) {
        this.database = database;
    }

    /** Somebody who asked; {@code confirmedAt} is null until they confirmed. */
    record Alert(
            long id, AgencyId agency, byte[] address, String mark, @Nullable Instant confirmedAt) {}

    /** A mail that waits; {@code month} is null for one to confirm. */
    record Waiting(long id, long alert, @Nullable YearMonth month, int tries) {}

    Optional<Alert> find(AgencyId agency, String mark) {
        return database.sql("SELECT * FROM water_alert WHERE agency_id = ? AND mark = ?")
                .params(agency.value(), mark)
                .query((row, at) -> read(row))
                .optional();
    }

    Optional<Alert> find(long id) {
        return database.sql("SELECT * FROM water_alert WHERE id = ?")
                .param(id)
                .query((row, at) -> read(row))
                .optional();
    }

    List<Alert> confirmed(AgencyId agency) {
        return database.sql(
                        "SELECT * FROM water_alert WHERE agency_id = ? AND confirmed_at IS NOT NULL ORDER BY id")
                .param(agency.value())
                .query((row, at) -> read(row))
                .list();
    }

    private static Alert read(java.sql.ResultSet row) throws java.sql.SQLException {
        var confirmed = row.getTimestamp("confirmed_at");
        return new Alert(
                row.getLong("id"),
                new AgencyId(row.getLong("agency_id")),
                row.getBytes("address"),
                row.getString("mark"),
                confirmed == null ? null : confirmed.toInstant());
    }

    long add(AgencyId agency, byte[] address, String mark, Instant at) {
        return database.sql(
                        "INSERT INTO water_alert (agency_id, address, mark, asked_at) VALUES (?, ?, ?, ?) RETURNING id")
                .params(agency.value(), address, mark, Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void confirm(long id, Instant at) {
        database.sql(
                        "UPDATE water_alert SET confirmed_at = ? WHERE id = ? AND confirmed_at IS NULL")
                .params(Timestamp.from(at), id)
                .update();
    }

    /** Gone with its address and its mails. */
    void end(long id) {
        database.sql("DELETE FROM water_alert WHERE id = ?").param(id).update();
    }

    /** Nobody confirmed these in time. */
    void forgetUnconfirmed(Instant askedBefore) {
        database.sql("DELETE FROM water_alert WHERE confirmed_at IS NULL AND asked_at < ?")
                .param(Timestamp.from(askedBefore))
                .update();
    }

    /** Whether a mail to confirm was made for it since then. */
    boolean askedSince(long alert, Instant since) {
        return database.sql(
                                "SELECT count(*) FROM water_alert_mail WHERE alert_id = ? AND kind = 'CONFIRM' AND made_at > ?")
                        .params(alert, Timestamp.from(since))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void addMail(long alert, @Nullable YearMonth month, Instant at) {
        database.sql(
                        """
                        INSERT INTO water_alert_mail (alert_id, kind, month, state, made_at, next_at)
                        VALUES (:alert, :kind, :month, 'WAITING', :at, :at) ON CONFLICT DO NOTHING
                        """)
                .param("alert", alert)
                .param("kind", month == null ? "CONFIRM" : "FAILURE")
                .param("month", month == null ? null : month.atDay(1))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Takes the next that is due, so that no other program does. */
    Optional<Waiting> claim(Instant now, Duration lease) {
        return database.sql(
                        """
                        UPDATE water_alert_mail SET tries = tries + 1, next_at = ?
                        WHERE id = (SELECT id FROM water_alert_mail WHERE state = 'WAITING' AND next_at <= ?
                            ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .params(Timestamp.from(now.plus(lease)), Timestamp.from(now))
                .query(
                        (row, at) -> {
                            var month = row.getObject("month", LocalDate.class);
                            return new Waiting(
                                    row.getLong("id"),
                                    row.getLong("alert_id"),
                                    month == null ? null : YearMonth.from(month),
                                    row.getInt("tries"));
                        })
                .optional();
    }

    void settle(long mail, String state) {
        database.sql("UPDATE water_alert_mail SET state = ? WHERE id = ?")
                .params(state, mail)
                .update();
    }

    void later(long mail, Instant at) {
        database.sql("UPDATE water_alert_mail SET next_at = ? WHERE id = ?")
                .params(Timestamp.from(at), mail)
                .update();
    }

    long tries(String origin, Instant since) {
        return database.sql("SELECT count(*) FROM water_alert_try WHERE origin_key = ? AND at > ?")
                .params(origin, Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    void noteTry(String origin, Instant at, Instant forgetBefore) {
        database.sql("DELETE FROM water_alert_try WHERE at < ?")
                .param(Timestamp.from(forgetBefore))
                .update();
        database.sql("INSERT INTO water_alert_try (origin_key, at) VALUES (?, ?)")
                .params(origin, Timestamp.from(at))
                .update();
    }
}
