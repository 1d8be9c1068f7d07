package org.gongkai.opengov.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The public register of all requests (依申请公开登记), newest first. */
@Repository
public class PublicRequests {
    private static final int PART = 500;
    private static final String ALL =
            """
            SELECT c.id, c.number, c.applicant_class, c.stage, c.arrived_on, c.received_on, c.due,
                c.answered_on, w.words, e.step, e.outcome,
                EXISTS (SELECT 1 FROM request_import_mark m WHERE m.case_id = c.id) AS imported
            FROM request_case c
            LEFT JOIN LATERAL (SELECT words FROM request_public_words p WHERE p.case_id = c.id
                ORDER BY p.id DESC LIMIT 1) w ON true
            LEFT JOIN LATERAL (SELECT step, outcome FROM request_event v WHERE v.case_id = c.id
                AND v.step IN ('MADE_ANSWER', 'NOT_CORRECTED', 'FEE_UNPAID', 'WITHDRAWN')
                ORDER BY v.happened_on DESC, v.id DESC LIMIT 1) e ON c.answered_on IS NOT NULL
            """;

    private final JdbcClient database;
    private final Calendars calendars;
    private final Clock clock;

    PublicRequests(JdbcClient database, Calendars calendars, Clock clock) {
        this.database = database;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** How many there are. */
    public long count() {
        return database.sql("SELECT count(*) FROM request_case").query(Long.class).single();
    }

    /** A numbered page. */
    @Transactional(readOnly = true)
    public List<PublicRequest> page(int skip, int limit) {
        var reading = reading();
        return database.sql(ALL + " ORDER BY c.id DESC OFFSET ? LIMIT ?")
                .params(skip, limit)
                .query((row, _) -> reading.read(row).request())
                .list();
    }

    /** Hands over all of them, read in parts. */
    @Transactional(readOnly = true)
    public void forEach(Consumer<PublicRequest> taker) {
        var reading = reading();
        var before = Long.MAX_VALUE;
        List<Numbered> part;
        do {
            part =
                    database.sql(ALL + " WHERE c.id < ? ORDER BY c.id DESC LIMIT ?")
                            .params(before, PART)
                            .query((row, _) -> reading.read(row))
                            .list();
            part.forEach(it -> taker.accept(it.request()));
            before = part.isEmpty() ? 0 : part.getLast().id();
        } while (part.size() == PART);
    }

    private Reading reading() {
        return new Reading(calendars.current(CalendarCode.NX), LocalDate.now(clock));
    }

    private record Numbered(long id, PublicRequest request) {}

    private record Reading(WorkingCalendar calendar, LocalDate today) {
        Numbered read(ResultSet row) throws SQLException {
            var received = row.getObject("received_on", LocalDate.class);
            var due = row.getObject("due", LocalDate.class);
            var answered = row.getObject("answered_on", LocalDate.class);
            return new Numbered(
                    row.getLong("id"),
                    new PublicRequest(
                            row.getString("number"),
                            row.getString("words"),
                            ApplicantClass.valueOf(row.getString("applicant_class")),
                            RequestStage.valueOf(row.getString("stage")),
                            row.getObject("arrived_on", LocalDate.class),
                            received,
                            due,
                            answered,
                            received == null || answered == null
                                    ? null
                                    : calendar.workingDaysBetween(received, answered),
                            due != null && (answered == null ? today : answered).isAfter(due),
                            row.getBoolean("imported"),
                            outcomes(row.getString("step"), row.getString("outcome"))));
        }

        private static List<Outcome> outcomes(@Nullable String step, @Nullable String named) {
            if (step == null) {
                return List.of();
            }
            return switch (RequestStep.valueOf(step)) {
                case NOT_CORRECTED -> List.of(Outcome.NOT_CORRECTED);
                case FEE_UNPAID -> List.of(Outcome.FEE_UNPAID);
                case WITHDRAWN -> List.of(Outcome.ENDED_OTHERWISE);
                default ->
                        named == null
                                ? List.of()
                                : Arrays.stream(named.split(","))
                                        .flatMap(it -> Outcome.named(it).stream())
                                        .toList();
            };
        }
    }
}
