package org.gongkai.opengov.requests;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.calendar.Redating;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the days of open requests again when the calendar has changed (期限重算): both days are kept
 * and shown. What is answered stays as it was counted. Done in parts, each in a transaction of its
 * own, past what somebody is working on, so that intake never waits.
 */
@Component
public class Redatings {
    private static final int PART = 500;

    private final Requests requests;
    private final CaseClock clock;
    private final Calendars calendars;
    private final AuditTrail audit;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock time;

    Redatings(
            Requests requests,
            CaseClock clock,
            Calendars calendars,
            AuditTrail audit,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock time) {
        this.requests = requests;
        this.clock = clock;
        this.calendars = calendars;
        this.audit = audit;
        this.database = database;
        this.transaction = transaction;
        this.time = time;
    }

    /** Brings every open request up to the present calendar. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    public void redate() {
        while (Objects.requireNonNullElse(transaction.execute(_ -> part()), 0) == PART) {
            // The next part.
        }
    }

    private int part() {
        var version = calendars.current(CalendarCode.NX).version();
        var dated = requests.datedOtherwise(version, PART);
        dated.forEach(this::redate);
        return dated.size();
    }

    private void redate(RequestCase request) {
        var file = CaseFile.of(request.channel(), requests.events(request.id()));
        var reading = clock.read(file, LocalDate.now(time));
        requests.redate(request.id(), reading);
        var was = request.due();
        var now = reading.due();
        if (was == null || now == null || was.equals(now)) {
            return;
        }
        database.sql(
                        """
                        INSERT INTO request_redating (case_id, was, was_version, is_now, is_version, at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        request.id(),
                        was,
                        Objects.requireNonNullElse(request.calendarVersion(), ""),
                        now,
                        reading.calendarVersion(),
                        Timestamp.from(time.instant()))
                .update();
        audit.recordBySystem(
                request.agency(),
                "requests.redated",
                "request:" + request.id(),
                Map.of("due", was.toString()),
                Map.of("number", request.number(), "due", now.toString()));
    }

    /** What calendars did to this request, the first first. */
    List<Redating> of(long id) {
        return database.sql(
                        "SELECT was, was_version, is_now, is_version FROM request_redating"
                                + " WHERE case_id = ? ORDER BY id")
                .param(id)
                .query(
                        (row, _) ->
                                new Redating(
                                        row.getObject(1, LocalDate.class),
                                        row.getString(2),
                                        row.getObject(3, LocalDate.class),
                                        row.getString(4)))
                .list();
    }
}
