package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.Documents.moment;
import static org.gongkai.opengov.disclosures.persistence.Rows.personOrNull;
import static org.gongkai.opengov.disclosures.persistence.Rows.values;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of what was published, withdrawn and restored (发布台账), with index numbers. */
@Repository
public class Editions {
    private final JdbcClient database;
    private final PublicPages pages;

    Editions(JdbcClient database, PublicPages pages) {
        this.database = database;
        this.pages = pages;
    }

    /** All editions of a document, oldest first. */
    public List<Edition> of(DocumentId id) {
        return database.sql("SELECT * FROM edition WHERE document_id = ? ORDER BY number")
                .param(id.value())
                .query(
                        (row, number) ->
                                new Edition(
                                        row.getLong("id"),
                                        id,
                                        row.getInt("number"),
                                        row.getLong("revision_id"),
                                        row.getString("sha256"),
                                        new PersonId(row.getLong("published_by")),
                                        personOrNull(row, "on_behalf_of"),
                                        row.getTimestamp("published_at").toInstant()))
                .list();
    }

    /** The document's index number, once it has been published. */
    public Optional<IndexNumber> indexNumber(DocumentId id) {
        return database.sql("SELECT * FROM index_number WHERE document_id = ?")
                .param(id.value())
                .query(
                        (row, number) ->
                                new IndexNumber(
                                        row.getString("prefix"),
                                        row.getInt("year"),
                                        row.getInt("sequence")))
                .optional();
    }

    /** Whether readers can see the document now. */
    public boolean isPublic(DocumentId id) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM public_document WHERE document_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** The withdrawal under which the document is hidden now. */
    public Optional<Withdrawal> openWithdrawal(DocumentId id) {
        return database.sql(
                        """
                        SELECT w.* FROM withdrawal w WHERE w.document_id = ? AND NOT EXISTS
                            (SELECT 1 FROM restoration r WHERE r.withdrawal_id = w.id)
                        ORDER BY w.id DESC LIMIT 1
                        """)
                .param(id.value())
                .query(
                        (row, number) ->
                                new Withdrawal(
                                        row.getLong("id"),
                                        id,
                                        row.getString("reason"),
                                        row.getString("legal_basis"),
                                        new PersonId(row.getLong("withdrawn_by")),
                                        row.getTimestamp("withdrawn_at").toInstant()))
                .optional();
    }

    /** One publication after the other within an agency, so that time and numbers run forwards. */
    void queueUp(AgencyId agency) {
        database.sql("SELECT pg_advisory_xact_lock(4711, ?)")
                .param((int) agency.value())
                .query((row, number) -> true)
                .single();
    }

    IndexNumber assignIndexNumber(DocumentId id, String prefix, int year, Instant at) {
        return database.sql(
                        "INSERT INTO index_number (document_id, prefix, year, sequence, assigned_at)"
                                + " VALUES (?, ?, ?, 0, ?) RETURNING *")
                .params(values(id.value(), prefix, year, moment(at)))
                .query(
                        (row, number) ->
                                new IndexNumber(
                                        row.getString("prefix"),
                                        row.getInt("year"),
                                        row.getInt("sequence")))
                .single();
    }

    void add(Revision revision, PersonId by, @Nullable PersonId onBehalfOf, Instant at) {
        var id = revision.document();
        var first = of(id).isEmpty();
        if (!first) {
            pages.concern(id);
            pages.concernChanges();
        }
        Gates.guarded(
                () ->
                        database.sql(
                                        """
                                        INSERT INTO edition (document_id, number, revision_id, sha256,
                                            published_by, on_behalf_of, published_at)
                                        VALUES (:id, 1 + (SELECT count(*) FROM edition WHERE document_id = :id),
                                            :revision, :sha256, :by, :for, :at)
                                        """)
                                .param("id", revision.document().value())
                                .param("revision", revision.id())
                                .param("sha256", revision.sha256())
                                .param("by", by.value())
                                .param("for", onBehalfOf == null ? null : onBehalfOf.value())
                                .param("at", moment(at))
                                .update());
        if (first) {
            pages.enter(id);
        } else {
            pages.concern(id);
        }
    }

    void withdraw(
            DocumentId id,
            String reason,
            String legalBasis,
            PersonId by,
            @Nullable PersonId onBehalfOf,
            Instant at) {
        pages.concern(id);
        pages.concernChanges();
        Gates.guarded(
                () ->
                        database.sql(
                                        """
                                        INSERT INTO withdrawal (document_id, reason, legal_basis, withdrawn_by,
                                            on_behalf_of, withdrawn_at) VALUES (?, ?, ?, ?, ?, ?)
                                        """)
                                .params(
                                        values(
                                                id.value(),
                                                reason,
                                                legalBasis,
                                                by.value(),
                                                onBehalfOf == null ? null : onBehalfOf.value(),
                                                moment(at)))
                                .update());
    }

    void restore(
            Withdrawal withdrawal,
            String reason,
            PersonId by,
            @Nullable PersonId onBehalfOf,
            Instant at) {
        Gates.guarded(
                () ->
                        database.sql(
                                        """
                                        INSERT INTO restoration (document_id, withdrawal_id, reason, restored_by,
                                            on_behalf_of, restored_at) VALUES (?, ?, ?, ?, ?, ?)
                                        """)
                                .params(
                                        values(
                                                withdrawal.document().value(),
                                                withdrawal.id(),
                                                reason,
                                                by.value(),
                                                onBehalfOf == null ? null : onBehalfOf.value(),
                                                moment(at)))
                                .update());
        pages.concern(withdrawal.document());
        pages.concernChanges();
    }

    /** Gives a person's word for a purge; true when it was the second and the content is gone. */
    boolean giveWordForPurge(DocumentId id, PersonId person, String ground, Instant at) {
        pages.concern(id);
        pages.concernChanges();
        Gates.guarded(
                () ->
                        database.sql(
                                        "INSERT INTO purge_word (document_id, person_id, ground,"
                                                + " given_at) VALUES (?, ?, ?, ?)")
                                .params(values(id.value(), person.value(), ground, moment(at)))
                                .update());
        return database.sql("SELECT count(*) >= 2 FROM purge_word WHERE document_id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }
}
