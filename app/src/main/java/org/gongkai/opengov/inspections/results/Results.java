package org.gongkai.opengov.inspections.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The register of results (检查结果台账): finished inspections and the documents that publish them. */
@Repository
class Results {
    /** The newest document that has a task is the one that counts. */
    private static final String ENDED =
            """
            SELECT t.id, t.number, t.source, t.draw_seq, t.ended_on, t.result, t.skip_reason,
                   u.name AS unit_name, u.credit_code, i.number AS item_number, i.title AS item_title,
                   (SELECT array_agg(m.measure ORDER BY m.measure) FROM inspection_measure m
                       WHERE m.task_id = t.id) AS measures,
                   (SELECT min(b.published_on) FROM inspection_result_batch b
                       JOIN inspection_result_line l ON l.batch_id = b.id WHERE l.task_id = t.id) AS first_public,
                   EXISTS (SELECT 1 FROM inspection_result_batch b
                       JOIN inspection_result_line l ON l.batch_id = b.id WHERE l.task_id = t.id
                       AND b.published_on IS NOT NULL AND b.withdrawn_on IS NULL) AS is_public,
                   (SELECT b.document_id FROM inspection_result_batch b
                       JOIN inspection_result_line l ON l.batch_id = b.id WHERE l.task_id = t.id
                       ORDER BY (b.published_on IS NOT NULL AND b.withdrawn_on IS NULL) DESC, b.id DESC
                       LIMIT 1) AS document
            FROM inspection_task t JOIN inspection_unit u ON u.id = t.unit_id
            JOIN inspection_item i ON i.id = t.item_id
            WHERE t.agency_id = :agency AND t.state IN ('CHECKED', 'SKIPPED')
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    Results(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** An inspection that has ended, as the register has it. */
    record Ended(
            long task,
            String number,
            boolean drawn,
            @Nullable Long drawSeq,
            UnitName unit,
            String itemNumber,
            String itemTitle,
            LocalDate endedOn,
            @Nullable SkipReason skip,
            @Nullable String value,
            List<Measure> measures,
            @Nullable LocalDate firstPublic,
            boolean isPublic,
            @Nullable UUID document) {}

    /** Everything that ended in these days, the first to be public first. */
    List<Ended> ended(AgencyId agency, LocalDate from, LocalDate to) {
        return database.sql(
                        ENDED + " AND t.ended_on BETWEEN :from AND :to ORDER BY t.ended_on, t.id")
                .param("agency", agency.value())
                .param("from", from)
                .param("to", to)
                .query(Results::read)
                .list();
    }

    /** Everything that ended and is not public, the oldest first. */
    List<Ended> unpublished(AgencyId agency) {
        return database.sql(
                        "SELECT * FROM ("
                                + ENDED
                                + ") e WHERE NOT e.is_public ORDER BY e.ended_on, e.id LIMIT 5000")
                .param("agency", agency.value())
                .query(Results::read)
                .list();
    }

    /** These, if they have ended; held until the end of the transaction. */
    List<Ended> locked(AgencyId agency, Collection<Long> tasks) {
        return tasks.isEmpty()
                ? List.of()
                : database.sql(
                                ENDED
                                        + " AND t.id IN (:tasks) ORDER BY t.ended_on, t.id FOR UPDATE OF t")
                        .param("agency", agency.value())
                        .param("tasks", tasks)
                        .query(Results::read)
                        .list();
    }

    long addBatch(AgencyId agency, DocumentId document, String title, PersonId by, Instant at) {
        return database.sql(
                        """
                        INSERT INTO inspection_result_batch (agency_id, document_id, title, drafted_at, drafted_by)
                        VALUES (?, ?, ?, ?, ?) RETURNING id
                        """)
                .params(agency.value(), document.value(), title, Timestamp.from(at), by.value())
                .query(Long.class)
                .single();
    }

    void addLine(long batch, long task, List<String> cells) {
        database.sql(
                        "INSERT INTO inspection_result_line (batch_id, task_id, cells) VALUES (?, ?,"
                                + " CAST(? AS jsonb))")
                .params(batch, task, json.writeValueAsString(cells))
                .update();
    }

    /** The document of a batch became public on this day; the first day stays. */
    void published(DocumentId document, LocalDate on) {
        database.sql(
                        "UPDATE inspection_result_batch SET published_on = coalesce(published_on,"
                                + " CAST(? AS date)), withdrawn_on = NULL WHERE document_id = ?")
                .params(on, document.value())
                .update();
    }

    /** The document of a batch was corrected on this day. */
    void corrected(DocumentId document, LocalDate on) {
        database.sql("UPDATE inspection_result_batch SET corrected_on = ? WHERE document_id = ?")
                .params(on, document.value())
                .update();
    }

    /** The document of a batch left the public on this day. */
    void withdrawn(DocumentId document, LocalDate on) {
        database.sql("UPDATE inspection_result_batch SET withdrawn_on = ? WHERE document_id = ?")
                .params(on, document.value())
                .update();
    }

    /** The visits of each draw of this agency, those of the newest draw first. */
    Map<Long, List<Consistency.Visit>> draws(AgencyId agency, @Nullable Long only) {
        record Row(long draw, Consistency.Visit visit) {}
        var found = new java.util.LinkedHashMap<Long, List<Consistency.Visit>>();
        database.sql(
                        """
                        SELECT t.draw_seq, t.id, t.number, t.state, EXISTS (SELECT 1 FROM inspection_result_batch b
                            JOIN inspection_result_line l ON l.batch_id = b.id WHERE l.task_id = t.id
                            AND b.published_on IS NOT NULL AND b.withdrawn_on IS NULL) AS is_public
                        FROM inspection_task t WHERE t.agency_id = :agency AND t.draw_seq IS NOT NULL
                        AND (CAST(:only AS bigint) IS NULL OR t.draw_seq = :only)
                        ORDER BY t.draw_seq DESC, t.visit, t.id
                        """)
                .param("agency", agency.value())
                .param("only", only)
                .query(
                        (row, _) ->
                                new Row(
                                        row.getLong("draw_seq"),
                                        new Consistency.Visit(
                                                row.getLong("id"),
                                                row.getString("number"),
                                                ending(row.getString("state")),
                                                row.getBoolean("is_public"))))
                .list()
                .forEach(
                        it ->
                                found.computeIfAbsent(it.draw(), _ -> new java.util.ArrayList<>())
                                        .add(it.visit()));
        return found;
    }

    /** When the draw was closed; empty while it is not. */
    Optional<LocalDate> closedOn(AgencyId agency, long draw) {
        return database.sql(
                        "SELECT closed_on FROM inspection_draw_closing WHERE agency_id = ? AND"
                                + " draw_seq = ?")
                .params(agency.value(), draw)
                .query(LocalDate.class)
                .optional();
    }

    void close(AgencyId agency, long draw, LocalDate on, PersonId by, Instant at) {
        database.sql(
                        "INSERT INTO inspection_draw_closing (agency_id, draw_seq, closed_on,"
                                + " closed_by, at) VALUES (?, ?, ?, ?, ?)")
                .params(agency.value(), draw, on, by.value(), Timestamp.from(at))
                .update();
    }

    private static Consistency.Ending ending(String state) {
        return switch (state) {
            case "CHECKED" -> Consistency.Ending.CHECKED;
            case "SKIPPED" -> Consistency.Ending.SKIPPED;
            default -> Consistency.Ending.OPEN;
        };
    }

    private static Ended read(ResultSet row, int number) throws SQLException {
        var skip = row.getString("skip_reason");
        var measures = row.getArray("measures");
        return new Ended(
                row.getLong("id"),
                row.getString("number"),
                row.getString("source").equals("DRAWN"),
                (Long) row.getObject("draw_seq"),
                new UnitName(row.getString("unit_name"), row.getString("credit_code")),
                row.getString("item_number"),
                row.getString("item_title"),
                row.getObject("ended_on", LocalDate.class),
                skip == null ? null : SkipReason.valueOf(skip),
                row.getString("result"),
                measures == null
                        ? List.of()
                        : Arrays.stream((String[]) measures.getArray())
                                .map(Measure::valueOf)
                                .toList(),
                row.getObject("first_public", LocalDate.class),
                row.getBoolean("is_public"),
                row.getObject("document", UUID.class));
    }
}
