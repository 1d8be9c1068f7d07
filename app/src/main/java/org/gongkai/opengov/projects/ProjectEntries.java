package org.gongkai.opengov.projects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.projects.ProjectEntry.Field;
import org.gongkai.opengov.projects.ProjectEntry.Publication;
import org.gongkai.opengov.projects.ProjectEntry.Screening;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries, what was found of them, and the documents made of them (信息条目台账). */
@Repository
class ProjectEntries {
    private static final String NEWEST =
            """
            SELECT v.*, e.project_id, n.id AS publication_id, n.consent_id, n.document_id, n.is_public,
                n.version_id = v.id AND n.last_screening = (
                    SELECT max(screening_id) FROM project_screened WHERE version_id = v.id) AS of_this
            FROM project_entry e
            JOIN project_entry_version v ON v.entry_id = e.id
                AND v.number = (SELECT max(number) FROM project_entry_version WHERE entry_id = e.id)
            LEFT JOIN LATERAL (
                SELECT p.*, EXISTS (SELECT 1 FROM project_public_entry WHERE publication_id = p.id) AS is_public
                FROM project_publication p JOIN project_entry_version w ON w.id = p.version_id
                WHERE w.entry_id = e.id ORDER BY p.id DESC LIMIT 1) n ON true
            """;

    private final JdbcClient database;

    ProjectEntries(JdbcClient database) {
        this.database = database;
    }

    /** The entries of a project, in the order of stages and days. */
    List<ProjectEntry> of(long project) {
        return whole(
                database.sql(NEWEST + "WHERE e.project_id = ? ORDER BY v.formed_on, e.id")
                        .param(project)
                        .query(ProjectEntries::read)
                        .list());
    }

    /** The entries of all projects of an agency. */
    List<ProjectEntry> ofAgency(AgencyId agency) {
        return whole(
                database.sql(
                                NEWEST
                                        + "JOIN key_project k ON k.id = e.project_id"
                                        + " WHERE k.agency_id = ? ORDER BY v.formed_on, e.id")
                        .param(agency.value())
                        .query(ProjectEntries::read)
                        .list());
    }

    /** One of a project, locked until the transaction ends where it is to be changed. */
    Optional<ProjectEntry> find(long project, long id) {
        return whole(
                        database.sql(NEWEST + "WHERE e.project_id = ? AND e.id = ?")
                                .params(project, id)
                                .query(ProjectEntries::read)
                                .list())
                .stream()
                .findFirst();
    }

    /** Everybody who wrote any version of it; none of them may screen it. */
    Set<PersonId> writers(long entry) {
        return database
                .sql("SELECT DISTINCT written_by FROM project_entry_version WHERE entry_id = ?")
                .param(entry)
                .query((row, at) -> new PersonId(row.getLong(1)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    long add(long project) {
        return database.sql("INSERT INTO project_entry (project_id) VALUES (?) RETURNING id")
                .param(project)
                .query(Long.class)
                .single();
    }

    void add(
            long entry,
            int number,
            ProjectEntry.Facts facts,
            List<ProjectInput.Said> said,
            String reason,
            PersonId by,
            Instant now) {
        var version =
                database.sql(
                                """
                                INSERT INTO project_entry_version (entry_id, number, stage, kind, title, formed_on,
                                    reason, written_by, written_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                                """)
                        .params(
                                entry,
                                number,
                                facts.stage().name(),
                                facts.kind().name(),
                                facts.title(),
                                facts.formedOn(),
                                reason,
                                by.value(),
                                Timestamp.from(now))
                        .query(Long.class)
                        .single();
        for (var at = 0; at < said.size(); at++) {
            database.sql(
                            "INSERT INTO project_field (version_id, position, name, value)"
                                    + " VALUES (?, ?, ?, ?)")
                    .params(version, at + 1, said.get(at).name(), said.get(at).value())
                    .update();
        }
    }

    void screen(long field, Outcome outcome, String ground, PersonId by, Instant at) {
        database.sql(
                        "INSERT INTO project_screening (field_id, outcome, ground, screened_by, screened_at)"
                                + " VALUES (?, ?, ?, ?, ?)")
                .params(field, outcome.name(), ground, by.value(), Timestamp.from(at))
                .update();
    }

    /** Whether a field was ever marked a secret. */
    boolean wasSecret(long field) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM project_screening WHERE field_id = ?"
                                + " AND outcome IN ('STATE_SECRET', 'TRADE_SECRET'))")
                .param(field)
                .query(Boolean.class)
                .single();
    }

    /** Why the newest version may not be public now, asked of the database's own gate. */
    Optional<Obstacle> obstacle(long version, @Nullable Long consent) {
        return database.sql("SELECT project_obstacle(:version, :consent)")
                .param("version", version)
                .param("consent", consent, java.sql.Types.BIGINT)
                .query((row, at) -> Optional.ofNullable(row.getString(1)))
                .single()
                .map(it -> Obstacle.valueOf(it.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /**
     * @param told version of the project that the document tells of
     */
    void addPublication(
            ProjectEntry entry,
            int told,
            @Nullable Long consent,
            DocumentId document,
            String sha256,
            PersonId by,
            Instant at) {
        database.sql(
                        """
                        INSERT INTO project_publication (version_id, project_version, consent_id, document_id, sha256,
                            last_screening, prepared_by, prepared_at)
                        VALUES (:version, :told, :consent, :document, :sha256, :screening, :by, :at)
                        """)
                .param("version", entry.version())
                .param("told", told)
                .param("consent", consent, java.sql.Types.BIGINT)
                .param("document", document.value())
                .param("sha256", sha256)
                .param("screening", entry.lastScreening())
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The documents that rest on a consent. */
    List<DocumentId> restingOn(long consent) {
        return documents("consent_id = ?", consent);
    }

    /** The documents of all versions of an entry. */
    List<DocumentId> ofEntry(long entry) {
        return documents(
                "version_id IN (SELECT id FROM project_entry_version WHERE entry_id = ?)", entry);
    }

    /** The documents of every version that says what this field says, by name or in words. */
    List<DocumentId> saying(long field) {
        return documents("version_id IN (SELECT project_saying(?, false))", field);
    }

    /** The project that a document tells of; empty for any other document. */
    Optional<Long> projectOf(DocumentId document) {
        return database.sql(
                        """
                        SELECT e.project_id FROM project_publication p
                        JOIN project_entry_version v ON v.id = p.version_id
                        JOIN project_entry e ON e.id = v.entry_id WHERE p.document_id = ?
                        """)
                .param(document.value())
                .query(Long.class)
                .optional();
    }

    /** The other documents made of the same entry as this one, whether or not they are public. */
    List<DocumentId> othersOf(DocumentId document) {
        return database.sql(
                        """
                        SELECT o.document_id FROM project_publication p
                        JOIN project_entry_version v ON v.id = p.version_id
                        JOIN project_entry_version w ON w.entry_id = v.entry_id
                        JOIN project_publication o ON o.version_id = w.id AND o.document_id <> p.document_id
                        WHERE p.document_id = ? ORDER BY o.id
                        """)
                .param(document.value())
                .query((row, at) -> new DocumentId(row.getObject(1, UUID.class)))
                .list();
    }

    private List<DocumentId> documents(String where, long id) {
        return database.sql(
                        "SELECT document_id FROM project_publication WHERE "
                                + where
                                + " ORDER BY id")
                .param(id)
                .query((row, at) -> new DocumentId(row.getObject(1, UUID.class)))
                .list();
    }

    private List<ProjectEntry> whole(List<ProjectEntry> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        var fields = new HashMap<Long, List<Field>>();
        database.sql(
                        "SELECT * FROM project_screened WHERE version_id IN (:versions)"
                                + " ORDER BY version_id, position")
                .param("versions", bare.stream().map(ProjectEntry::version).toList())
                .query(
                        row -> {
                            fields.computeIfAbsent(
                                            row.getLong("version_id"), it -> new ArrayList<>())
                                    .add(field(row));
                        });
        return bare.stream().map(it -> with(it, fields)).toList();
    }

    private static ProjectEntry with(ProjectEntry it, Map<Long, List<Field>> fields) {
        return new ProjectEntry(
                it.id(),
                it.project(),
                it.version(),
                it.number(),
                it.facts(),
                it.reason(),
                it.writtenBy(),
                it.writtenAt(),
                fields.getOrDefault(it.version(), List.of()),
                it.publication());
    }

    private static Field field(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new Field(
                row.getLong("field_id"),
                row.getInt("position"),
                row.getString("name"),
                row.getString("value"),
                outcome == null
                        ? null
                        : new Screening(
                                row.getLong("screening_id"),
                                Outcome.valueOf(outcome),
                                row.getString("ground"),
                                new PersonId(row.getLong("screened_by")),
                                row.getTimestamp("screened_at").toInstant()));
    }

    private static ProjectEntry read(ResultSet row, int at) throws SQLException {
        var publication = row.getObject("publication_id", Long.class);
        return new ProjectEntry(
                row.getLong("entry_id"),
                row.getLong("project_id"),
                row.getLong("id"),
                row.getInt("number"),
                new ProjectEntry.Facts(
                        ProjectStage.valueOf(row.getString("stage")),
                        EntryKind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        row.getObject("formed_on", LocalDate.class)),
                row.getString("reason"),
                new PersonId(row.getLong("written_by")),
                row.getTimestamp("written_at").toInstant(),
                List.of(),
                publication == null
                        ? null
                        : new Publication(
                                publication,
                                row.getObject("consent_id", Long.class),
                                new DocumentId(row.getObject("document_id", UUID.class)),
                                row.getBoolean("is_public"),
                                row.getBoolean("of_this")));
    }
}
