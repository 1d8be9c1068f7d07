package org.gongkai.opengov.inspections.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.opengov.inspections.results.SkipReason;
import org.gongkai.opengov.inspections.tasks.InspectionTask.Item;
import org.gongkai.opengov.inspections.tasks.InspectionTask.Unit;
import org.gongkai.opengov.inspections.tasks.VisitTeam.Member;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of inspections (检查任务台账). */
@Repository
class Tasks {
    private static final String ALL =
            """
            SELECT t.*, u.name AS unit_name, u.credit_code, u.address, u.region,
                   i.number AS item_number, i.title AS item_title, i.basis
            FROM inspection_task t JOIN inspection_unit u ON u.id = t.unit_id
            JOIN inspection_item i ON i.id = t.item_id
            """;

    private final JdbcClient database;

    Tasks(JdbcClient database) {
        this.database = database;
    }

    /** What a new task is. */
    record New(
            AgencyId agency,
            TaskSource source,
            @Nullable Long drawSeq,
            @Nullable Integer visit,
            @Nullable String certificate,
            long unit,
            long item,
            String reason,
            String reference,
            boolean sealed,
            LocalDate releaseOn,
            LocalDate dueOn,
            TaskState state,
            @Nullable PersonId by,
            Instant at) {}

    long add(New it, int year) {
        return database.sql(
                        """
                        INSERT INTO inspection_task (agency_id, number, source, draw_seq, visit, certificate,
                            unit_id, item_id, reason, reference, sealed, release_on, due_on, state, created_at,
                            created_by)
                        VALUES (:agency, :number, :source, :draw, :visit, :certificate, :unit, :item, :reason,
                            :reference, :sealed, :release, :due, :state, :at, :by) RETURNING id
                        """)
                .param("agency", it.agency().value())
                .param("number", nextNumber(it.agency(), year))
                .param("source", it.source().name())
                .param("draw", it.drawSeq())
                .param("visit", it.visit())
                .param("certificate", it.certificate())
                .param("unit", it.unit())
                .param("item", it.item())
                .param("reason", it.reason())
                .param("reference", it.reference())
                .param("sealed", it.sealed())
                .param("release", it.releaseOn())
                .param("due", it.dueOn())
                .param("state", it.state().name())
                .param("at", Timestamp.from(it.at()))
                .param("by", it.by() == null ? null : it.by().value())
                .query(Long.class)
                .single();
    }

    Optional<InspectionTask> find(long id) {
        return database.sql(ALL + " WHERE t.id = ?").param(id).query(Tasks::read).optional();
    }

    Optional<InspectionTask> locked(long id) {
        return database.sql(ALL + " WHERE t.id = ? FOR UPDATE OF t")
                .param(id)
                .query(Tasks::read)
                .optional();
    }

    /** A part of the list, newest first, before this one. */
    List<InspectionTask> list(AgencyId agency, TaskFilter filter, long before, int limit) {
        return database.sql(
                        ALL
                                + filter.where()
                                + " AND t.id < :before ORDER BY t.id DESC LIMIT :limit")
                .params(filter.parameters(agency))
                .param("before", before)
                .param("limit", limit)
                .query(Tasks::read)
                .list();
    }

    /** A numbered page of the list, newest first. */
    List<InspectionTask> page(AgencyId agency, TaskFilter filter, int skip, int limit) {
        return database.sql(ALL + filter.where() + " ORDER BY t.id DESC OFFSET :skip LIMIT :limit")
                .params(filter.parameters(agency))
                .param("skip", skip)
                .param("limit", limit)
                .query(Tasks::read)
                .list();
    }

    /** What is open, the first to be due first. */
    List<InspectionTask> open(AgencyId agency, TaskFilter filter, int limit) {
        return database.sql(
                        ALL
                                + filter.where()
                                + " AND t.state IN ('PROPOSED', 'OPEN')"
                                + " ORDER BY t.due_on, t.id LIMIT :limit")
                .params(filter.parameters(agency))
                .param("limit", limit)
                .query(Tasks::read)
                .list();
    }

    Map<TaskState, Long> counts(AgencyId agency, TaskFilter filter) {
        var counts = new EnumMap<TaskState, Long>(TaskState.class);
        RowCallbackHandler reading =
                row -> counts.put(TaskState.valueOf(row.getString(1)), row.getLong(2));
        database.sql(
                        "SELECT t.state, count(*) FROM inspection_task t"
                                + " JOIN inspection_unit u ON u.id = t.unit_id"
                                + filter.where()
                                + " GROUP BY t.state")
                .params(filter.parameters(agency))
                .query(reading);
        return counts;
    }

    /** The visit of a draw with this unit, if it is a task already. */
    Optional<Long> visit(AgencyId agency, long drawSeq, int visit, long unit) {
        return database.sql(
                        "SELECT id FROM inspection_task WHERE agency_id = ? AND draw_seq = ? AND"
                                + " visit = ? AND unit_id = ?")
                .params(agency.value(), drawSeq, visit, unit)
                .query(Long.class)
                .optional();
    }

    /** Every task that this visit of a draw has or had, held until the end of the transaction. */
    List<InspectionTask> visits(AgencyId agency, long drawSeq, int visit) {
        return database.sql(
                        ALL
                                + " WHERE t.agency_id = ? AND t.draw_seq = ? AND t.visit = ?"
                                + " ORDER BY t.id FOR UPDATE OF t")
                .params(agency.value(), drawSeq, visit)
                .query(Tasks::read)
                .list();
    }

    void approve(long id, PersonId by) {
        database.sql(
                        "UPDATE inspection_task SET state = 'OPEN', approved_by = ?,"
                                + " version = version + 1 WHERE id = ?")
                .params(by.value(), id)
                .update();
    }

    void refuse(long id) {
        database.sql(
                        "UPDATE inspection_task SET state = 'REFUSED', version = version + 1 WHERE"
                                + " id = ?")
                .param(id)
                .update();
    }

    void check(long id, LocalDate endedOn, String result) {
        database.sql(
                        "UPDATE inspection_task SET state = 'CHECKED', ended_on = ?, result = ?,"
                                + " version = version + 1 WHERE id = ?")
                .params(endedOn, result, id)
                .update();
    }

    void skip(long id, LocalDate on, SkipReason reason, String words) {
        database.sql(
                        "UPDATE inspection_task SET state = 'SKIPPED', ended_on = ?, skip_reason ="
                                + " ?, skip_words = ?, version = version + 1 WHERE id = ?")
                .params(on, reason.name(), words, id)
                .update();
    }

    void touch(long id) {
        database.sql("UPDATE inspection_task SET version = version + 1 WHERE id = ?")
                .param(id)
                .update();
    }

    /** Writes into the register of units when it was last inspected. */
    void inspected(long unit, LocalDate on) {
        database.sql(
                        "UPDATE inspection_unit SET last_inspected_on = greatest(last_inspected_on,"
                                + " CAST(? AS date)) WHERE id = ?")
                .params(on, unit)
                .update();
    }

    /** The teams of these tasks as they are now, with what bears on their visits on this day. */
    Map<Long, List<TeamOfficer>> teams(Collection<Long> tasks, LocalDate on) {
        if (tasks.isEmpty()) {
            return Map.of();
        }
        record Row(long task, TeamOfficer officer) {}
        return database
                .sql(
                        """
                        SELECT m.task_id, o.id, o.name, o.certificate, o.person_id, o.certificate_valid_to,
                               o.state = 'ON_DUTY' AND (o.left_on IS NULL OR o.left_on >= :on) AS in_post,
                               EXISTS (SELECT 1 FROM inspection_recusal r WHERE r.unit_id = t.unit_id
                                   AND r.officer_id = o.id AND r.since <= :on
                                   AND (r.until IS NULL OR r.until >= :on)) AS recused
                        FROM inspection_task_officer m JOIN inspection_officer o ON o.id = m.officer_id
                        JOIN inspection_task t ON t.id = m.task_id
                        WHERE m.task_id IN (:tasks) AND m.left_at IS NULL ORDER BY m.id
                        """)
                .param("tasks", tasks)
                .param("on", on)
                .query((row, _) -> new Row(row.getLong("task_id"), officer(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Row::task,
                                LinkedHashMap::new,
                                Collectors.mapping(Row::officer, Collectors.toList())));
    }

    private static TeamOfficer officer(ResultSet row) throws SQLException {
        return new TeamOfficer(
                row.getLong("id"),
                row.getString("name"),
                row.getString("certificate"),
                (Long) row.getObject("person_id"),
                new Member(
                        row.getLong("id"),
                        row.getBoolean("in_post"),
                        row.getObject("certificate_valid_to", LocalDate.class),
                        row.getBoolean("recused")));
    }

    void join(long task, long officer, Instant at) {
        database.sql(
                        "INSERT INTO inspection_task_officer (task_id, officer_id, joined_at) VALUES"
                                + " (?, ?, ?)")
                .params(task, officer, Timestamp.from(at))
                .update();
    }

    boolean leave(long task, long officer, String why, Instant at) {
        return database.sql(
                                "UPDATE inspection_task_officer SET left_at = ?, left_why = ? WHERE"
                                        + " task_id = ? AND officer_id = ? AND left_at IS NULL")
                        .params(Timestamp.from(at), why, task, officer)
                        .update()
                > 0;
    }

    List<TaskStepTaken> steps(long id) {
        return database.sql("SELECT * FROM inspection_task_step WHERE task_id = ? ORDER BY id")
                .param(id)
                .query(Tasks::readStep)
                .list();
    }

    void record(long task, TaskStepTaken taken) {
        database.sql(
                        """
                        INSERT INTO inspection_task_step (task_id, step, words, on_day, person_id, on_behalf_of,
                            taken_at)
                        VALUES (:task, :step, :words, :day, :person, :onBehalfOf, :at)
                        """)
                .param("task", task)
                .param("step", taken.step().name())
                .param("words", taken.words())
                .param("day", taken.onDay())
                .param("person", taken.person() == null ? null : taken.person().value())
                .param("onBehalfOf", taken.onBehalfOf() == null ? null : taken.onBehalfOf().value())
                .param("at", Timestamp.from(taken.takenAt()))
                .update();
    }

    /** One look at a task whose list is secret until its day. */
    void look(long task, PersonId by, Instant at) {
        database.sql("INSERT INTO inspection_task_look (task_id, person_id, at) VALUES (?, ?, ?)")
                .params(task, by.value(), Timestamp.from(at))
                .update();
    }

    /** Who looked (查阅记录). */
    record Look(PersonId person, Instant at) {}

    List<Look> looks(long task) {
        return database.sql(
                        "SELECT person_id, at FROM inspection_task_look WHERE task_id = ? ORDER BY"
                                + " id")
                .param(task)
                .query(
                        (row, _) ->
                                new Look(
                                        new PersonId(row.getLong(1)),
                                        row.getTimestamp(2).toInstant()))
                .list();
    }

    private String nextNumber(AgencyId agency, int year) {
        var number =
                database.sql(
                                """
                                INSERT INTO inspection_task_counter AS c (agency_id, year, last) VALUES (?, ?, 1)
                                ON CONFLICT (agency_id, year) DO UPDATE SET last = c.last + 1 RETURNING c.last
                                """)
                        .params(agency.value(), year)
                        .query(Integer.class)
                        .single();
        return "JC-%04d-%05d".formatted(year, number);
    }

    private static InspectionTask read(ResultSet row, int number) throws SQLException {
        var skip = row.getString("skip_reason");
        return new InspectionTask(
                row.getLong("id"),
                new AgencyId(row.getLong("agency_id")),
                row.getString("number"),
                TaskSource.valueOf(row.getString("source")),
                (Long) row.getObject("draw_seq"),
                (Integer) row.getObject("visit"),
                row.getString("certificate"),
                new Unit(
                        row.getLong("unit_id"),
                        row.getString("unit_name"),
                        row.getString("credit_code"),
                        row.getString("address"),
                        row.getString("region")),
                new Item(
                        row.getLong("item_id"),
                        row.getString("item_number"),
                        row.getString("item_title"),
                        row.getString("basis")),
                row.getString("reason"),
                row.getString("reference"),
                row.getBoolean("sealed"),
                row.getObject("release_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                TaskState.valueOf(row.getString("state")),
                person(row, "approved_by"),
                row.getObject("ended_on", LocalDate.class),
                row.getString("result"),
                skip == null ? null : SkipReason.valueOf(skip),
                row.getString("skip_words"),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                person(row, "created_by"));
    }

    private static TaskStepTaken readStep(ResultSet row, int number) throws SQLException {
        return new TaskStepTaken(
                TaskStep.valueOf(row.getString("step")),
                row.getString("words"),
                row.getObject("on_day", LocalDate.class),
                person(row, "person_id"),
                person(row, "on_behalf_of"),
                row.getTimestamp("taken_at").toInstant());
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        var person = (Long) row.getObject(column);
        return person == null ? null : new PersonId(person);
    }
}
