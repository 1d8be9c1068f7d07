package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.persistence.Rows.day;
import static org.gongkai.opengov.disclosures.persistence.Rows.personOrNull;
import static org.gongkai.opengov.disclosures.persistence.Rows.values;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of documents and their working copies (文件台账). */
@Repository
public class Documents {
    private final JdbcClient database;

    Documents(JdbcClient database) {
        this.database = database;
    }

    /** The document, if there is one with this id. */
    public Optional<Document> find(DocumentId id) {
        return one("SELECT * FROM document WHERE id = ?", id);
    }

    /** The text being worked on. */
    public WorkingCopy workingCopy(DocumentId id) {
        return database.sql("SELECT * FROM draft WHERE document_id = ?")
                .param(id.value())
                .query(
                        (row, number) ->
                                new WorkingCopy(
                                        CanonicalText.read(row.getString("content")),
                                        row.getString("sha256"),
                                        new PersonId(row.getLong("edited_by")),
                                        row.getTimestamp("edited_at").toInstant()))
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Everybody who wrote in it; none of them may sign it. */
    public List<PersonId> drafters(DocumentId id) {
        return database.sql("SELECT person_id FROM drafter WHERE document_id = ? ORDER BY since")
                .param(id.value())
                .query((row, number) -> new PersonId(row.getLong(1)))
                .list();
    }

    /** The record of all steps, oldest first. */
    public List<StepTaken> steps(DocumentId id) {
        return database.sql("SELECT * FROM document_step WHERE document_id = ? ORDER BY id")
                .param(id.value())
                .query(Documents::readStep)
                .list();
    }

    /** What a person began last, newest first; without what was purged or given up. */
    List<Document> lastBy(PersonId person, int limit) {
        return database.sql(
                        """
                        SELECT d.* FROM document_step s JOIN document d ON d.id = s.document_id
                        WHERE s.step = 'CREATE' AND s.person_id = ? AND d.state NOT IN ('PURGED', 'DISCARDED')
                        ORDER BY s.id DESC LIMIT ?
                        """)
                .params(values(person.value(), limit))
                .query(Documents::read)
                .list();
    }

    /** When the correction that is being worked on was begun; empty when none is. */
    Optional<Instant> correctionBegun(Document document) {
        return EnumSet.of(
                                DocumentState.DRAFT,
                                DocumentState.RETURNED,
                                DocumentState.IN_REVIEW,
                                DocumentState.APPROVED,
                                DocumentState.SCHEDULED)
                        .contains(document.state())
                ? database.sql(
                                "SELECT taken_at FROM document_step WHERE document_id = ?"
                                        + " AND step = 'CORRECT' ORDER BY id DESC LIMIT 1")
                        .param(document.id().value())
                        .query((row, number) -> row.getTimestamp(1).toInstant())
                        .optional()
                : Optional.empty();
    }

    /** What the desk's lists show: newest change first. */
    public List<Document> list(DocumentFilter filter) {
        var query = filter.query();
        return database.sql(query.sql()).params(query.parameters()).query(Documents::read).list();
    }

    /** How many documents the filter would list without its limit. */
    public long count(DocumentFilter filter) {
        var query = filter.countQuery();
        return database.sql(query.sql()).params(query.parameters()).query(Long.class).single();
    }

    /** The years of an agency's documents, newest first. */
    List<Integer> years(AgencyId agency) {
        return database.sql(
                        "SELECT DISTINCT "
                                + DocumentFilter.YEAR
                                + " FROM document WHERE agency_id = ? ORDER BY 1 DESC")
                .param(agency.value())
                .query((row, number) -> row.getInt(1))
                .list();
    }

    /** The document, locked until the transaction ends. */
    Optional<Document> locked(DocumentId id) {
        return one("SELECT * FROM document WHERE id = ? FOR UPDATE", id);
    }

    void add(Document document, CanonicalText text) {
        database.sql(
                        """
                        INSERT INTO document (id, agency_id, section_id, column_id, kind, state, version,
                            title, attribute, formed_on, emergency, created_by, created_at, changed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        values(
                                document.id().value(),
                                document.agency().value(),
                                document.section().value(),
                                document.column().value(),
                                document.kind().name(),
                                document.state().name(),
                                document.version(),
                                document.title(),
                                document.attribute(),
                                document.formedOn(),
                                document.emergency(),
                                document.createdBy().value(),
                                moment(document.createdAt()),
                                moment(document.changedAt())))
                .update();
        database.sql(
                        "INSERT INTO draft (document_id, content, sha256, edited_by, edited_at)"
                                + " VALUES (?, ?, ?, ?, ?)")
                .params(
                        values(
                                document.id().value(),
                                text.text(),
                                text.sha256(),
                                document.createdBy().value(),
                                moment(document.createdAt())))
                .update();
    }

    /**
     * Writes a document's present place and state; the version must be one above the stored one.
     */
    void update(Document document) {
        int rows =
                database.sql(
                                """
                                UPDATE document SET state = ?, awaiting_level = ?, version = ?, title = ?,
                                    attribute = ?, formed_on = ?, section_id = ?, column_id = ?, kind = ?,
                                    emergency = ?, changed_at = ?
                                WHERE id = ? AND version = ?
                                """)
                        .params(
                                values(
                                        document.state().name(),
                                        document.awaiting() == null
                                                ? null
                                                : document.awaiting().name(),
                                        document.version(),
                                        document.title(),
                                        document.attribute(),
                                        document.formedOn(),
                                        document.section().value(),
                                        document.column().value(),
                                        document.kind().name(),
                                        document.emergency(),
                                        moment(document.changedAt()),
                                        document.id().value(),
                                        document.version() - 1))
                        .update();
        if (rows != 1) {
            throw new IllegalStateException("Document " + document.id() + " was not locked");
        }
    }

    void overwriteWorkingCopy(DocumentId id, CanonicalText text, PersonId by, Instant at) {
        database.sql(
                        "UPDATE draft SET content = ?, sha256 = ?, edited_by = ?, edited_at = ?"
                                + " WHERE document_id = ?")
                .params(values(text.text(), text.sha256(), by.value(), moment(at), id.value()))
                .update();
    }

    /** Who wrote, and for whom: neither may sign. */
    void addDrafters(DocumentId id, PersonId person, @Nullable PersonId onBehalfOf, Instant at) {
        addDrafter(id, person, at);
        if (onBehalfOf != null) {
            addDrafter(id, onBehalfOf, at);
        }
    }

    private void addDrafter(DocumentId id, PersonId person, Instant at) {
        database.sql(
                        "INSERT INTO drafter (document_id, person_id, since) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                .params(values(id.value(), person.value(), moment(at)))
                .update();
    }

    void addStep(DocumentId id, StepTaken taken) {
        database.sql(
                        """
                        INSERT INTO document_step (document_id, step, from_state, to_state, person_id,
                            on_behalf_of, note, sha256, taken_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        values(
                                id.value(),
                                taken.step() == null ? "CREATE" : taken.step().name(),
                                taken.from() == null ? null : taken.from().name(),
                                taken.to().name(),
                                taken.person() == null ? null : taken.person().value(),
                                taken.onBehalfOf() == null ? null : taken.onBehalfOf().value(),
                                taken.note(),
                                taken.sha256(),
                                moment(taken.at())))
                .update();
    }

    private Optional<Document> one(String sql, DocumentId id) {
        return database.sql(sql).param(id.value()).query(Documents::read).optional();
    }

    static Document read(ResultSet row, int number) throws SQLException {
        return new Document(
                new DocumentId(row.getObject("id", UUID.class)),
                new AgencyId(row.getLong("agency_id")),
                new SectionId(row.getLong("section_id")),
                new ColumnId(row.getLong("column_id")),
                DocumentKind.valueOf(row.getString("kind")),
                DocumentState.valueOf(row.getString("state")),
                levelOrNull(row.getString("awaiting_level")),
                row.getInt("version"),
                row.getString("title"),
                row.getString("attribute"),
                day(row, "formed_on"),
                row.getBoolean("emergency"),
                new PersonId(row.getLong("created_by")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }

    private static @Nullable ReviewLevel levelOrNull(@Nullable String name) {
        return name == null ? null : ReviewLevel.valueOf(name);
    }

    private static StepTaken readStep(ResultSet row, int number) throws SQLException {
        var step = row.getString("step");
        var from = row.getString("from_state");
        return new StepTaken(
                "CREATE".equals(step) ? null : Step.valueOf(step),
                from == null ? null : DocumentState.valueOf(from),
                DocumentState.valueOf(row.getString("to_state")),
                personOrNull(row, "person_id"),
                personOrNull(row, "on_behalf_of"),
                row.getString("note"),
                row.getString("sha256"),
                row.getTimestamp("taken_at").toInstant());
    }

    static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
