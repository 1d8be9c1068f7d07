package org.gongkai.opengov.remediation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.opengov.remediation.RemediationProject.Revision;
import org.gongkai.opengov.remediation.RemediationProject.Verdict;
import org.gongkai.platform.files.FileReferences;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The register of projects (整治项目台账): revisions and verdicts are added, none is changed. */
@Repository
class RemediationProjects implements FileReferences {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String ALL =
            """
            SELECT p.id, p.agency_id, p.number AS project_number,
                r.number, r.content, r.sha256, r.reason, r.person_id, r.at,
                v.released, v.reason AS verdict_reason, v.person_id AS verdict_by, v.at AS verdict_at,
                l.number AS l_number, l.content AS l_content, l.sha256 AS l_sha256, l.reason AS l_reason,
                l.person_id AS l_person_id, l.at AS l_at,
                o.project_id IS NOT NULL AS open
            FROM remediation_project p
            JOIN LATERAL (SELECT * FROM remediation_revision WHERE project_id = p.id
                ORDER BY number DESC LIMIT 1) r ON true
            LEFT JOIN remediation_verdict v ON v.project_id = p.id AND v.number = r.number
            LEFT JOIN LATERAL (SELECT w.* FROM remediation_revision w
                JOIN remediation_verdict x ON x.project_id = w.project_id AND x.number = w.number AND x.released
                WHERE w.project_id = p.id ORDER BY w.number DESC LIMIT 1) l ON true
            LEFT JOIN remediation_opening o ON o.project_id = p.id
            WHERE p.agency_id = :agency
            """;

    private final JdbcClient database;

    RemediationProjects(JdbcClient database) {
        this.database = database;
    }

    /** What everybody may read of a project: its newest released content. */
    record PublicProject(
            long id, AgencyId agency, String number, ProjectContent content, Instant releasedAt) {}

    /** Every project of an agency, the newest first. */
    List<RemediationProject> all(AgencyId agency) {
        return database.sql(ALL + " ORDER BY p.id DESC")
                .param("agency", agency.value())
                .query(RemediationProjects::read)
                .list();
    }

    /** One of them. */
    Optional<RemediationProject> find(AgencyId agency, long id) {
        return database.sql(ALL + " AND p.id = :id")
                .param("agency", agency.value())
                .param("id", id)
                .query(RemediationProjects::read)
                .optional();
    }

    /** Every revision of one with what was decided of it, the newest first. */
    List<Past> past(long id) {
        return database.sql(
                        """
                        SELECT r.*, v.released, v.reason AS verdict_reason, v.person_id AS verdict_by, v.at AS verdict_at
                        FROM remediation_revision r
                        LEFT JOIN remediation_verdict v ON v.project_id = r.project_id AND v.number = r.number
                        WHERE r.project_id = ? ORDER BY r.number DESC
                        """)
                .param(id)
                .query((row, _) -> new Past(revision(row, ""), verdict(row)))
                .list();
    }

    /** A revision of the past with what was decided of it. */
    record Past(Revision revision, @Nullable Verdict verdict) {}

    /** What is public of an agency's projects, the newest first. */
    List<PublicProject> allPublic(AgencyId agency) {
        return database.sql(
                        "SELECT * FROM public_remediation WHERE agency_id = ? ORDER BY project_number DESC")
                .param(agency.value())
                .query(RemediationProjects::readPublic)
                .list();
    }

    /** What is public under a number. */
    Optional<PublicProject> findPublic(String number) {
        return database.sql("SELECT * FROM public_remediation WHERE project_number = ?")
                .param(number)
                .query(RemediationProjects::readPublic)
                .optional();
    }

    /** Enters a project under the next number of the year; its id. */
    long add(AgencyId agency, int year, Medium medium) {
        database.sql("SELECT pg_advisory_xact_lock(hashtext('remediation_number'))").query(_ -> {});
        return database.sql(
                        """
                        INSERT INTO remediation_project (agency_id, number, medium)
                        SELECT :agency, :year || '-' || lpad(next::text, greatest(3, length(next::text)), '0'), :medium
                        FROM (SELECT 1 + coalesce(max(split_part(number, '-', 2)::int), 0) AS next
                            FROM remediation_project WHERE number LIKE :year || '-%') numbers
                        RETURNING id
                        """)
                .param("agency", agency.value())
                .param("year", Integer.toString(year))
                .param("medium", medium.name())
                .query(Long.class)
                .single();
    }

    /** Adds a revision. */
    void add(long id, int number, ProjectContent content, String reason, PersonId by, Instant at) {
        var text = JSON.writeValueAsString(content);
        database.sql(
                        """
                        INSERT INTO remediation_revision (project_id, number, content, sha256, reason, person_id, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(id, number, text, sha256(text), reason, by.value(), Timestamp.from(at))
                .update();
    }

    /** Adds what was decided of the newest revision. */
    void decide(
            RemediationProject project,
            boolean released,
            String reason,
            PersonId by,
            Grant under,
            Instant at) {
        database.sql(
                        """
                        INSERT INTO remediation_verdict (project_id, number, sha256, released, reason, person_id, on_behalf_of, at)
                        VALUES (:id, :number, :sha256, :released, :reason, :by, :for, :at)
                        """)
                .param("id", project.id())
                .param("number", project.revision().number())
                .param("sha256", project.revision().sha256())
                .param("released", released)
                .param("reason", reason)
                .param("by", by.value())
                .param("for", under.onBehalfOf() == null ? null : under.onBehalfOf().value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Makes a project public with this document. */
    void open(long id, Stage.DocumentLink document, Instant at) {
        database.sql(
                        """
                        INSERT INTO remediation_opening (project_id, document_id, index_number, at) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(id, document.id(), document.indexNumber(), Timestamp.from(at))
                .update();
    }

    /** A picture stays as long as any revision shows it: revisions are never removed. */
    @Override
    public boolean needs(String sha256) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM remediation_revision WHERE content LIKE ?)")
                .param("%\"" + sha256 + "\"%")
                .query(Boolean.class)
                .single();
    }

    private static RemediationProject read(ResultSet row, int number) throws SQLException {
        return new RemediationProject(
                row.getLong("id"),
                new AgencyId(row.getLong("agency_id")),
                row.getString("project_number"),
                revision(row, ""),
                verdict(row),
                row.getString("l_content") == null ? null : revision(row, "l_"),
                row.getBoolean("open"));
    }

    private static PublicProject readPublic(ResultSet row, int number) throws SQLException {
        return new PublicProject(
                row.getLong("id"),
                new AgencyId(row.getLong("agency_id")),
                row.getString("project_number"),
                content(row.getString("content")),
                row.getTimestamp("released_at").toInstant());
    }

    private static Revision revision(ResultSet row, String prefix) throws SQLException {
        return new Revision(
                row.getInt(prefix + "number"),
                content(row.getString(prefix + "content")),
                row.getString(prefix + "sha256"),
                row.getString(prefix + "reason"),
                new PersonId(row.getLong(prefix + "person_id")),
                row.getTimestamp(prefix + "at").toInstant());
    }

    private static @Nullable Verdict verdict(ResultSet row) throws SQLException {
        var at = row.getTimestamp("verdict_at");
        return at == null
                ? null
                : new Verdict(
                        row.getBoolean("released"),
                        Objects.requireNonNullElse(row.getString("verdict_reason"), ""),
                        new PersonId(row.getLong("verdict_by")),
                        at.toInstant());
    }

    private static ProjectContent content(String text) {
        return JSON.readValue(text, ProjectContent.class);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
