package org.gongkai.opengov.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept how long, and what was erased by whom (保管期限与清除记录). */
@Repository
class Retentions {
    private static final String ERASURES =
            """
            SELECT e.*, (SELECT count(*) FROM request_erasure_case c WHERE c.erasure_id = e.id) AS requests,
                (SELECT count(c.erased_at) FROM request_erasure_case c WHERE c.erasure_id = e.id) AS erased
            FROM request_erasure e
            """;

    /** Nothing is due while review or suit runs, or while it is put forward already. */
    private static final String DUE =
            """
            SELECT c.* FROM request_case c WHERE c.agency_id = :agency AND c.answered_on <= :until
                AND c.erased_on IS NULL
                AND (SELECT count(*) FILTER (WHERE e.step IN ('REVIEW_FILED', 'SUIT_FILED'))
                        - count(*) FILTER (WHERE e.step IN ('REVIEW_RESULT', 'SUIT_RESULT'))
                    FROM request_event e WHERE e.case_id = c.id) <= 0
            """;

    private static final String NOT_PROPOSED =
            """
             AND NOT EXISTS (SELECT 1 FROM request_erasure_case p JOIN request_erasure e ON e.id = p.erasure_id
                WHERE p.case_id = c.id AND e.decided_at IS NULL)
            """;

    private final JdbcClient database;

    Retentions(JdbcClient database) {
        this.database = database;
    }

    Optional<RetentionTerms> terms(AgencyId agency) {
        return database.sql(
                        "SELECT identity_years, file_years FROM request_retention WHERE agency_id = ?"
                                + " ORDER BY id DESC LIMIT 1")
                .param(agency.value())
                .query((row, _) -> new RetentionTerms(row.getInt(1), row.getInt(2)))
                .optional();
    }

    void set(AgencyId agency, RetentionTerms terms, String reason, PersonId by, Instant at) {
        database.sql(
                        """
                        INSERT INTO request_retention (agency_id, identity_years, file_years, reason, person_id,
                            written_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        agency.value(),
                        terms.identityYears(),
                        terms.fileYears(),
                        reason,
                        by.value(),
                        Timestamp.from(at))
                .update();
    }

    /** What has been answered by then and still says who asked, the first first. */
    List<RequestCase> due(AgencyId agency, LocalDate until, int limit) {
        return database.sql(DUE + NOT_PROPOSED + " ORDER BY c.answered_on, c.id LIMIT :limit")
                .param("agency", agency.value())
                .param("until", until)
                .param("limit", limit)
                .query(Requests::read)
                .list();
    }

    long countDue(AgencyId agency, LocalDate until) {
        return database.sql("SELECT count(*) FROM (" + DUE + NOT_PROPOSED + ") AS due")
                .param("agency", agency.value())
                .param("until", until)
                .query(Long.class)
                .single();
    }

    /** Whether it is due, though it may be put forward already. */
    boolean isDue(AgencyId agency, LocalDate until, long id) {
        return database.sql("SELECT count(*) FROM (" + DUE + " AND c.id = :id) AS due")
                        .param("agency", agency.value())
                        .param("until", until)
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** What has been answered by then, whether who asked was erased or not. */
    List<RequestCase> answeredBy(AgencyId agency, LocalDate until, int limit) {
        return database.sql(
                        "SELECT * FROM request_case WHERE agency_id = ? AND answered_on <= ?"
                                + " ORDER BY answered_on, id LIMIT ?")
                .params(agency.value(), until, limit)
                .query(Requests::read)
                .list();
    }

    long propose(AgencyId agency, List<Long> ids, PersonId by, Instant at) {
        var erasure =
                database.sql(
                                """
                                INSERT INTO request_erasure (agency_id, proposed_by, proposed_at)
                                VALUES (?, ?, ?) RETURNING id
                                """)
                        .params(agency.value(), by.value(), Timestamp.from(at))
                        .query(Long.class)
                        .single();
        ids.forEach(
                it ->
                        database.sql(
                                        "INSERT INTO request_erasure_case (erasure_id, case_id)"
                                                + " VALUES (?, ?)")
                                .params(erasure, it)
                                .update());
        return erasure;
    }

    /** The last first. */
    List<Erasure> erasures(AgencyId agency, int limit) {
        return database.sql(ERASURES + " WHERE e.agency_id = ? ORDER BY e.id DESC LIMIT ?")
                .params(agency.value(), limit)
                .query(Retentions::read)
                .list();
    }

    Optional<Erasure> locked(AgencyId agency, long id) {
        database.sql("SELECT id FROM request_erasure WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Long.class)
                .optional();
        return database.sql(ERASURES + " WHERE e.agency_id = ? AND e.id = ?")
                .params(agency.value(), id)
                .query(Retentions::read)
                .optional();
    }

    List<Long> requestsOf(long erasure) {
        return database.sql(
                        "SELECT case_id FROM request_erasure_case WHERE erasure_id = ? ORDER BY case_id")
                .param(erasure)
                .query(Long.class)
                .list();
    }

    void decide(long erasure, PersonId by, Instant at, boolean confirmed) {
        database.sql(
                        "UPDATE request_erasure SET decided_by = ?, decided_at = ?, confirmed = ?"
                                + " WHERE id = ?")
                .params(by.value(), Timestamp.from(at), confirmed, erasure)
                .update();
    }

    /** Erases who asked; the database asks again whether two people agreed. */
    void erase(long erasure, long id, List<String> names, LocalDate day, Instant at) {
        database.sql(
                        "SELECT request_erase_identity(:erasure, :id,"
                                + " string_to_array(:names, E'\\n'), :day, :at)")
                .param("erasure", erasure)
                .param("id", id)
                .param("names", String.join("\n", names))
                .param("day", day)
                .param("at", Timestamp.from(at))
                .query((_, _) -> id)
                .list();
    }

    private static Erasure read(ResultSet row, int number) throws SQLException {
        var decidedBy = (Long) row.getObject("decided_by");
        var decidedAt = row.getTimestamp("decided_at");
        return new Erasure(
                row.getLong("id"),
                new PersonId(row.getLong("proposed_by")),
                row.getTimestamp("proposed_at").toInstant(),
                row.getInt("requests"),
                row.getInt("erased"),
                decidedBy == null ? null : new PersonId(decidedBy),
                decidedAt == null ? null : decidedAt.toInstant(),
                (Boolean) row.getObject("confirmed"));
    }
}
