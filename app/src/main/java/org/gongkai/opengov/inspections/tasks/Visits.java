package org.gongkai.opengov.inspections.tasks;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gongkai.opengov.inspections.results.Measure;
import org.gongkai.opengov.inspections.results.Rectification;
import org.gongkai.opengov.inspections.tasks.VisitContent.Present;
import org.gongkai.opengov.inspections.tasks.VisitSheet.HandOver;
import org.gongkai.platform.files.FileReferences;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.settings.SecretBox;
import org.gongkai.platform.settings.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was written at the sites (检查记录台账): forms, saves, pictures, measures. */
@Repository
class Visits implements FileReferences {
    private static final TypeReference<List<Question>> QUESTIONS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;
    private final SecretBox box;

    Visits(JdbcClient database, JsonMapper json, Secrets secrets) {
        this.database = database;
        this.json = json;
        this.box = new SecretBox(secrets, "inspection-present");
    }

    /** The form of an item on this day. */
    CheckForm form(long item, LocalDate on) {
        return database.sql(
                        """
                        SELECT * FROM inspection_check_form WHERE item_id = ? AND valid_from <= ?
                        ORDER BY version DESC LIMIT 1
                        """)
                .params(item, on)
                .query(this::readForm)
                .optional()
                .orElseGet(() -> CheckForm.plain(item));
    }

    /** Every version of the form of an item, the newest first. */
    List<CheckForm> forms(long item) {
        return database.sql(
                        "SELECT * FROM inspection_check_form WHERE item_id = ? ORDER BY version"
                                + " DESC")
                .param(item)
                .query(this::readForm)
                .list();
    }

    Optional<CheckForm> form(long id) {
        return database.sql("SELECT * FROM inspection_check_form WHERE id = ?")
                .param(id)
                .query(this::readForm)
                .optional();
    }

    int addForm(
            long agency,
            long item,
            List<Question> questions,
            LocalDate from,
            @Nullable PersonId by,
            Instant at) {
        return database.sql(
                        """
                        INSERT INTO inspection_check_form (agency_id, item_id, version, questions, valid_from,
                            created_at, created_by)
                        SELECT :agency, :item, coalesce(max(version), 0) + 1, CAST(:questions AS jsonb), :from,
                            :at, :by FROM inspection_check_form WHERE item_id = :item RETURNING version
                        """)
                .param("agency", agency)
                .param("item", item)
                .param("questions", json.writeValueAsString(questions))
                .param("from", from)
                .param("at", Timestamp.from(at))
                .param("by", by == null ? null : by.value())
                .query(Integer.class)
                .single();
    }

    /** The save with this id of a telephone, of whatever task. */
    Optional<VisitSave> save(UUID clientId) {
        return database.sql("SELECT * FROM inspection_visit_save WHERE client_id = ?")
                .param(clientId)
                .query(this::readSave)
                .optional();
    }

    /** Every save of a task, the first first. */
    List<VisitSave> saves(long task) {
        return database.sql("SELECT * FROM inspection_visit_save WHERE task_id = ? ORDER BY id")
                .param(task)
                .query(this::readSave)
                .list();
    }

    /** The newest save that counts. */
    Optional<VisitSave> newest(long task) {
        return database.sql(
                        """
                        SELECT * FROM inspection_visit_save WHERE task_id = ? AND number IS NOT NULL
                        ORDER BY number DESC LIMIT 1
                        """)
                .param(task)
                .query(this::readSave)
                .optional();
    }

    void add(VisitSave it, @Nullable Long form, Present present) {
        long id =
                database.sql(
                                """
                                INSERT INTO inspection_visit_save (task_id, client_id, base, number, finished,
                                    form_id, content, fingerprint, made_at, person_id, saved_at)
                                VALUES (:task, :client, :base, :number, :finished, :form,
                                    CAST(:content AS jsonb), :fingerprint, :made, :person, :saved) RETURNING id
                                """)
                        .param("task", it.task())
                        .param("client", it.clientId())
                        .param("base", it.base())
                        .param("number", it.number())
                        .param("finished", it.finished())
                        .param("form", form)
                        .param("content", json.writeValueAsString(it.content()))
                        .param("fingerprint", it.fingerprint())
                        .param("made", Timestamp.from(it.madeAt()))
                        .param("person", it.person().value())
                        .param("saved", Timestamp.from(it.savedAt()))
                        .query(Long.class)
                        .single();
        if (!present.isEmpty()) {
            database.sql("INSERT INTO inspection_visit_present (save_id, sealed) VALUES (?, ?)")
                    .params(
                            id,
                            box.close(
                                    json.writeValueAsString(present)
                                            .getBytes(StandardCharsets.UTF_8),
                                    place(id)))
                    .update();
        }
    }

    /** Whom the officers met, as that save has it; nobody when it has been erased. */
    Present present(long save) {
        return database.sql("SELECT sealed FROM inspection_visit_present WHERE save_id = ?")
                .param(save)
                .query(byte[].class)
                .optional()
                .map(it -> new String(box.open(it, place(save)), StandardCharsets.UTF_8))
                .map(it -> json.readValue(it, Present.class))
                .orElseGet(Present::nobody);
    }

    Optional<Evidence> evidence(UUID clientId) {
        return database.sql("SELECT * FROM inspection_evidence WHERE client_id = ?")
                .param(clientId)
                .query(Visits::readEvidence)
                .optional();
    }

    List<Evidence> evidence(long task) {
        return database.sql("SELECT * FROM inspection_evidence WHERE task_id = ? ORDER BY id")
                .param(task)
                .query(Visits::readEvidence)
                .list();
    }

    Map<String, Integer> photos(long task) {
        var counts = new HashMap<String, Integer>();
        evidence(task).forEach(it -> counts.merge(it.question(), 1, Integer::sum));
        return counts;
    }

    void add(
            long task,
            UUID clientId,
            String question,
            StoredFile original,
            StoredFile shown,
            PersonId by,
            Instant at) {
        database.sql(
                        """
                        INSERT INTO inspection_evidence (task_id, client_id, question, name, media_type, size,
                            sha256, public_sha256, person_id, added_at)
                        VALUES (:task, :client, :question, :name, :type, :size, :sha256, :public, :person, :at)
                        """)
                .param("task", task)
                .param("client", clientId)
                .param("question", question)
                .param("name", original.safeName())
                .param("type", original.mediaType())
                .param("size", original.size())
                .param("sha256", original.sha256())
                .param("public", shown.sha256())
                .param("person", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public boolean needs(String sha256) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM inspection_evidence WHERE sha256 = :it OR"
                                + " public_sha256 = :it)")
                .param("it", sha256)
                .query(Boolean.class)
                .single();
    }

    void addMeasures(long task, Set<Measure> measures) {
        measures.forEach(
                it ->
                        database.sql(
                                        "INSERT INTO inspection_measure (task_id, measure) VALUES"
                                                + " (?, ?)")
                                .params(task, it.name())
                                .update());
    }

    List<Measure> measures(long task) {
        return database.sql("SELECT measure FROM inspection_measure WHERE task_id = ? ORDER BY 1")
                .param(task)
                .query((row, _) -> Measure.valueOf(row.getString(1)))
                .list();
    }

    void order(long task, LocalDate on, LocalDate due, String words) {
        database.sql(
                        "INSERT INTO inspection_rectification (task_id, ordered_on, due_on, words)"
                                + " VALUES (?, ?, ?, ?)")
                .params(task, on, due, words)
                .update();
    }

    Optional<Rectification> rectification(long task) {
        return database.sql("SELECT * FROM inspection_rectification WHERE task_id = ?")
                .param(task)
                .query((row, _) -> readRectification(row))
                .optional();
    }

    void reported(long task, LocalDate on) {
        database.sql("UPDATE inspection_rectification SET reported_on = ? WHERE task_id = ?")
                .params(on, task)
                .update();
    }

    void rechecked(long task, LocalDate on, boolean passed) {
        database.sql(
                        "UPDATE inspection_rectification SET rechecked_on = ?, passed = ? WHERE"
                                + " task_id = ?")
                .params(on, passed, task)
                .update();
    }

    List<HandOver> handOvers(long task) {
        return database.sql("SELECT * FROM inspection_hand_over WHERE task_id = ? ORDER BY id")
                .param(task)
                .query(
                        (row, _) ->
                                new HandOver(
                                        Measure.valueOf(row.getString("measure")),
                                        row.getString("receiver"),
                                        row.getString("paper"),
                                        row.getObject("handed_on", LocalDate.class),
                                        row.getString("words")))
                .list();
    }

    void handOver(long task, HandOver it, PersonId by, Instant at) {
        database.sql(
                        """
                        INSERT INTO inspection_hand_over (task_id, measure, receiver, paper, handed_on, words,
                            person_id, at) VALUES (:task, :measure, :receiver, :paper, :on, :words, :by, :at)
                        """)
                .param("task", task)
                .param("measure", it.measure().name())
                .param("receiver", it.receiver())
                .param("paper", it.paper())
                .param("on", it.handedOn())
                .param("words", it.words())
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Tasks of an agency with an order that is not settled yet, the first to be due first. */
    Map<Long, Rectification> unsettled(long agency) {
        var found = new java.util.LinkedHashMap<Long, Rectification>();
        RowCallbackHandler reading =
                row -> found.put(row.getLong("task_id"), readRectification(row));
        database.sql(
                        """
                        SELECT r.* FROM inspection_rectification r JOIN inspection_task t ON t.id = r.task_id
                        WHERE t.agency_id = ? AND r.rechecked_on IS NULL ORDER BY r.due_on, r.task_id LIMIT 500
                        """)
                .param(agency)
                .query(reading);
        return found;
    }

    private static Rectification readRectification(ResultSet row) throws SQLException {
        return new Rectification(
                row.getObject("ordered_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("reported_on", LocalDate.class),
                row.getObject("rechecked_on", LocalDate.class),
                (Boolean) row.getObject("passed"));
    }

    private CheckForm readForm(ResultSet row, int number) throws SQLException {
        return new CheckForm(
                row.getLong("id"),
                row.getLong("item_id"),
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                json.readValue(row.getString("questions"), QUESTIONS));
    }

    private VisitSave readSave(ResultSet row, int number) throws SQLException {
        return new VisitSave(
                row.getLong("id"),
                row.getLong("task_id"),
                row.getObject("client_id", UUID.class),
                row.getInt("base"),
                (Integer) row.getObject("number"),
                row.getBoolean("finished"),
                json.readValue(row.getString("content"), VisitContent.class),
                row.getString("fingerprint"),
                row.getTimestamp("made_at").toInstant(),
                new PersonId(row.getLong("person_id")),
                row.getTimestamp("saved_at").toInstant());
    }

    private static Evidence readEvidence(ResultSet row, int number) throws SQLException {
        return new Evidence(
                row.getLong("id"),
                row.getLong("task_id"),
                row.getString("question"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("public_sha256"),
                new PersonId(row.getLong("person_id")),
                row.getTimestamp("added_at").toInstant());
    }

    private static String place(long save) {
        return "inspection-present:" + save;
    }
}
