package org.gongkai.opengov.requests;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
            SELECT e.*, (SELECT count(*) FROM request_erasure_case c WHERE c.erasure_id = e.id)
                    + (SELECT count(*) FROM request_erasure_claim c WHERE c.erasure_id = e.id) AS requests,
                (SELECT count(c.erased_at) FROM request_erasure_case c WHERE c.erasure_id = e.id)
                    + (SELECT count(c.erased_at) FROM request_erasure_claim c WHERE c.erasure_id = e.id) AS erased
            FROM request_erasure e
            """;

    /** Nothing is due while review or suit runs. */
    private static final String CASES =
            """
            SELECT c.* FROM request_case c WHERE c.agency_id = :agency AND c.answered_on <= :until
                AND (SELECT count(*) FILTER (WHERE e.step IN ('REVIEW_FILED', 'SUIT_FILED'))
                        - count(*) FILTER (WHERE e.step IN ('REVIEW_RESULT', 'SUIT_RESULT'))
                    FROM request_event e WHERE e.case_id = c.id) <= 0
            """;

    private static final String CLAIMS =
            """
            SELECT c.* FROM request_claim c WHERE c.agency_id = :agency AND c.closed_on <= :until
                AND EXISTS (SELECT 1 FROM request_claim_person p WHERE p.claim_id = c.id)
            """;

    private final JdbcClient database;

    Retentions(JdbcClient database) {
        this.database = database;
    }

    Optional<RetentionTerms> terms(AgencyId agency) {
        return database.sql(
                        "SELECT identity_years, file_years, party_years, claim_years FROM"
                                + " request_retention WHERE agency_id = ? ORDER BY id DESC LIMIT 1")
                .param(agency.value())
                .query(
                        (row, _) ->
                                new RetentionTerms(
                                        row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .optional();
    }

    void set(AgencyId agency, RetentionTerms terms, String reason, PersonId by, Instant at) {
        database.sql(
                        """
                        INSERT INTO request_retention (agency_id, identity_years, file_years, party_years,
                            claim_years, reason, person_id, written_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        agency.value(),
                        terms.identityYears(),
                        terms.fileYears(),
                        terms.partyYears(),
                        terms.claimYears(),
                        reason,
                        by.value(),
                        Timestamp.from(at))
                .update();
    }

    /** Requests that have been answered by then and still say who, the first first. */
    List<RequestCase> dueCases(ErasureKind kind, AgencyId agency, LocalDate until, int limit) {
        return database.sql(
                        due(kind)
                                + notProposed(kind)
                                + " ORDER BY c.answered_on, c.id LIMIT :limit")
                .param("agency", agency.value())
                .param("until", until)
                .param("limit", limit)
                .param("kind", kind.name())
                .query(Requests::read)
                .list();
    }

    /** Corrections and complaints that ended by then and still say who claims, the first first. */
    List<Claim> dueClaims(AgencyId agency, LocalDate until, int limit) {
        return database.sql(
                        CLAIMS
                                + notProposed(ErasureKind.CLAIMANTS)
                                + " ORDER BY c.closed_on, c.id LIMIT :limit")
                .param("agency", agency.value())
                .param("until", until)
                .param("limit", limit)
                .param("kind", ErasureKind.CLAIMANTS.name())
                .query(Claims::read)
                .list();
    }

    long countDue(ErasureKind kind, AgencyId agency, LocalDate until) {
        return database.sql("SELECT count(*) FROM (" + due(kind) + notProposed(kind) + ") AS due")
                .param("agency", agency.value())
                .param("until", until)
                .param("kind", kind.name())
                .query(Long.class)
                .single();
    }

    /** Whether it is due, though it may be put forward already. */
    boolean isDue(ErasureKind kind, AgencyId agency, LocalDate until, long id) {
        return database.sql("SELECT count(*) FROM (" + due(kind) + " AND c.id = :id) AS due")
                        .param("agency", agency.value())
                        .param("until", until)
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static String due(ErasureKind kind) {
        return switch (kind) {
            case APPLICANTS -> CASES + " AND c.erased_on IS NULL";
            case PARTIES ->
                    CASES
                            + " AND c.parties_erased_on IS NULL AND EXISTS (SELECT 1 FROM"
                            + " request_event t WHERE t.case_id = c.id AND t.step LIKE"
                            + " 'THIRD_PARTY%')";
            case CLAIMANTS -> CLAIMS;
        };
    }

    /** Not while it is put forward already. */
    private static String notProposed(ErasureKind kind) {
        return " AND NOT EXISTS (SELECT 1 FROM "
                + table(kind)
                + " p JOIN request_erasure e ON e.id = p.erasure_id WHERE p."
                + column(kind)
                + " = c.id AND e.kind = :kind AND e.decided_at IS NULL)";
    }

    private static String table(ErasureKind kind) {
        return kind.ofCases() ? "request_erasure_case" : "request_erasure_claim";
    }

    private static String column(ErasureKind kind) {
        return kind.ofCases() ? "case_id" : "claim_id";
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

    long propose(ErasureKind kind, AgencyId agency, List<Long> ids, PersonId by, Instant at) {
        var erasure =
                database.sql(
                                """
                                INSERT INTO request_erasure (agency_id, kind, proposed_by, proposed_at)
                                VALUES (?, ?, ?, ?) RETURNING id
                                """)
                        .params(agency.value(), kind.name(), by.value(), Timestamp.from(at))
                        .query(Long.class)
                        .single();
        ids.forEach(
                it ->
                        database.sql(
                                        "INSERT INTO "
                                                + table(kind)
                                                + " (erasure_id, "
                                                + column(kind)
                                                + ") VALUES (?, ?)")
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

    /** The requests, or corrections and complaints, that were put forward. */
    List<Long> of(Erasure erasure) {
        var column = column(erasure.kind());
        return database.sql(
                        "SELECT "
                                + column
                                + " FROM "
                                + table(erasure.kind())
                                + " WHERE erasure_id = ? ORDER BY "
                                + column)
                .param(erasure.id())
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

    /** The third parties of a request, and who signed for them, in the order in which they came. */
    List<String> parties(long id) {
        return database.sql(
                        """
                        SELECT party FROM request_event WHERE case_id = :id AND step LIKE 'THIRD_PARTY%'
                            AND party IS NOT NULL GROUP BY party ORDER BY min(id)
                        """)
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** Who signed an opinion of a third party. */
    List<String> signers(long id) {
        return database.sql(
                        """
                        SELECT DISTINCT o.signed_by FROM request_opinion o
                        JOIN request_opinion_link l ON l.id = o.link_id WHERE l.case_id = ?
                        """)
                .param(id)
                .query(String.class)
                .list();
    }

    /** Covers third parties; the database asks again whether two people agreed. */
    void coverParties(
            long erasure, long id, Map<String, String> covers, LocalDate day, Instant at) {
        var names = List.copyOf(covers.keySet());
        database.sql(
                        "SELECT request_erase_parties(:erasure, :id,"
                                + " string_to_array(:names, E'\\n'),"
                                + " string_to_array(:covers, E'\\n'), :day, :at)")
                .param("erasure", erasure)
                .param("id", id)
                .param("names", String.join("\n", names))
                .param("covers", names.stream().map(covers::get).collect(joining("\n")))
                .param("day", day)
                .param("at", Timestamp.from(at))
                .query((_, _) -> id)
                .list();
    }

    /** Erases who claims; the database asks again whether two people agreed. */
    void eraseClaimant(long erasure, long id, List<String> names, Instant at) {
        database.sql(
                        "SELECT request_erase_claimant(:erasure, :id,"
                                + " string_to_array(:names, E'\\n'), :at)")
                .param("erasure", erasure)
                .param("id", id)
                .param("names", String.join("\n", names))
                .param("at", Timestamp.from(at))
                .query((_, _) -> id)
                .list();
    }

    private static Erasure read(ResultSet row, int number) throws SQLException {
        var decidedBy = (Long) row.getObject("decided_by");
        var decidedAt = row.getTimestamp("decided_at");
        return new Erasure(
                row.getLong("id"),
                ErasureKind.valueOf(row.getString("kind")),
                new PersonId(row.getLong("proposed_by")),
                row.getTimestamp("proposed_at").toInstant(),
                row.getInt("requests"),
                row.getInt("erased"),
                decidedBy == null ? null : new PersonId(decidedBy),
                decidedAt == null ? null : decidedAt.toInstant(),
                (Boolean) row.getObject("confirmed"));
    }
}
