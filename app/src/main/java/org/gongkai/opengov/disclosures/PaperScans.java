package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.Documents.moment;
import static org.gongkai.opengov.disclosures.persistence.Rows.personOrNull;
import static org.gongkai.opengov.disclosures.persistence.Rows.values;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.opengov.disclosures.PaperScan.Outcome;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of scanned forms (纸质签署台账). */
@Repository
public class PaperScans {
    private final JdbcClient database;

    PaperScans(JdbcClient database) {
        this.database = database;
    }

    /** Every scan of the document's forms, oldest first. */
    public List<PaperScan> of(DocumentId id) {
        return database.sql("SELECT * FROM paper_scan WHERE document_id = ? ORDER BY id")
                .param(id.value())
                .query(PaperScans::read)
                .list();
    }

    /**
     * The scan that waits for a second person's word: of the level that is waited for, in what was
     * last sent for review. One of an earlier text waits for nothing any more.
     */
    public Optional<PaperScan> waiting(Document document) {
        var awaited = document.awaiting();
        if (awaited == null) {
            return Optional.empty();
        }
        return database.sql(
                        """
                        SELECT * FROM paper_scan WHERE document_id = ? AND outcome IS NULL AND level = ?
                            AND revision_id = (SELECT id FROM revision WHERE document_id = paper_scan.document_id
                                ORDER BY number DESC LIMIT 1)
                        """)
                .params(values(document.id().value(), awaited.name()))
                .query(PaperScans::read)
                .optional();
    }

    /** Takes a scan in; one that still waited is replaced by it. */
    void add(
            Document document,
            Revision revision,
            ReviewLevel level,
            PaperScan.Entry entry,
            Actor by,
            Grant grant,
            Instant at) {
        decide(document.id(), Outcome.REPLACED, null, by.person(), at);
        Gates.guarded(
                () ->
                        database.sql(
                                        """
                                        INSERT INTO paper_scan (document_id, revision_id, level, signer, opinion,
                                            sha256, scan_sha256, scan_name, scanned_by, on_behalf_of, scanned_at)
                                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                        """)
                                .params(
                                        values(
                                                document.id().value(),
                                                revision.id(),
                                                level.name(),
                                                entry.signer().value(),
                                                entry.opinion(),
                                                revision.sha256(),
                                                entry.scanSha256(),
                                                entry.scanName(),
                                                by.person().value(),
                                                grant.onBehalfOf() == null
                                                        ? null
                                                        : grant.onBehalfOf().value(),
                                                moment(at)))
                                .update());
    }

    /** Decides on the scan that waits, if there is one. */
    void decide(DocumentId id, Outcome outcome, @Nullable String note, PersonId by, Instant at) {
        Gates.guarded(
                () ->
                        database.sql(
                                        """
                                        UPDATE paper_scan SET outcome = ?, outcome_note = ?, decided_by = ?,
                                            decided_at = ? WHERE document_id = ? AND outcome IS NULL
                                        """)
                                .params(
                                        values(
                                                outcome.name(),
                                                note,
                                                by.value(),
                                                moment(at),
                                                id.value()))
                                .update());
    }

    private static PaperScan read(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        var decidedAt = row.getTimestamp("decided_at");
        return new PaperScan(
                row.getLong("id"),
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getLong("revision_id"),
                ReviewLevel.valueOf(row.getString("level")),
                new PersonId(row.getLong("signer")),
                row.getString("opinion"),
                row.getString("sha256"),
                row.getString("scan_sha256"),
                row.getString("scan_name"),
                new PersonId(row.getLong("scanned_by")),
                row.getTimestamp("scanned_at").toInstant(),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("outcome_note"),
                personOrNull(row, "decided_by"),
                decidedAt == null ? null : decidedAt.toInstant());
    }
}
