package org.gongkai.opengov.budgets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.opengov.budgets.BudgetImport.State;
import org.gongkai.opengov.budgets.BudgetPaper.Approval;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.platform.files.FileReferences;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The register of budgets and accounts (预决算台账). */
@Repository
class BudgetPapers implements FileReferences {
    private static final String PAPERS =
            """
            SELECT p.*, a.number AS approval_number, a.document, a.approved_on, a.reason, a.person_id, a.at,
                coalesce((SELECT max(v.number) FROM budget_version v WHERE v.paper_id = p.id), 0) AS version,
                (SELECT min(d.published_on) FROM budget_publication d WHERE d.paper_id = p.id) AS first_public,
                (SELECT d.version FROM budget_publication d WHERE d.paper_id = p.id AND d.is_public) AS public_version
            FROM budget_paper p
            LEFT JOIN LATERAL (SELECT * FROM budget_approval x WHERE x.paper_id = p.id
                ORDER BY x.number DESC LIMIT 1) a ON true
            """;

    private static final String ORDER =
            " ORDER BY p.year DESC, p.subordinate, p.unit_key, p.kind DESC, p.id";

    private final JdbcClient database;
    private final JsonMapper json;

    BudgetPapers(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * The document that a version was drafted as.
     *
     * @param tablesSha256 what its tables have to say
     */
    record Publication(
            long id, long paper, int version, DocumentId document, String tablesSha256) {}

    @Override
    public boolean needs(String sha256) {
        return database.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM budget_version WHERE sha256 = :sha256)
                            OR EXISTS (SELECT 1 FROM budget_import WHERE sha256 = :sha256 AND state <> 'CANCELLED')
                        """)
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    long add(
            AgencyId agency,
            String unit,
            String name,
            boolean subordinate,
            int year,
            BudgetKind kind,
            @Nullable PersonId by,
            Instant at) {
        return database.sql(
                        """
                        INSERT INTO budget_paper (agency_id, unit_key, unit_name, subordinate, year, kind, entered_by,
                            entered_at)
                        VALUES (:agency, :unit, :name, :subordinate, :year, :kind, :by, :at) RETURNING id
                        """)
                .param("agency", agency.value())
                .param("unit", unit)
                .param("name", name)
                .param("subordinate", subordinate)
                .param("year", year)
                .param("kind", kind.name())
                .param("by", person(by))
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void approve(long paper, Approval approval) {
        database.sql(
                        """
                        INSERT INTO budget_approval (paper_id, number, document, approved_on, reason, person_id, at)
                        VALUES (:paper, :number, :document, :day, :reason, :by, :at)
                        """)
                .param("paper", paper)
                .param("number", approval.number())
                .param("document", approval.document())
                .param("day", approval.approvedOn())
                .param("reason", approval.reason())
                .param("by", person(approval.by()))
                .param("at", Timestamp.from(approval.at()))
                .update();
    }

    /** All of an agency, the newest year first. */
    List<BudgetPaper> list(AgencyId agency) {
        return database.sql(PAPERS + " WHERE p.agency_id = ?" + ORDER)
                .param(agency.value())
                .query(BudgetPapers::paper)
                .list();
    }

    Optional<BudgetPaper> find(AgencyId agency, long id) {
        return database.sql(PAPERS + " WHERE p.agency_id = ? AND p.id = ?")
                .params(agency.value(), id)
                .query(BudgetPapers::paper)
                .optional();
    }

    Optional<BudgetPaper> find(String unit, int year, BudgetKind kind) {
        return database.sql(PAPERS + " WHERE p.unit_key = ? AND p.year = ? AND p.kind = ?")
                .params(unit, year, kind.name())
                .query(BudgetPapers::paper)
                .optional();
    }

    /** By its number alone, for what follows a document. */
    BudgetPaper get(long id) {
        return database.sql(PAPERS + " WHERE p.id = ?")
                .param(id)
                .query(BudgetPapers::paper)
                .single();
    }

    /** Every approval that was entered, the newest first. */
    List<Approval> approvals(long paper) {
        return database.sql(
                        """
                        SELECT *, number AS approval_number FROM budget_approval WHERE paper_id = ?
                        ORDER BY number DESC
                        """)
                .param(paper)
                .query((row, at) -> approval(row))
                .list();
    }

    void add(BudgetVersion version) {
        database.sql(
                        """
                        INSERT INTO budget_version (paper_id, number, file_name, sha256, tables, reason, person_id, at)
                        VALUES (:paper, :number, :name, :sha256, :tables::jsonb, :reason, :by, :at)
                        """)
                .param("paper", version.paper())
                .param("number", version.number())
                .param("name", version.fileName())
                .param("sha256", version.sha256())
                .param("tables", json.writeValueAsString(version.tables()))
                .param("reason", version.reason())
                .param("by", person(version.by()))
                .param("at", Timestamp.from(version.at()))
                .update();
    }

    Optional<BudgetVersion> version(long paper, int number) {
        return database.sql("SELECT * FROM budget_version WHERE paper_id = ? AND number = ?")
                .params(paper, number)
                .query(this::version)
                .optional();
    }

    /** Every version, the newest first. */
    List<BudgetVersion> versions(long paper) {
        return database.sql("SELECT * FROM budget_version WHERE paper_id = ? ORDER BY number DESC")
                .param(paper)
                .query(this::version)
                .list();
    }

    long begin(long paper, String name, String sha256, PersonId by, Instant at) {
        return database.sql(
                        """
                        INSERT INTO budget_import (paper_id, file_name, sha256, state, begun_by, begun_at)
                        VALUES (?, ?, ?, 'READ', ?, ?) RETURNING id
                        """)
                .params(paper, name, sha256, by.value(), Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /** Ends it, if nobody else has. */
    boolean end(long id, State state, Instant at) {
        return database.sql(
                                "UPDATE budget_import SET state = ?, ended_at = ? WHERE id = ? AND"
                                        + " state = 'READ'")
                        .params(state.name(), Timestamp.from(at), id)
                        .update()
                == 1;
    }

    Optional<BudgetImport> findImport(long id) {
        return database.sql("SELECT * FROM budget_import WHERE id = ?")
                .param(id)
                .query(BudgetPapers::read)
                .optional();
    }

    /** The files of a paper, the newest first. */
    List<BudgetImport> imports(long paper) {
        return database.sql("SELECT * FROM budget_import WHERE paper_id = ? ORDER BY id DESC")
                .param(paper)
                .query(BudgetPapers::read)
                .list();
    }

    void explain(long paper, String subject, String words, @Nullable PersonId by, Instant at) {
        database.sql(
                        """
                        INSERT INTO budget_explanation (paper_id, subject, words, person_id, at)
                        VALUES (:paper, :subject, :words, :by, :at)
                        """)
                .param("paper", paper)
                .param("subject", subject)
                .param("words", words)
                .param("by", person(by))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** What was written last about each subject. */
    Map<String, String> explanations(long paper) {
        var words = new HashMap<String, String>();
        database.sql(
                        """
                        SELECT DISTINCT ON (subject) subject, words FROM budget_explanation WHERE paper_id = ?
                        ORDER BY subject, id DESC
                        """)
                .param(paper)
                .query(
                        row -> {
                            words.put(row.getString("subject"), row.getString("words"));
                        });
        return words;
    }

    void drafted(
            long paper, int version, DocumentId document, String sha256, PersonId by, Instant at) {
        database.sql(
                        """
                        INSERT INTO budget_publication (paper_id, version, document_id, open_findings, tables_sha256,
                            drafted_by, drafted_at)
                        VALUES (?, ?, ?, 0, ?, ?, ?)
                        """)
                .params(paper, version, document.value(), sha256, by.value(), Timestamp.from(at))
                .update();
    }

    /** What a document was drafted from last. */
    Optional<Publication> publication(DocumentId document) {
        return publications("document_id = ?", document.value()).stream().findFirst();
    }

    /** The drafts of a paper, the newest first. */
    List<Publication> publications(long paper) {
        return publications("paper_id = ?", paper);
    }

    private List<Publication> publications(String where, Object value) {
        return database.sql("SELECT * FROM budget_publication WHERE " + where + " ORDER BY id DESC")
                .param(value)
                .query(
                        (row, at) ->
                                new Publication(
                                        row.getLong("id"),
                                        row.getLong("paper_id"),
                                        row.getInt("version"),
                                        new DocumentId(row.getObject("document_id", UUID.class)),
                                        row.getString("tables_sha256")))
                .list();
    }

    /** The document that is public of this paper. */
    Optional<DocumentId> publicDocument(long paper) {
        return database.sql(
                        "SELECT document_id FROM budget_publication WHERE paper_id = ? AND is_public")
                .param(paper)
                .query(UUID.class)
                .optional()
                .map(DocumentId::new);
    }

    /** This one is public from now on, and none other of the paper. */
    void published(Publication publication, LocalDate day) {
        database.sql("UPDATE budget_publication SET is_public = false WHERE paper_id = ?")
                .param(publication.paper())
                .update();
        database.sql(
                        """
                        UPDATE budget_publication SET is_public = true, published_on = coalesce(published_on, ?)
                        WHERE id = ?
                        """)
                .params(day, publication.id())
                .update();
    }

    /** What of a document was public last. */
    Optional<Publication> lastPublished(DocumentId document) {
        return publications("published_on IS NOT NULL AND document_id = ?", document.value())
                .stream()
                .findFirst();
    }

    void withdrawn(DocumentId document) {
        database.sql("UPDATE budget_publication SET is_public = false WHERE document_id = ?")
                .param(document.value())
                .update();
    }

    private static @Nullable Long person(@Nullable PersonId by) {
        return by == null ? null : by.value();
    }

    private static @Nullable PersonId person(ResultSet row) throws SQLException {
        var by = row.getObject("person_id", Long.class);
        return by == null ? null : new PersonId(by);
    }

    private static BudgetPaper paper(ResultSet row, int at) throws SQLException {
        return new BudgetPaper(
                row.getLong("id"),
                new AgencyId(row.getLong("agency_id")),
                row.getString("unit_key"),
                row.getString("unit_name"),
                row.getBoolean("subordinate"),
                row.getInt("year"),
                BudgetKind.valueOf(row.getString("kind")),
                row.getObject("approved_on") == null ? null : approval(row),
                row.getInt("version"),
                row.getObject("first_public", LocalDate.class),
                row.getObject("public_version", Integer.class));
    }

    private static Approval approval(ResultSet row) throws SQLException {
        return new Approval(
                row.getInt("approval_number"),
                row.getString("document"),
                row.getObject("approved_on", LocalDate.class),
                row.getString("reason"),
                person(row),
                row.getTimestamp("at").toInstant());
    }

    private BudgetVersion version(ResultSet row, int at) throws SQLException {
        return new BudgetVersion(
                row.getLong("paper_id"),
                row.getInt("number"),
                row.getString("file_name"),
                row.getString("sha256"),
                json.readValue(row.getString("tables"), new TypeReference<>() {}),
                row.getString("reason"),
                person(row),
                row.getTimestamp("at").toInstant());
    }

    private static BudgetImport read(ResultSet row, int at) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new BudgetImport(
                row.getLong("id"),
                row.getLong("paper_id"),
                row.getString("file_name"),
                row.getString("sha256"),
                State.valueOf(row.getString("state")),
                new PersonId(row.getLong("begun_by")),
                row.getTimestamp("begun_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
