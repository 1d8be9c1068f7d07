package org.gongkai.opengov.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages between applicant and office (往来留言登记). */
@Repository
class RequestMessages {
    private final JdbcClient database;

    RequestMessages(JdbcClient database) {
        this.database = database;
    }

    /** A request whose applicant wrote last. */
    record Waiting(long request, String number, Instant since) {}

    void add(long request, @Nullable PersonId by, String words, Instant at) {
        database.sql(
                        "INSERT INTO request_message (case_id, person_id, words, written_at)"
                                + " VALUES (:case, :by, :words, :at)")
                .param("case", request)
                .param("by", by == null ? null : by.value())
                .param("words", words)
                .param("at", Timestamp.from(at))
                .update();
    }

    List<RequestMessage> of(long request) {
        return database.sql("SELECT * FROM request_message WHERE case_id = ? ORDER BY id")
                .param(request)
                .query(RequestMessages::read)
                .list();
    }

    /** How many the applicant has written since then. */
    long fromApplicantSince(long request, Instant since) {
        return database.sql(
                        "SELECT count(*) FROM request_message WHERE case_id = ? AND person_id IS"
                                + " NULL AND written_at > ?")
                .params(request, Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    /** Requests in which the office has the last word to say, the longest waiting first. */
    List<Waiting> waiting(AgencyId agency, int limit) {
        return database.sql(
                        """
                        SELECT c.id, c.number, l.written_at FROM request_case c
                        JOIN LATERAL (SELECT m.person_id, m.written_at FROM request_message m
                            WHERE m.case_id = c.id ORDER BY m.id DESC LIMIT 1) l ON l.person_id IS NULL
                        WHERE c.agency_id = ? AND c.id IN (SELECT case_id FROM request_message)
                        ORDER BY l.written_at LIMIT ?
                        """)
                .params(agency.value(), limit)
                .query(
                        (row, _) ->
                                new Waiting(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getTimestamp(3).toInstant()))
                .list();
    }

    private static RequestMessage read(ResultSet row, int number) throws SQLException {
        var by = (Long) row.getObject("person_id");
        return new RequestMessage(
                row.getLong("id"),
                by == null ? null : new PersonId(by),
                row.getString("words"),
                row.getTimestamp("written_at").toInstant());
    }
}
