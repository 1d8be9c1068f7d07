package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.Documents.moment;
import static org.gongkai.opengov.disclosures.persistence.Rows.personOrNull;
import static org.gongkai.opengov.disclosures.persistence.Rows.values;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.disclosures.Assessment.Outcome;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Grant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of what is not public and when it is looked at again (定期评估台账). */
@Repository
class Assessments {
    private static final String ALL =
            """
            SELECT a.id AS assessment, a.due_on, a.outcome, a.reason, a.assessed_by, a.assessed_at, d.*
            FROM assessment a JOIN document d ON d.id = a.document_id AND d.state <> 'PURGED'
            """;

    private final JdbcClient database;

    Assessments(JdbcClient database) {
        this.database = database;
    }

    /** Every assessment of an agency, the earliest day first. */
    List<Assessment> of(AgencyId agency) {
        return database.sql(ALL + " WHERE d.agency_id = ? ORDER BY a.due_on, a.id")
                .param(agency.value())
                .query(Assessments::read)
                .list();
    }

    /** The assessments of a document, oldest first. */
    List<Assessment> of(DocumentId id) {
        return database.sql(ALL + " WHERE d.id = ? ORDER BY a.id")
                .param(id.value())
                .query(Assessments::read)
                .list();
    }

    /** Sets the day of the next one. */
    void set(DocumentId id, LocalDate dueOn) {
        database.sql("INSERT INTO assessment (document_id, due_on) VALUES (?, ?)")
                .params(values(id.value(), dueOn))
                .update();
    }

    /** Writes down what the open one found; there may be none. */
    void close(DocumentId id, Outcome outcome, String reason, Actor by, Grant grant, Instant at) {
        database.sql(
                        """
                        UPDATE assessment SET outcome = ?, reason = ?, assessed_by = ?, on_behalf_of = ?,
                            assessed_at = ? WHERE document_id = ? AND outcome IS NULL
                        """)
                .params(
                        values(
                                outcome.name(),
                                reason,
                                by.person().value(),
                                grant.onBehalfOf() == null ? null : grant.onBehalfOf().value(),
                                moment(at),
                                id.value()))
                .update();
    }

    private static Assessment read(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        var assessedAt = row.getTimestamp("assessed_at");
        return new Assessment(
                row.getLong("assessment"),
                Documents.read(row, number),
                row.getObject("due_on", LocalDate.class),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("reason"),
                personOrNull(row, "assessed_by"),
                assessedAt == null ? null : assessedAt.toInstant());
    }
}
