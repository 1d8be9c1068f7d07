package org.gongkai.opengov.projects;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The consents of investors and their ends (投资方同意台账). */
@Repository
class Consents {
    private static final String ALL =
            """
            SELECT c.*, e.ended_on, e.ended_by, e.reason, e.at AS ended_at
            FROM project_consent c LEFT JOIN project_consent_end e ON e.consent_id = c.id
            """;

    private final JdbcClient database;

    Consents(JdbcClient database) {
        this.database = database;
    }

    /** Those of a project, the oldest first. */
    List<Consent> of(long project) {
        return database.sql(ALL + "WHERE c.project_id = ? ORDER BY c.id")
                .param(project)
                .query(Consents::read)
                .list();
    }

    Optional<Consent> find(long project, long id) {
        return of(project).stream().filter(it -> it.id() == id).findFirst();
    }

    long add(
            long project,
            String givenBy,
            LocalDate givenOn,
            Set<ProjectStage> stages,
            Set<EntryKind> kinds,
            ProjectFile file,
            PersonId by,
            Instant at) {
        return database.sql(
                        """
                        INSERT INTO project_consent (project_id, given_by, given_on, stages, kinds, sha256, file_name,
                            person_id, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                        """)
                .params(
                        project,
                        givenBy,
                        givenOn,
                        names(stages),
                        names(kinds),
                        file.sha256(),
                        file.name(),
                        by.value(),
                        Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void end(long consent, Consent.End end, PersonId by) {
        database.sql("INSERT INTO project_consent_end VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        consent,
                        end.on(),
                        end.endedBy(),
                        end.reason(),
                        by.value(),
                        Timestamp.from(end.at()))
                .update();
    }

    private static String[] names(Set<? extends Enum<?>> of) {
        return of.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static <T> Set<T> read(Array names, Function<String, T> of) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(of).collect(Collectors.toSet());
    }

    private static Consent read(ResultSet row, int at) throws SQLException {
        return new Consent(
                row.getLong("id"),
                row.getString("given_by"),
                row.getObject("given_on", LocalDate.class),
                read(row.getArray("stages"), ProjectStage::valueOf),
                read(row.getArray("kinds"), EntryKind::valueOf),
                new ProjectFile(row.getString("sha256"), row.getString("file_name")),
                new PersonId(row.getLong("person_id")),
                row.getTimestamp("at").toInstant(),
                end(row));
    }

    private static Consent.@Nullable End end(ResultSet row) throws SQLException {
        var on = row.getObject("ended_on", LocalDate.class);
        return on == null
                ? null
                : new Consent.End(
                        on,
                        row.getString("ended_by"),
                        row.getString("reason"),
                        row.getTimestamp("ended_at").toInstant());
    }
}
