package org.gongkai.opengov.requests.papers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.requests.AnswersInHand;
import org.gongkai.opengov.requests.ClaimStep;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.opengov.requests.letters.LetterNumber;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The letters of cases, their editions and what was done with them (文书台账). */
@Repository
class CaseLetters implements AnswersInHand {
    private static final TypeReference<Map<String, String>> TYPED = new TypeReference<>() {};
    private static final TypeReference<List<Enclosure>> ENCLOSURES = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    CaseLetters(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A letter with the first edition of its text. */
    long add(
            LetterOwner owner,
            @Nullable ClaimStep end,
            AgencyId agency,
            LetterKind kind,
            LetterDraft first) {
        var id =
                database.sql(
                                """
                                INSERT INTO request_letter (case_id, claim_id, claim_step, agency_id, kind,
                                    state, draft, started_by, started_at)
                                VALUES (:case, :claim, :end, :agency, :kind, 'DRAFT', 1, :by, :at)
                                RETURNING id
                                """)
                        .param("case", owner.ofClaim() ? null : owner.id())
                        .param("claim", owner.ofClaim() ? owner.id() : null)
                        .param("end", end == null ? null : end.name())
                        .param("agency", agency.value())
                        .param("kind", kind.name())
                        .param("by", first.by().value())
                        .param("at", Timestamp.from(first.at()))
                        .query(Long.class)
                        .single();
        insert(id, first);
        return id;
    }

    /** Another edition, which counts from now on. */
    void add(long id, LetterDraft draft) {
        insert(id, draft);
        database.sql("UPDATE request_letter SET draft = ?, version = version + 1 WHERE id = ?")
                .params(draft.number(), id)
                .update();
    }

    private void insert(long id, LetterDraft it) {
        database.sql(
                        """
                        INSERT INTO request_letter_draft (letter_id, draft, typed, templates, title,
                            addressee, filled, words, enclosures, sha256, person_id, written_at)
                        VALUES (:letter, :draft, CAST(:typed AS jsonb), :templates, :title, :addressee,
                            :filled, :words, CAST(:enclosures AS jsonb), :sha256, :by, :at)
                        """)
                .param("letter", id)
                .param("draft", it.number())
                .param("typed", json.writeValueAsString(it.typed()))
                .param("templates", it.templates())
                .param("title", it.title())
                .param("addressee", it.addressee())
                .param("filled", String.join("\n", it.filled()))
                .param("words", String.join("\n", it.words()))
                .param("enclosures", json.writeValueAsString(it.enclosures()))
                .param("sha256", it.sha256())
                .param("by", it.by().value())
                .param("at", Timestamp.from(it.at()))
                .update();
    }

    @Override
    public boolean inHand(long caseId) {
        return database.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM request_letter WHERE case_id = ?
                            AND kind IN ('REPLY', 'NO_HANDLING') AND state NOT IN ('VOID', 'DELIVERED'))
                        """)
                .param(caseId)
                .query(Boolean.class)
                .single();
    }

    Optional<CaseLetter> find(LetterOwner owner, long id) {
        return database.sql(
                        "SELECT * FROM request_letter WHERE " + owner.column() + " = ? AND id = ?")
                .params(owner.id(), id)
                .query(CaseLetters::letter)
                .optional();
    }

    List<CaseLetter> of(LetterOwner owner) {
        return database.sql(
                        "SELECT * FROM request_letter WHERE " + owner.column() + " = ? ORDER BY id")
                .param(owner.id())
                .query(CaseLetters::letter)
                .list();
    }

    /** Letters of an agency's requests or claims in one of these states, the oldest first. */
    List<CaseLetter> in(AgencyId agency, boolean ofClaims, List<LetterState> states, int limit) {
        return database.sql(
                        "SELECT * FROM request_letter WHERE agency_id = :agency AND (claim_id IS NOT NULL) ="
                                + " :claims AND state IN (:states) ORDER BY id LIMIT :limit")
                .param("agency", agency.value())
                .param("claims", ofClaims)
                .param("states", states.stream().map(Enum::name).toList())
                .param("limit", limit)
                .query(CaseLetters::letter)
                .list();
    }

    /** The editions, the first first. */
    List<LetterDraft> drafts(long id) {
        return database.sql("SELECT * FROM request_letter_draft WHERE letter_id = ? ORDER BY draft")
                .param(id)
                .query(this::draft)
                .list();
    }

    void move(long id, LetterState to, LetterMove move) {
        database.sql(
                        """
                        INSERT INTO request_letter_move (letter_id, step, draft, sha256, person_id,
                            on_behalf_of, happened_on, way, evidence, note, entered_at)
                        VALUES (:letter, :step, :draft, :sha256, :by, :behalf, :on, :way, :evidence,
                            :note, :at)
                        """)
                .param("letter", id)
                .param("step", move.step().name())
                .param("draft", move.draft())
                .param("sha256", move.sha256())
                .param("by", move.by().value())
                .param("behalf", move.onBehalfOf() == null ? null : move.onBehalfOf().value())
                .param("on", move.on())
                .param("way", move.way())
                .param("evidence", move.evidence())
                .param("note", move.note())
                .param("at", Timestamp.from(move.at()))
                .update();
        database.sql("UPDATE request_letter SET state = ?, version = version + 1 WHERE id = ?")
                .params(to.name(), id)
                .update();
    }

    List<LetterMove> moves(long id) {
        return database.sql("SELECT * FROM request_letter_move WHERE letter_id = ? ORDER BY id")
                .param(id)
                .query(CaseLetters::move)
                .list();
    }

    /** Fixes number, day and hash for good; before the state says that it is signed. */
    void freeze(long id, @Nullable LetterNumber number, LocalDate writtenOn, String sha256) {
        database.sql(
                        "UPDATE request_letter SET series = :series, year = :year, number = :number,"
                                + " written_on = :on, sha256 = :sha256 WHERE id = :id")
                .param("id", id)
                .param("series", number == null ? null : number.series())
                .param("year", number == null ? null : number.year())
                .param("number", number == null ? null : number.number())
                .param("on", writtenOn)
                .param("sha256", sha256)
                .update();
    }

    /** The next number of an agency and year; given back by nobody but an undone transaction. */
    int nextNumber(AgencyId agency, int year) {
        return database.sql(
                        """
                        INSERT INTO request_letter_counter AS c (agency_id, year, last) VALUES (?, ?, 1)
                        ON CONFLICT (agency_id, year) DO UPDATE SET last = c.last + 1
                        RETURNING c.last
                        """)
                .params(agency.value(), year)
                .query(Integer.class)
                .single();
    }

    void made(long id, Instant at) {
        database.sql("UPDATE request_letter SET made_at = ? WHERE id = ?")
                .params(Timestamp.from(at), id)
                .update();
    }

    /** Keeps the finished papers, each closed. */
    void keepFiles(long id, byte[] pdf, byte[] docx, String pdfHash, String docxHash) {
        database.sql(
                        "INSERT INTO request_letter_file (letter_id, pdf, docx, pdf_sha256,"
                                + " docx_sha256) VALUES (?, ?, ?, ?, ?)")
                .params(id, pdf, docx, pdfHash, docxHash)
                .update();
    }

    /** A finished paper as it is kept, closed. */
    Optional<byte[]> file(long id, boolean pdf) {
        return database.sql(
                        "SELECT "
                                + (pdf ? "pdf" : "docx")
                                + " FROM request_letter_file WHERE letter_id = ?")
                .param(id)
                .query(byte[].class)
                .optional();
    }

    private static CaseLetter letter(ResultSet row, int number) throws SQLException {
        var series = row.getString("series");
        var claim = (Long) row.getObject("claim_id");
        var end = row.getString("claim_step");
        return new CaseLetter(
                row.getLong("id"),
                claim == null
                        ? LetterOwner.request(row.getLong("case_id"))
                        : LetterOwner.claim(claim),
                end == null ? null : ClaimStep.valueOf(end),
                LetterKind.valueOf(row.getString("kind")),
                LetterState.valueOf(row.getString("state")),
                row.getInt("draft"),
                row.getLong("version"),
                series == null
                        ? null
                        : new LetterNumber(series, row.getInt("year"), row.getInt("number")),
                row.getObject("written_on", LocalDate.class),
                row.getString("sha256"),
                new PersonId(row.getLong("started_by")),
                row.getTimestamp("started_at").toInstant());
    }

    private LetterDraft draft(ResultSet row, int number) throws SQLException {
        return new LetterDraft(
                row.getInt("draft"),
                json.readValue(row.getString("typed"), TYPED),
                row.getString("templates"),
                row.getString("title"),
                row.getString("addressee"),
                row.getString("filled").lines().toList(),
                row.getString("words").lines().toList(),
                json.readValue(row.getString("enclosures"), ENCLOSURES),
                row.getString("sha256"),
                new PersonId(row.getLong("person_id")),
                row.getTimestamp("written_at").toInstant());
    }

    private static LetterMove move(ResultSet row, int number) throws SQLException {
        var behalf = (Long) row.getObject("on_behalf_of");
        return new LetterMove(
                LetterStep.valueOf(row.getString("step")),
                row.getInt("draft"),
                row.getString("sha256"),
                new PersonId(row.getLong("person_id")),
                behalf == null ? null : new PersonId(behalf),
                row.getObject("happened_on", LocalDate.class),
                row.getString("way"),
                row.getString("evidence"),
                row.getString("note"),
                row.getTimestamp("entered_at").toInstant());
    }
}
