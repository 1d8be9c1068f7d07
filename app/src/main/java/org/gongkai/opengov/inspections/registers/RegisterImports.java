package org.gongkai.opengov.inspections.registers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.gongkai.opengov.inspections.registers.RegisterImport.Counts;
import org.gongkai.opengov.inspections.registers.RegisterImport.Difference;
import org.gongkai.opengov.inspections.registers.RegisterImport.FieldDifference;
import org.gongkai.opengov.inspections.registers.RegisterImport.Kind;
import org.gongkai.opengov.inspections.registers.RegisterImport.Problem;
import org.gongkai.opengov.inspections.registers.RegisterImport.State;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/** The imports, their rows, differences and problems (名录导入台账). */
@Repository
class RegisterImports {
    private final JdbcClient database;
    private final JdbcTemplate rows;
    private final DataSource source;

    RegisterImports(JdbcClient database, JdbcTemplate rows, DataSource source) {
        this.database = database;
        this.rows = rows;
        this.source = source;
    }

    long add(AgencyId agency, Register register, String fileName, PersonId by, Instant at) {
        return database.sql(
                        """
                        INSERT INTO inspection_import (agency_id, register, file_name, state, begun_by,
                            begun_at, changed_at) VALUES (?, ?, ?, 'READING', ?, ?, ?) RETURNING id
                        """)
                .params(
                        agency.value(),
                        register.name(),
                        fileName,
                        by.value(),
                        Timestamp.from(at),
                        Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    Optional<RegisterImport> find(long id) {
        return database.sql("SELECT * FROM inspection_import WHERE id = ?")
                .param(id)
                .query(RegisterImports::read)
                .optional();
    }

    Optional<RegisterImport> locked(long id) {
        return database.sql("SELECT * FROM inspection_import WHERE id = ? FOR UPDATE")
                .param(id)
                .query(RegisterImports::read)
                .optional();
    }

    List<RegisterImport> of(AgencyId agency, int skip, int limit) {
        return database.sql(
                        "SELECT * FROM inspection_import WHERE agency_id = ? ORDER BY id DESC"
                                + " OFFSET ? LIMIT ?")
                .params(agency.value(), skip, limit)
                .query(RegisterImports::read)
                .list();
    }

    long count(AgencyId agency) {
        return database.sql("SELECT count(*) FROM inspection_import WHERE agency_id = ?")
                .param(agency.value())
                .query(Long.class)
                .single();
    }

    Optional<RegisterImport> next() {
        return database.sql(
                        "SELECT * FROM inspection_import WHERE state IN ('READING', 'COMPARING',"
                                + " 'APPLYING') ORDER BY id LIMIT 1")
                .query(RegisterImports::read)
                .optional();
    }

    void move(long id, State state, @Nullable String failure, Instant at) {
        database.sql(
                        "UPDATE inspection_import SET state = ?, failure = ?, changed_at = ? WHERE id ="
                                + " ?")
                .param(state.name())
                .param(failure)
                .param(Timestamp.from(at))
                .param(id)
                .update();
    }

    void confirm(long id, PersonId by, Instant at) {
        database.sql(
                        "UPDATE inspection_import SET state = 'APPLYING', confirmed_by = ?, changed_at ="
                                + " ? WHERE id = ?")
                .params(by.value(), Timestamp.from(at), id)
                .update();
    }

    void total(long id, @Nullable Integer total) {
        database.sql("UPDATE inspection_import SET rows_total = ? WHERE id = ?")
                .param(total)
                .param(id)
                .update();
    }

    /** Rows in the form of COPY, in the caller's transaction. */
    void copy(ImportSql sql, String lines) throws IOException {
        var connection = DataSourceUtils.getConnection(source);
        try {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql.copy());
            try {
                var bytes = lines.getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException refused) {
            throw new IOException(refused);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    void addProblems(long id, List<Problem> problems) {
        rows.batchUpdate(
                "INSERT INTO inspection_import_problem (import_id, row_number, field, reason) VALUES"
                        + " (?, ?, ?, ?)",
                problems.stream()
                        .map(it -> new Object[] {id, it.row(), it.field(), it.reason()})
                        .toList());
    }

    void advance(long id, int read, int broken, Instant at) {
        database.sql(
                        """
                        UPDATE inspection_import SET rows_read = rows_read + ?, rows_broken = rows_broken + ?,
                            changed_at = ? WHERE id = ?
                        """)
                .params(read, broken, Timestamp.from(at), id)
                .update();
    }

    /** A row that repeats another, and which. */
    record Twice(int row, int first) {}

    List<Twice> twice(long id, ImportSql sql) {
        asSets();
        return database.sql(sql.twice())
                .param(id)
                .query((row, _) -> new Twice(row.getInt(1), row.getInt(2)))
                .list();
    }

    void drop(long id, List<Integer> rowNumbers) {
        var numbers = rowNumbers.toArray(Integer[]::new);
        database.sql(
                        "DELETE FROM inspection_import_row WHERE import_id = ? AND row_number = ANY (?)")
                .params(id, numbers)
                .update();
        database.sql(
                        "DELETE FROM inspection_import_difference WHERE import_id = ? AND kind <>"
                                + " 'MISSING' AND place = ANY (?)")
                .params(id, numbers)
                .update();
    }

    /** Finds what is new, changed, missing; in the caller's transaction. */
    void compare(RegisterImport run, ImportSql sql, LocalDate today) {
        asSets();
        for (var statement : List.of(sql.added(), sql.changed(), sql.missing())) {
            database.sql(statement)
                    .param("run", run.id())
                    .param("agency", run.agency().value())
                    .param("day", today)
                    .update();
        }
    }

    /** A row of a new entry that lacks what a new entry must have. */
    record Lacking(int row, RegisterField field) {}

    List<Lacking> lacking(long id, ImportSql sql) {
        if (sql.must().isEmpty()) {
            return List.of();
        }
        var fields = sql.register().fields();
        return database.sql(sql.lacking())
                .param(id)
                .query((row, _) -> new Lacking(row.getInt(1), fields.get(row.getInt(2))))
                .list();
    }

    /**
     * The rows have just come in and have no statistics: one by one by an index would be chosen.
     * Until the transaction ends they are compared as sets.
     */
    private void asSets() {
        database.sql("SET LOCAL work_mem = '128MB'").update();
        database.sql("SET LOCAL enable_nestloop = off").update();
    }

    void compared(long id, int broken, Instant at) {
        database.sql(
                        """
                        UPDATE inspection_import SET state = 'CHECKED', rows_broken = rows_broken + :broken,
                            changed_at = :at,
                            rows_new = c.added, rows_changed = c.changed, rows_missing = c.missing,
                            rows_same = (SELECT count(*) FROM inspection_import_row WHERE import_id = :id)
                                - c.added - c.changed
                        FROM (SELECT count(*) FILTER (WHERE kind = 'NEW') AS added,
                            count(*) FILTER (WHERE kind = 'CHANGED') AS changed,
                            count(*) FILTER (WHERE kind = 'MISSING') AS missing
                            FROM inspection_import_difference WHERE import_id = :id) c
                        WHERE id = :id
                        """)
                .param("broken", broken)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /** Where a part of the work ends; empty when there is none left. */
    Optional<Integer> partEnd(long id, Kind kind, int part) {
        return database.sql(
                        """
                        SELECT CAST(max(place) AS integer) FROM (SELECT place FROM inspection_import_difference
                            WHERE import_id = :id AND kind = :kind AND place > (SELECT
                                CASE :kind WHEN 'NEW' THEN new_place ELSE changed_place END
                                FROM inspection_import WHERE id = :id)
                            ORDER BY place LIMIT :part) p
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("part", part)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, Integer.class)))
                .single();
    }

    /** Carries a part out; its place and counts move with it. */
    void apply(RegisterImport run, ImportSql sql, Kind kind, int to, String reason, Instant at) {
        var from =
                database.sql(
                                "SELECT CASE ? WHEN 'NEW' THEN new_place ELSE changed_place END FROM"
                                        + " inspection_import WHERE id = ?")
                        .params(kind.name(), run.id())
                        .query(Integer.class)
                        .single();
        var done = 0;
        if (kind == Kind.NEW) {
            done = part(sql.enter(), run, from, to, reason, at);
        } else {
            part(sql.record(), run, from, to, reason, at);
            done = part(sql.change(), run, from, to, reason, at);
        }
        database.sql(
                        """
                        UPDATE inspection_import SET rows_applied = rows_applied + :done,
                            rows_overtaken = rows_overtaken + (SELECT count(*)
                                FROM inspection_import_difference WHERE import_id = :id AND kind = :kind
                                    AND place > :from AND place <= :to) - :done,
                            new_place = CASE :kind WHEN 'NEW' THEN :to ELSE new_place END,
                            changed_place = CASE :kind WHEN 'CHANGED' THEN :to ELSE changed_place END,
                            changed_at = :at
                        WHERE id = :id
                        """)
                .param("done", done)
                .param("id", run.id())
                .param("kind", kind.name())
                .param("from", from)
                .param("to", to)
                .param("at", Timestamp.from(at))
                .update();
    }

    private int part(
            String statement, RegisterImport run, int from, int to, String reason, Instant at) {
        return database.sql(statement)
                .param("run", run.id())
                .param("agency", run.agency().value())
                .param("person", run.begunBy().value())
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** Runs that are over and whose rows are still there. */
    List<Long> toForget() {
        return database.sql(
                        "SELECT id FROM inspection_import WHERE rows_kept AND state IN ('DONE',"
                                + " 'CANCELLED', 'FAILED') ORDER BY id")
                .query(Long.class)
                .list();
    }

    /** The rows are of no more use. */
    void forgetRows(long id) {
        for (var table : List.of("inspection_import_row", "inspection_import_difference")) {
            database.sql("DELETE FROM " + table + " WHERE import_id = ?").param(id).update();
        }
        database.sql("UPDATE inspection_import SET rows_kept = false WHERE id = ?")
                .param(id)
                .update();
    }

    List<Difference> differences(RegisterImport run, Kind kind, int skip, int limit) {
        var register = run.register();
        return database.sql(new ImportSql(register).differences())
                .params(run.id(), kind.name(), skip, limit)
                .query((row, _) -> difference(register, row))
                .list();
    }

    private static Difference difference(Register register, ResultSet row) throws SQLException {
        var kind = Kind.valueOf(row.getString(1));
        var fields = new ArrayList<FieldDifference>();
        var named = new ArrayList<FieldDifference>();
        var at = 4;
        for (var field : register.fields()) {
            var before = row.getString(at++);
            var after = row.getString(at++);
            if (kind == Kind.NEW && !after.isEmpty()
                    || kind == Kind.CHANGED && !after.isEmpty() && !after.equals(before)) {
                fields.add(new FieldDifference(field.key(), before, after));
            }
            if (register.shown().subList(0, 2).contains(field)) {
                named.add(new FieldDifference(field.key(), before, after));
            }
        }
        return new Difference(
                kind,
                kind == Kind.MISSING ? 0 : row.getInt(2),
                SqlRows.numberOrNull(row, "entry_id"),
                named,
                fields);
    }

    List<Problem> problems(long id, int skip, int limit) {
        return database.sql(
                        "SELECT * FROM inspection_import_problem WHERE import_id = ? ORDER BY"
                                + " row_number, id OFFSET ? LIMIT ?")
                .params(id, skip, limit)
                .query(
                        (row, _) ->
                                new Problem(
                                        row.getInt("row_number"),
                                        row.getString("field"),
                                        row.getString("reason")))
                .list();
    }

    long countProblems(long id) {
        return database.sql("SELECT count(*) FROM inspection_import_problem WHERE import_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private static RegisterImport read(ResultSet row, int number) throws SQLException {
        return new RegisterImport(
                row.getLong("id"),
                SqlRows.agency(row),
                Register.valueOf(row.getString("register")),
                row.getString("file_name"),
                State.valueOf(row.getString("state")),
                row.getObject("rows_total", Integer.class),
                new Counts(
                        row.getInt("rows_read"),
                        row.getInt("rows_broken"),
                        row.getInt("rows_new"),
                        row.getInt("rows_changed"),
                        row.getInt("rows_same"),
                        row.getInt("rows_missing"),
                        row.getInt("rows_applied"),
                        row.getInt("rows_overtaken")),
                row.getString("failure"),
                new PersonId(row.getLong("begun_by")),
                row.getTimestamp("begun_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
