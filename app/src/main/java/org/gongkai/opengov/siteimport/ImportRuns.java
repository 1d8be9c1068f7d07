package org.gongkai.opengov.siteimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.siteimport.ImportRun.Counts;
import org.gongkai.opengov.siteimport.ImportRun.State;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of runs, of what was wrong, and of old addresses (导入任务台账). */
@Repository
class ImportRuns {
    private final JdbcClient database;
    private final JdbcTemplate rows;

    ImportRuns(JdbcClient database, JdbcTemplate rows) {
        this.database = database;
        this.rows = rows;
    }

    Optional<ImportRun> find(long id) {
        return database.sql("SELECT * FROM import_run WHERE id = ?")
                .param(id)
                .query(ImportRuns::read)
                .optional();
    }

    /** The run, held until the transaction ends. */
    Optional<ImportRun> locked(long id) {
        return database.sql("SELECT * FROM import_run WHERE id = ? FOR UPDATE")
                .param(id)
                .query(ImportRuns::read)
                .optional();
    }

    /** An agency's runs, and those of which it is not known yet; newest first. */
    List<ImportRun> of(AgencyId agency, int skip, int limit) {
        return database.sql(
                        "SELECT * FROM import_run WHERE agency_id = ? OR agency_id IS NULL"
                                + " ORDER BY id DESC OFFSET ? LIMIT ?")
                .params(agency.value(), skip, limit)
                .query(ImportRuns::read)
                .list();
    }

    long count(AgencyId agency) {
        return database.sql(
                        "SELECT count(*) FROM import_run WHERE agency_id = ? OR agency_id IS NULL")
                .param(agency.value())
                .query(Long.class)
                .single();
    }

    /** The run to work on now: the oldest open one. */
    Optional<ImportRun> next() {
        return database.sql(
                        "SELECT * FROM import_run WHERE state IN ('WAITING', 'RUNNING')"
                                + " ORDER BY id LIMIT 1")
                .query(ImportRuns::read)
                .optional();
    }

    long add(@Nullable AgencyId agency, String folder, boolean dryRun, PersonId by, Instant at) {
        return database.sql(
                        "INSERT INTO import_run (agency_id, folder, dry_run, state, begun_by,"
                                + " begun_at, changed_at) VALUES (?, ?, ?, 'WAITING', ?, ?, ?)"
                                + " RETURNING id")
                .params(
                        values(
                                agency == null ? null : agency.value(),
                                folder,
                                dryRun,
                                by.value(),
                                moment(at),
                                moment(at)))
                .query(Long.class)
                .single();
    }

    void move(long id, State state, @Nullable String failure, Instant at) {
        database.sql("UPDATE import_run SET state = ?, failure = ?, changed_at = ? WHERE id = ?")
                .params(values(state.name(), failure, moment(at), id))
                .update();
    }

    /**
     * Work begins or goes on: from where it stood, or from the beginning with its problems anew.
     */
    void begin(
            long id,
            AgencyId agency,
            String sourceName,
            String manifest,
            int total,
            boolean anew,
            Instant at) {
        if (anew) {
            database.sql("DELETE FROM import_problem WHERE run_id = ?").param(id).update();
            database.sql(
                            "UPDATE import_run SET rows_done = 0, rows_known = 0, rows_broken = 0"
                                    + " WHERE id = ?")
                    .param(id)
                    .update();
        }
        database.sql(
                        """
                        UPDATE import_run SET state = 'RUNNING', agency_id = ?, source_name = ?, manifest = ?,
                            rows_total = ?, failure = NULL, resumed_at = ?, resumed_from = rows_done,
                            changed_at = ?
                        WHERE id = ?
                        """)
                .params(
                        values(
                                agency.value(),
                                sourceName,
                                manifest,
                                total,
                                moment(at),
                                moment(at),
                                id))
                .update();
    }

    void setBatch(long id, long batch) {
        database.sql("UPDATE import_run SET batch_id = ? WHERE id = ?").params(batch, id).update();
    }

    /** The same transaction that keeps the rows moves the place. */
    void advance(long id, Counts more, Instant at) {
        database.sql(
                        """
                        UPDATE import_run SET rows_done = rows_done + ?, rows_in = rows_in + ?,
                            rows_known = rows_known + ?, rows_held = rows_held + ?,
                            rows_broken = rows_broken + ?, changed_at = ?
                        WHERE id = ?
                        """)
                .params(
                        values(
                                more.done(),
                                more.in(),
                                more.known(),
                                more.held(),
                                more.broken(),
                                moment(at),
                                id))
                .update();
    }

    void addProblems(long run, List<RowProblem> problems) {
        rows.batchUpdate(
                "INSERT INTO import_problem (run_id, row_number, source_key, field, reason)"
                        + " VALUES (?, ?, ?, ?, ?)",
                problems.stream()
                        .map(
                                it ->
                                        new Object[] {
                                            run, it.row(), it.sourceKey(), it.field(), it.reason()
                                        })
                        .toList());
    }

    List<RowProblem> problems(long run, int skip, int limit) {
        return database.sql(
                        "SELECT * FROM import_problem WHERE run_id = ? ORDER BY row_number, id"
                                + " OFFSET ? LIMIT ?")
                .params(run, skip, limit)
                .query(
                        (row, number) ->
                                new RowProblem(
                                        row.getInt("row_number"),
                                        row.getString("source_key"),
                                        row.getString("field"),
                                        row.getString("reason")))
                .list();
    }

    long countProblems(long run) {
        return database.sql("SELECT count(*) FROM import_problem WHERE run_id = ?")
                .param(run)
                .query(Long.class)
                .single();
    }

    /** The run that fills a batch. */
    Optional<ImportRun> ofBatch(long batch) {
        return database.sql("SELECT * FROM import_run WHERE batch_id = ? ORDER BY id LIMIT 1")
                .param(batch)
                .query(ImportRuns::read)
                .optional();
    }

    /** An address of the old site, path and query. */
    record Address(String path, DocumentId document) {}

    /** What stands first stays: two rows of one address are one page at the old site. */
    void addAddresses(long batch, List<Address> addresses) {
        rows.batchUpdate(
                "INSERT INTO old_address (path, document_id, batch_id) VALUES (?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                addresses.stream()
                        .map(it -> new Object[] {it.path(), it.document().value(), batch})
                        .toList());
    }

    void forgetAddresses(long batch) {
        database.sql("DELETE FROM old_address WHERE batch_id = ?").param(batch).update();
    }

    Optional<DocumentId> documentAt(String path) {
        return database.sql("SELECT document_id FROM old_address WHERE path = ?")
                .param(path)
                .query((row, number) -> new DocumentId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** A part of the table of redirects, by path; after this one. */
    List<Address> addressesAfter(String path, int limit) {
        return database.sql("SELECT * FROM old_address WHERE path > ? ORDER BY path LIMIT ?")
                .params(path, limit)
                .query(
                        (row, number) ->
                                new Address(
                                        row.getString("path"),
                                        new DocumentId(row.getObject("document_id", UUID.class))))
                .list();
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static ImportRun read(ResultSet row, int number) throws SQLException {
        var agency = (Long) row.getObject("agency_id");
        var by = (Long) row.getObject("begun_by");
        var resumed = row.getTimestamp("resumed_at");
        return new ImportRun(
                row.getLong("id"),
                agency == null ? null : new AgencyId(agency),
                row.getString("folder"),
                row.getBoolean("dry_run"),
                State.valueOf(row.getString("state")),
                (Long) row.getObject("batch_id"),
                row.getString("source_name"),
                row.getString("manifest"),
                (Integer) row.getObject("rows_total"),
                new Counts(
                        row.getInt("rows_done"),
                        row.getInt("rows_in"),
                        row.getInt("rows_known"),
                        row.getInt("rows_held"),
                        row.getInt("rows_broken")),
                row.getString("failure"),
                by == null ? null : new PersonId(by),
                row.getTimestamp("begun_at").toInstant(),
                resumed == null ? null : resumed.toInstant(),
                row.getInt("resumed_from"),
                row.getTimestamp("changed_at").toInstant());
    }
}
