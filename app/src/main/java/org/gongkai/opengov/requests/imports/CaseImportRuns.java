package org.gongkai.opengov.requests.imports;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gongkai.opengov.requests.CaseImports.Result;
import org.gongkai.opengov.requests.ImportedCase;
import org.gongkai.opengov.requests.imports.CaseImportRun.Counts;
import org.gongkai.opengov.requests.imports.CaseImportRun.Line;
import org.gongkai.opengov.requests.imports.CaseImportRun.Problem;
import org.gongkai.opengov.requests.imports.CaseImportRun.State;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.settings.SecretBox;
import org.gongkai.platform.settings.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The register of imports (导入任务台账): what was sent lies sealed until it is in, and is then
 * forgotten.
 */
@Repository
class CaseImportRuns {
    private static final String RUNS =
            """
            SELECT r.*, c.* FROM request_import_run r CROSS JOIN LATERAL (SELECT count(*) AS total,
                count(*) FILTER (WHERE p.result = 'IN') AS came_in,
                count(*) FILTER (WHERE p.result = 'KNOWN') AS known,
                count(*) FILTER (WHERE p.result = 'BROKEN') AS broken,
                count(*) FILTER (WHERE p.sealed IS NOT NULL) AS unforgotten
                FROM request_import_part p WHERE p.run_id = r.id) c
            """;

    private final JdbcClient database;
    private final JdbcTemplate rows;
    private final SecretBox box;
    private final JsonMapper json;

    CaseImportRuns(JdbcClient database, JdbcTemplate rows, Secrets secrets, JsonMapper json) {
        this.database = database;
        this.rows = rows;
        this.box = new SecretBox(secrets, "request-import");
        this.json = json;
    }

    /** A case of a run that has not been looked at. */
    record Part(int position, ImportedCase sent) {}

    long add(AgencyId agency, String system, boolean dryRun, PersonId by, Instant at) {
        return database.sql(
                        """
                        INSERT INTO request_import_run (agency_id, system, dry_run, state, begun_by, begun_at,
                            changed_at) VALUES (?, ?, ?, 'WAITING', ?, ?, ?) RETURNING id
                        """)
                .params(
                        agency.value(),
                        system,
                        dryRun,
                        by.value(),
                        Timestamp.from(at),
                        Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void addParts(long run, List<ImportedCase> cases) {
        rows.batchUpdate(
                "INSERT INTO request_import_part (run_id, position, row_number, outside_number,"
                        + " sealed) VALUES (?, ?, ?, ?, ?)",
                IntStream.range(0, cases.size())
                        .mapToObj(
                                at ->
                                        new Object[] {
                                            run,
                                            at + 1,
                                            Objects.requireNonNull(cases.get(at).row()),
                                            cases.get(at).number(),
                                            box.close(
                                                    json.writeValueAsBytes(cases.get(at)),
                                                    place(run, at + 1))
                                        })
                        .toList());
    }

    Optional<CaseImportRun> find(AgencyId agency, long id) {
        return database.sql(RUNS + " WHERE r.id = ? AND r.agency_id = ?")
                .params(id, agency.value())
                .query(CaseImportRuns::read)
                .optional();
    }

    List<CaseImportRun> of(AgencyId agency, int skip, int limit) {
        return database.sql(RUNS + " WHERE r.agency_id = ? ORDER BY r.id DESC OFFSET ? LIMIT ?")
                .params(agency.value(), skip, limit)
                .query(CaseImportRuns::read)
                .list();
    }

    long count(AgencyId agency) {
        return database.sql("SELECT count(*) FROM request_import_run WHERE agency_id = ?")
                .param(agency.value())
                .query(Long.class)
                .single();
    }

    List<Long> open() {
        return database.sql(
                        "SELECT id FROM request_import_run WHERE state IN ('WAITING', 'RUNNING')"
                                + " ORDER BY id")
                .query(Long.class)
                .list();
    }

    /** What a step needs of a run, and nobody else works on it meanwhile. */
    record Held(long id, AgencyId agency, String system, boolean dryRun, State state, PersonId by) {
        boolean isOpen() {
            return state == State.WAITING || state == State.RUNNING;
        }
    }

    Optional<Held> locked(long id) {
        return database.sql("SELECT * FROM request_import_run WHERE id = ? FOR UPDATE")
                .param(id)
                .query(
                        (row, _) ->
                                new Held(
                                        row.getLong("id"),
                                        new AgencyId(row.getLong("agency_id")),
                                        row.getString("system"),
                                        row.getBoolean("dry_run"),
                                        State.valueOf(row.getString("state")),
                                        new PersonId(row.getLong("begun_by"))))
                .optional();
    }

    void move(long id, State state, Instant at) {
        database.sql(
                        """
                        UPDATE request_import_run SET state = :state, changed_at = :at,
                            resumed_at = CASE WHEN :state = 'RUNNING' AND state <> 'RUNNING' THEN :at
                                ELSE resumed_at END
                        WHERE id = :id
                        """)
                .param("state", state.name())
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /** The same cases once more, this time to be kept. */
    void carryOut(long id, Instant at) {
        database.sql("DELETE FROM request_import_problem WHERE run_id = ?").param(id).update();
        database.sql(
                        "UPDATE request_import_part SET result = NULL, case_id = NULL"
                                + " WHERE run_id = ? AND sealed IS NOT NULL")
                .param(id)
                .update();
        database.sql(
                        "UPDATE request_import_run SET dry_run = false, state = 'WAITING',"
                                + " changed_at = ? WHERE id = ?")
                .params(Timestamp.from(at), id)
                .update();
    }

    /** The next case that was not looked at. */
    Optional<Part> next(long run) {
        return database.sql(
                        "SELECT position, sealed FROM request_import_part WHERE run_id = ?"
                                + " AND result IS NULL ORDER BY position LIMIT 1")
                .param(run)
                .query(
                        (row, _) ->
                                new Part(
                                        row.getInt("position"),
                                        opened(
                                                row.getBytes("sealed"),
                                                place(run, row.getInt("position")))))
                .optional();
    }

    private ImportedCase opened(byte[] sealed, String place) {
        return json.readValue(
                new String(box.open(sealed, place), StandardCharsets.UTF_8), ImportedCase.class);
    }

    /** Writes down what became of a case; what is kept elsewhere now is forgotten here. */
    void done(long run, int position, Result result, boolean forget) {
        Long caseId =
                switch (result) {
                    case Result.In in -> in.caseId();
                    case Result.Known known -> known.caseId();
                    case Result.Broken _ -> null;
                };
        database.sql(
                        "UPDATE request_import_part SET result = :result, case_id = :case,"
                                + " sealed = CASE WHEN :forget THEN NULL ELSE sealed END"
                                + " WHERE run_id = :run AND position = :position")
                .param(
                        "result",
                        switch (result) {
                            case Result.In _ -> "IN";
                            case Result.Known _ -> "KNOWN";
                            case Result.Broken _ -> "BROKEN";
                        })
                .param("case", caseId)
                .param("forget", forget)
                .param("run", run)
                .param("position", position)
                .update();
    }

    void addProblem(
            long run, int position, int row, @Nullable Integer event, String field, String why) {
        database.sql(
                        "INSERT INTO request_import_problem (run_id, position, row_number, event,"
                                + " field, reason) VALUES (:run, :position, :row, :event, :field,"
                                + " :why)")
                .param("run", run)
                .param("position", position)
                .param("row", row)
                .param("event", event)
                .param("field", field)
                .param("why", why)
                .update();
    }

    /** What was sent long ago is forgotten, whether it came in or not. */
    int forget(Instant before) {
        return database.sql(
                        "UPDATE request_import_part p SET sealed = NULL FROM request_import_run r"
                                + " WHERE r.id = p.run_id AND p.sealed IS NOT NULL"
                                + " AND r.state IN ('DONE', 'CANCELLED') AND r.changed_at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    List<Problem> problems(long run, int skip, int limit) {
        return database.sql(
                        """
                        SELECT w.*, p.outside_number FROM request_import_problem w
                        JOIN request_import_part p ON p.run_id = w.run_id AND p.position = w.position
                        WHERE w.run_id = ? ORDER BY w.position, w.id OFFSET ? LIMIT ?
                        """)
                .params(run, skip, limit)
                .query(
                        (row, _) ->
                                new Problem(
                                        row.getInt("row_number"),
                                        row.getString("outside_number"),
                                        (Integer) row.getObject("event"),
                                        row.getString("field"),
                                        row.getString("reason")))
                .list();
    }

    long countProblems(long run) {
        return database.sql("SELECT count(*) FROM request_import_problem WHERE run_id = ?")
                .param(run)
                .query(Long.class)
                .single();
    }

    /** The cases after this place. */
    List<Line> lines(long run, int after, int limit) {
        return database.sql(
                        """
                        SELECT p.*, c.number FROM request_import_part p
                        LEFT JOIN request_case c ON c.id = p.case_id
                        WHERE p.run_id = ? AND p.position > ? ORDER BY p.position LIMIT ?
                        """)
                .params(run, after, limit)
                .query(
                        (row, _) ->
                                new Line(
                                        row.getInt("position"),
                                        row.getInt("row_number"),
                                        row.getString("outside_number"),
                                        row.getString("result"),
                                        (Long) row.getObject("case_id"),
                                        row.getString("number")))
                .list();
    }

    private static String place(long run, int position) {
        return "request_import_part:" + run + ":" + position;
    }

    private static CaseImportRun read(ResultSet row, int number) throws SQLException {
        var resumed = row.getTimestamp("resumed_at");
        return new CaseImportRun(
                row.getLong("id"),
                new AgencyId(row.getLong("agency_id")),
                row.getString("system"),
                row.getBoolean("dry_run"),
                State.valueOf(row.getString("state")),
                new Counts(
                        row.getInt("total"),
                        row.getInt("came_in"),
                        row.getInt("known"),
                        row.getInt("broken"),
                        row.getInt("unforgotten")),
                new PersonId(row.getLong("begun_by")),
                row.getTimestamp("begun_at").toInstant(),
                resumed == null ? null : resumed.toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
