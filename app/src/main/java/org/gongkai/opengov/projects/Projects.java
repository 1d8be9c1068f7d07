package org.gongkai.opengov.projects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.platform.files.FileReferences;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of key projects (重点项目台账): versions are added, none is changed. */
@Repository
class Projects implements FileReferences {
    private static final String VERSIONS =
            """
            SELECT v.*, p.agency_id, l.number AS landing_number, l.landed_on, l.proof, l.sha256, l.file_name,
                l.reason AS landing_reason, l.person_id AS landed_by, l.at AS landed_at
            FROM key_project_version v
            JOIN key_project p ON p.id = v.project_id
            LEFT JOIN project_landed l ON l.project_id = p.id
            """;

    private static final String NEWEST =
            " AND v.number = (SELECT max(number) FROM key_project_version WHERE project_id = p.id)";

    private final JdbcClient database;

    Projects(JdbcClient database) {
        this.database = database;
    }

    /** Each in its newest version, the last entered first. */
    List<KeyProject> newest(AgencyId agency) {
        return database.sql(VERSIONS + "WHERE p.agency_id = ?" + NEWEST + " ORDER BY p.id DESC")
                .param(agency.value())
                .query(Projects::read)
                .list();
    }

    /** One in its newest version. */
    Optional<KeyProject> find(long id) {
        return database.sql(VERSIONS + "WHERE p.id = ?" + NEWEST)
                .param(id)
                .query(Projects::read)
                .optional();
    }

    /** Every version of one, the newest first. */
    List<KeyProject> versions(AgencyId agency, long id) {
        return database.sql(VERSIONS + "WHERE p.agency_id = ? AND p.id = ? ORDER BY v.number DESC")
                .params(agency.value(), id)
                .query(Projects::read)
                .list();
    }

    long add(AgencyId agency, String name) {
        return database.sql(
                        "INSERT INTO key_project (agency_id, entered_as) VALUES (?, ?) RETURNING id")
                .params(agency.value(), name)
                .query(Long.class)
                .single();
    }

    void add(
            long id,
            int number,
            LocalDate from,
            KeyProject.Facts facts,
            String reason,
            PersonId by,
            Instant at) {
        database.sql(
                        """
                        INSERT INTO key_project_version (project_id, number, valid_from, name, builder, investor,
                            district, kind, importance, state, reason, person_id, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        number,
                        from,
                        facts.name(),
                        facts.builder(),
                        facts.investor(),
                        facts.district(),
                        facts.kind().name(),
                        facts.importance(),
                        facts.state().name(),
                        reason,
                        by.value(),
                        Timestamp.from(at))
                .update();
    }

    /** Records a landing, or a correction of it; a number that is taken is refused. */
    void land(long id, KeyProject.Landing landing) {
        database.sql(
                        """
                        INSERT INTO project_landing (project_id, number, landed_on, proof, sha256, file_name,
                            reason, person_id, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        landing.number(),
                        landing.on(),
                        landing.proof(),
                        landing.file().sha256(),
                        landing.file().name(),
                        landing.reason(),
                        landing.by().value(),
                        Timestamp.from(landing.at()))
                .update();
    }

    /** What was ever recorded of a landing, the newest first. */
    List<KeyProject.Landing> landings(long id) {
        return database.sql(
                        """
                        SELECT number AS landing_number, landed_on, proof, sha256, file_name,
                            reason AS landing_reason, person_id AS landed_by, at AS landed_at
                        FROM project_landing WHERE project_id = ? ORDER BY number DESC
                        """)
                .param(id)
                .query((row, at) -> Objects.requireNonNull(landing(row)))
                .list();
    }

    @Override
    public boolean needs(String sha256) {
        return database.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM project_landing WHERE sha256 = :sha256)
                            OR EXISTS (SELECT 1 FROM project_consent WHERE sha256 = :sha256)
                        """)
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    private static KeyProject read(ResultSet row, int at) throws SQLException {
        return new KeyProject(
                row.getLong("project_id"),
                new AgencyId(row.getLong("agency_id")),
                row.getInt("number"),
                row.getObject("valid_from", LocalDate.class),
                new KeyProject.Facts(
                        row.getString("name"),
                        row.getString("builder"),
                        row.getString("investor"),
                        row.getString("district"),
                        ProjectKind.valueOf(row.getString("kind")),
                        row.getString("importance"),
                        ProjectState.valueOf(row.getString("state"))),
                row.getString("reason"),
                new PersonId(row.getLong("person_id")),
                row.getTimestamp("at").toInstant(),
                landing(row));
    }

    private static KeyProject.@Nullable Landing landing(ResultSet row) throws SQLException {
        var on = row.getObject("landed_on", LocalDate.class);
        return on == null
                ? null
                : new KeyProject.Landing(
                        row.getInt("landing_number"),
                        on,
                        row.getString("proof"),
                        new ProjectFile(row.getString("sha256"), row.getString("file_name")),
                        row.getString("landing_reason"),
                        new PersonId(row.getLong("landed_by")),
                        row.getTimestamp("landed_at").toInstant());
    }
}
