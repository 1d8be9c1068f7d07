package org.gongkai.opengov.inspections.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of what has days of its own (决定与撤下台账): decisions, and rulings after publication. */
@Repository
class EnforcementDecisions {
    private static final String DECISIONS =
            """
            SELECT d.*, t.number AS task_number FROM inspection_decision d
            JOIN inspection_task t ON t.id = d.task_id WHERE d.agency_id = :agency
            """;

    private static final String RULINGS =
            """
            SELECT r.*, t.number AS task_number, b.document_id,
                   least(CASE WHEN b.withdrawn_on >= r.ruled_on THEN b.withdrawn_on END,
                       CASE WHEN b.corrected_on >= r.ruled_on THEN b.corrected_on END) AS down_on
            FROM inspection_ruling r JOIN inspection_task t ON t.id = r.task_id
            JOIN inspection_result_batch b ON b.id = r.batch_id WHERE r.agency_id = :agency
            """;

    private final JdbcClient database;

    EnforcementDecisions(JdbcClient database) {
        this.database = database;
    }

    /** A task of the agency, by its number. */
    Optional<Long> task(AgencyId agency, String number) {
        return database.sql("SELECT id FROM inspection_task WHERE agency_id = ? AND number = ?")
                .params(agency.value(), number)
                .query(Long.class)
                .optional();
    }

    /** The batch that publishes a task now. */
    Optional<Long> publicBatch(long task) {
        return database.sql(
                        """
                        SELECT b.id FROM inspection_result_batch b JOIN inspection_result_line l ON l.batch_id = b.id
                        WHERE l.task_id = ? AND b.published_on IS NOT NULL AND b.withdrawn_on IS NULL
                        ORDER BY b.id DESC LIMIT 1
                        """)
                .param(task)
                .query(Long.class)
                .optional();
    }

    /** Decisions, the newest first. */
    List<Decision> decisions(AgencyId agency) {
        return database.sql(DECISIONS + " ORDER BY d.id DESC")
                .param("agency", agency.value())
                .query(EnforcementDecisions::readDecision)
                .list();
    }

    Optional<Decision> decision(AgencyId agency, long id) {
        return database.sql(DECISIONS + " AND d.id = :id FOR UPDATE OF d")
                .param("agency", agency.value())
                .param("id", id)
                .query(EnforcementDecisions::readDecision)
                .optional();
    }

    boolean hasNumber(AgencyId agency, String number) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM inspection_decision WHERE agency_id = ? AND"
                                + " number = ?)")
                .params(agency.value(), number)
                .query(Boolean.class)
                .single();
    }

    long add(
            AgencyId agency,
            long task,
            Decision.Kind kind,
            String number,
            LocalDate on,
            PersonId by,
            Instant at) {
        return database.sql(
                        """
                        INSERT INTO inspection_decision (agency_id, task_id, kind, number, decided_on, person_id, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
                        """)
                .params(
                        agency.value(),
                        task,
                        kind.name(),
                        number,
                        on,
                        by.value(),
                        Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void published(long decision, DocumentId document, LocalDate on) {
        database.sql(
                        "UPDATE inspection_decision SET document_id = ?, published_on = ? WHERE id ="
                                + " ?")
                .params(document.value(), on, decision)
                .update();
    }

    /** Rulings, the newest first. */
    List<Ruling> rulings(AgencyId agency) {
        return database.sql(RULINGS + " ORDER BY r.id DESC")
                .param("agency", agency.value())
                .query(EnforcementDecisions::readRuling)
                .list();
    }

    void add(
            AgencyId agency,
            long task,
            long batch,
            Ruling.Kind kind,
            LocalDate on,
            String reasons,
            PersonId by,
            Instant at) {
        database.sql(
                        """
                        INSERT INTO inspection_ruling (agency_id, task_id, batch_id, kind, ruled_on, reasons,
                            person_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        agency.value(),
                        task,
                        batch,
                        kind.name(),
                        on,
                        reasons,
                        by.value(),
                        Timestamp.from(at))
                .update();
    }

    private static Decision readDecision(ResultSet row, int number) throws SQLException {
        return new Decision(
                row.getLong("id"),
                row.getLong("task_id"),
                row.getString("task_number"),
                Decision.Kind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("document_id", UUID.class),
                day(row, "published_on"));
    }

    private static Ruling readRuling(ResultSet row, int number) throws SQLException {
        return new Ruling(
                row.getLong("id"),
                row.getLong("task_id"),
                row.getString("task_number"),
                row.getObject("document_id", UUID.class),
                Ruling.Kind.valueOf(row.getString("kind")),
                row.getObject("ruled_on", LocalDate.class),
                row.getString("reasons"),
                day(row, "down_on"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
