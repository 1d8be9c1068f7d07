package org.gongkai.opengov.requests.papers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.opengov.requests.decisions.Proof;
import org.gongkai.opengov.requests.decisions.Told;
import org.gongkai.platform.files.FileReferences;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The decisions of cases and the papers that lie with them (答复决定与材料). */
@Repository
class CaseDecisions implements FileReferences {
    private static final TypeReference<Map<Told, String>> TOLD = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    CaseDecisions(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public boolean needs(String sha256) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM request_paper WHERE sha256 = :it) OR EXISTS"
                                + " (SELECT 1 FROM request_letter_draft WHERE enclosures @>"
                                + " jsonb_build_array(jsonb_build_object('sha256', :it)))")
                .param("it", sha256)
                .query(Boolean.class)
                .single();
    }

    void keep(long id, int position, MatterDecision it) {
        database.sql(
                        """
                        INSERT INTO request_decision (case_id, position, matter, answers, outcome, told,
                            person_id, decided_at)
                        VALUES (:case, :position, :matter, :answers, :outcome, CAST(:told AS jsonb), :by,
                            :at)
                        """)
                .param("case", id)
                .param("position", position)
                .param("matter", it.matter())
                .param("answers", it.answers())
                .param("outcome", it.outcome().name())
                .param("told", json.writeValueAsString(it.told()))
                .param("by", it.by().value())
                .param("at", Timestamp.from(it.at()))
                .update();
    }

    /** The latest of each matter. */
    Map<Integer, MatterDecision> of(long id) {
        var found = new HashMap<Integer, MatterDecision>();
        database.sql(
                        """
                        SELECT DISTINCT ON (position) * FROM request_decision WHERE case_id = ?
                        ORDER BY position, id DESC
                        """)
                .param(id)
                .query((row, _) -> Map.entry(row.getInt("position"), decision(row)))
                .list()
                .forEach(it -> found.put(it.getKey(), it.getValue()));
        return found;
    }

    long add(long id, CasePaper it) {
        return database.sql(
                        """
                        INSERT INTO request_paper (case_id, position, proof, words, sha256, file_name,
                            redaction_id, person_id, added_at)
                        VALUES (:case, :position, :proof, :words, :sha256, :name, :redaction, :by, :at)
                        RETURNING id
                        """)
                .param("case", id)
                .param("position", it.position())
                .param("proof", it.proof().name())
                .param("words", it.words())
                .param("sha256", it.sha256())
                .param("name", it.fileName())
                .param("redaction", it.redaction())
                .param("by", it.by().value())
                .param("at", Timestamp.from(it.at()))
                .query(Long.class)
                .single();
    }

    /** Takes one out again; it stays on record. */
    boolean drop(long id, long paper, PersonId by, Instant at) {
        return database.sql(
                                """
                                UPDATE request_paper SET dropped_by = ?, dropped_at = ?
                                WHERE case_id = ? AND id = ? AND dropped_at IS NULL
                                """)
                        .params(by.value(), Timestamp.from(at), id, paper)
                        .update()
                == 1;
    }

    /** Those that lie there, in the order in which they came. */
    List<CasePaper> papers(long id) {
        return database.sql(
                        "SELECT * FROM request_paper WHERE case_id = ? AND dropped_at IS NULL"
                                + " ORDER BY id")
                .param(id)
                .query(CaseDecisions::paper)
                .list();
    }

    private MatterDecision decision(ResultSet row) throws SQLException {
        var told = new EnumMap<Told, String>(Told.class);
        told.putAll(json.readValue(row.getString("told"), TOLD));
        return new MatterDecision(
                row.getString("matter"),
                row.getString("answers"),
                Outcome.valueOf(row.getString("outcome")),
                told,
                new PersonId(row.getLong("person_id")),
                row.getTimestamp("decided_at").toInstant());
    }

    private static CasePaper paper(ResultSet row, int number) throws SQLException {
        return new CasePaper(
                row.getLong("id"),
                row.getInt("position"),
                Proof.valueOf(row.getString("proof")),
                row.getString("words"),
                row.getString("sha256"),
                row.getString("file_name"),
                Optional.ofNullable((Long) row.getObject("redaction_id")).orElse(null),
                new PersonId(row.getLong("person_id")),
                row.getTimestamp("added_at").toInstant());
    }
}
