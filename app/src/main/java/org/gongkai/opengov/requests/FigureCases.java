package org.gongkai.opengov.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests that a year's figures are counted from (统计所涉申请), with what happened to each. */
@Repository
class FigureCases {
    /** Received in time to be counted, and open, answered anew or disputed since. */
    private static final String TOUCHING =
            """
             c.agency_id = :agency AND c.received_on <= :until
                AND (c.answered_on IS NULL OR c.answered_on >= :since OR EXISTS (SELECT 1 FROM
                    request_event d WHERE d.case_id = c.id
                    AND d.step IN ('REOPENED', 'REVIEW_FILED', 'SUIT_FILED')))
            """;

    private final JdbcClient database;

    FigureCases(JdbcClient database) {
        this.database = database;
    }

    /** In the order of receipt. */
    List<RequestCase> of(AgencyId agency, LocalDate since, LocalDate until) {
        return database.sql(
                        "SELECT c.* FROM request_case c WHERE"
                                + TOUCHING
                                + "ORDER BY c.received_on, c.id")
                .param("agency", agency.value())
                .param("since", since)
                .param("until", until)
                .query(Requests::read)
                .list();
    }

    /** What happened to each of them by that day, in the order of its days. */
    Map<Long, List<CaseEvent>> events(AgencyId agency, LocalDate since, LocalDate until) {
        var events = new HashMap<Long, List<CaseEvent>>();
        RowCallbackHandler reading = row -> add(row, events);
        database.sql(
                        "SELECT e.* FROM request_event e JOIN request_case c ON c.id = e.case_id"
                                + " WHERE e.happened_on <= :until AND"
                                + TOUCHING
                                + "ORDER BY e.case_id, e.happened_on, e.id")
                .param("agency", agency.value())
                .param("since", since)
                .param("until", until)
                .query(reading);
        return events;
    }

    private static void add(ResultSet row, Map<Long, List<CaseEvent>> events) throws SQLException {
        events.computeIfAbsent(row.getLong("case_id"), it -> new ArrayList<>())
                .add(Requests.readEvent(row, 0));
    }
}
