package org.gongkai.platform.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The register of holiday notices (放假安排通知登记簿): entered once, withdrawn at most once, never changed.
 */
@Repository
class HolidayNotices {

    /** One lock for all who enter or withdraw a notice, held to the end of the transaction. */
    private static final long LOCK = 0x63616c656e646172L;

    private final JdbcClient jdbc;

    HolidayNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which entries and withdrawals there are: differs after every change, on every node.
     *
     * <p>Numbers of rolled back entries are never given again, so a state seen only inside such a
     * transaction is never taken for a later one.
     */
    record Revision(long notices, long lastNotice, long withdrawals, long lastWithdrawal) {}

    Revision revision() {
        return jdbc.sql(
                        """
                        SELECT n.c AS notices, n.m AS last_notice, w.c AS withdrawals, w.m AS last_withdrawal
                        FROM (SELECT count(*) c, coalesce(max(id), 0) m FROM calendar_notice) n,
                             (SELECT count(*) c, coalesce(max(id), 0) m FROM calendar_notice_withdrawal) w
                        """)
                .query(Revision.class)
                .single();
    }

    /** Waits until nobody else is changing the register. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
    }

    /** Every entry, the withdrawn ones too, in the order in which they were entered. */
    List<NoticeRecord> all() {
        var days = days();
        return jdbc.sql(
                        """
                        SELECT n.*, w.reason, w.withdrawn_at, w.withdrawn_by_name
                        FROM calendar_notice n
                        LEFT JOIN calendar_notice_withdrawal w ON w.notice_id = n.id
                        ORDER BY n.id
                        """)
                .query((row, at) -> entry(row, days.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /** The notices taken back, in the order in which that was done. */
    List<Long> withdrawn() {
        return jdbc.sql("SELECT notice_id FROM calendar_notice_withdrawal ORDER BY id")
                .query(Long.class)
                .list();
    }

    /** Enters a notice with all its days and returns its number in the register. */
    long enter(Actor by, HolidayNotice notice, Instant at) {
        long id =
                jdbc.sql(
                                """
                                INSERT INTO calendar_notice
                                    (calendar, kind, year, number, title, issued_by, valid_from,
                                     certainty, source, day_count, entered_at, entered_by, entered_by_name)
                                VALUES (:calendar, :kind, :year, :number, :title, :issuedBy, :validFrom,
                                     :certainty, :source, :dayCount, :at, :by, :byName)
                                RETURNING id
                                """)
                        .param("calendar", notice.calendar().name())
                        .param("kind", notice.kind().name())
                        .param("year", notice.year())
                        .param("number", notice.number())
                        .param("title", notice.title())
                        .param("issuedBy", notice.issuedBy())
                        .param("validFrom", notice.validFrom())
                        .param("certainty", notice.certainty().name())
                        .param("source", notice.source())
                        .param("dayCount", notice.days().size())
                        .param("at", Timestamp.from(at))
                        .param("by", by.person().value())
                        .param("byName", by.name())
                        .query(Long.class)
                        .single();
        notice.days().forEach(it -> enterDay(id, it));
        return id;
    }

    /** Takes an entry back. */
    void withdraw(Actor by, long id, String reason, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO calendar_notice_withdrawal
                            (notice_id, reason, withdrawn_at, withdrawn_by, withdrawn_by_name)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(id, reason, Timestamp.from(at), by.person().value(), by.name())
                .update();
    }

    private void enterDay(long notice, NoticeDay day) {
        jdbc.sql(
                        "INSERT INTO calendar_notice_day (notice_id, day, kind, festival) VALUES (?, ?, ?, ?)")
                .params(notice, day.day(), day.kind().name(), day.festival())
                .update();
    }

    private Map<Long, List<NoticeDay>> days() {
        var days = new HashMap<Long, List<NoticeDay>>();
        jdbc.sql("SELECT notice_id, day, kind, festival FROM calendar_notice_day")
                .query(
                        row -> {
                            days.computeIfAbsent(row.getLong("notice_id"), it -> new ArrayList<>())
                                    .add(day(row));
                        });
        return days;
    }

    private static NoticeDay day(ResultSet row) throws SQLException {
        return new NoticeDay(
                row.getObject("day", LocalDate.class),
                DayKind.valueOf(row.getString("kind")),
                row.getString("festival"));
    }

    private static NoticeRecord entry(ResultSet row, List<NoticeDay> days) throws SQLException {
        var notice =
                new HolidayNotice(
                        row.getLong("id"),
                        CalendarCode.valueOf(row.getString("calendar")),
                        NoticeKind.valueOf(row.getString("kind")),
                        row.getInt("year"),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("issued_by"),
                        row.getObject("valid_from", LocalDate.class),
                        Certainty.valueOf(row.getString("certainty")),
                        row.getString("source"),
                        days);
        return new NoticeRecord(
                notice,
                row.getTimestamp("entered_at").toInstant(),
                row.getString("entered_by_name"),
                withdrawal(row));
    }

    private static NoticeRecord.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        var at = row.getTimestamp("withdrawn_at");
        return at == null
                ? null
                : new NoticeRecord.Withdrawal(
                        row.getString("reason"),
                        at.toInstant(),
                        row.getString("withdrawn_by_name"));
    }
}
