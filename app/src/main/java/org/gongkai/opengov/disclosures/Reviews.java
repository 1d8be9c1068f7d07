package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.Documents.moment;
import static org.gongkai.opengov.disclosures.persistence.Rows.personOrNull;
import static org.gongkai.opengov.disclosures.persistence.Rows.values;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The register of what was sent for review, signed, returned and overridden (审签台账). */
@Repository
public class Reviews {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient database;

    Reviews(JdbcClient database) {
        this.database = database;
    }

    /** All revisions of a document, newest first. */
    public List<Revision> revisions(DocumentId id) {
        return database.sql("SELECT * FROM revision WHERE document_id = ? ORDER BY number DESC")
                .param(id.value())
                .query(Reviews::readRevision)
                .list();
    }

    /** What was last sent for review. */
    public Optional<Revision> newest(DocumentId id) {
        return database.sql(
                        "SELECT * FROM revision WHERE document_id = ? ORDER BY number DESC LIMIT 1")
                .param(id.value())
                .query(Reviews::readRevision)
                .optional();
    }

    /** Every signature ever given on the document, oldest first. */
    public List<Signature> signatures(DocumentId id) {
        return database.sql("SELECT * FROM signature WHERE document_id = ? ORDER BY id")
                .param(id.value())
                .query(Reviews::readSignature)
                .list();
    }

    /** Every return, oldest first. */
    public List<ReviewReturn> returns(DocumentId id) {
        return database.sql("SELECT * FROM review_return WHERE document_id = ? ORDER BY id")
                .param(id.value())
                .query(Reviews::readReturn)
                .list();
    }

    /** The findings that the secrecy reviewer let pass, by id, each with its reason. */
    public List<FindingOverride> overrides(DocumentId id) {
        return database.sql("SELECT * FROM finding_override WHERE document_id = ? ORDER BY id")
                .param(id.value())
                .query(
                        (row, number) ->
                                new FindingOverride(
                                        row.getString("finding_id"),
                                        row.getString("reason"),
                                        new PersonId(row.getLong("overridden_by")),
                                        row.getTimestamp("overridden_at").toInstant()))
                .list();
    }

    Revision freeze(
            DocumentId id,
            CanonicalText text,
            ReviewRoute route,
            String findingsJson,
            PersonId by,
            @Nullable PersonId onBehalfOf,
            Instant at) {
        return database.sql(
                        """
                        INSERT INTO revision (document_id, number, content, sha256, levels, findings,
                            submitted_by, submitted_on_behalf_of, submitted_at)
                        VALUES (:id, 1 + (SELECT count(*) FROM revision WHERE document_id = :id), :content,
                            :sha256, string_to_array(:levels, ','), CAST(:findings AS jsonb), :by, :for, :at)
                        RETURNING *
                        """)
                .param("id", id.value())
                .param("content", text.text())
                .param("sha256", text.sha256())
                .param("levels", joined(route.levels()))
                .param("findings", findingsJson)
                .param("by", by.value())
                .param("for", onBehalfOf == null ? null : onBehalfOf.value())
                .param("at", moment(at))
                .query(Reviews::readRevision)
                .single();
    }

    void add(DocumentId id, Signature signature) {
        Gates.guarded(
                () ->
                        database.sql(
                                        """
                                        INSERT INTO signature (document_id, revision_id, sha256, level, signer,
                                            on_behalf_of, political, secrecy, wording, opinion, scan_sha256,
                                            confirmed_by, signed_at)
                                        VALUES (?, ?, ?, ?, ?, ?, true, true, true, ?, ?, ?, ?)
                                        """)
                                .params(
                                        values(
                                                id.value(),
                                                signature.revision(),
                                                signature.sha256(),
                                                signature.level().name(),
                                                signature.signer().value(),
                                                number(signature.onBehalfOf()),
                                                signature.opinion(),
                                                signature.scanSha256(),
                                                number(signature.confirmedBy()),
                                                moment(signature.signedAt())))
                                .update());
    }

    void add(DocumentId id, ReviewReturn returned) {
        database.sql(
                        """
                        INSERT INTO review_return (document_id, revision_id, level, returned_by, on_behalf_of,
                            reason, passages, returned_at) VALUES (?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?)
                        """)
                .params(
                        values(
                                id.value(),
                                returned.revision(),
                                returned.level().name(),
                                returned.returnedBy().value(),
                                number(returned.onBehalfOf()),
                                returned.reason(),
                                JSON.writeValueAsString(returned.passages()),
                                moment(returned.returnedAt())))
                .update();
    }

    void addOverride(
            DocumentId id,
            String finding,
            String reason,
            PersonId by,
            @Nullable PersonId onBehalfOf,
            Instant at) {
        database.sql(
                        """
                        INSERT INTO finding_override (document_id, finding_id, reason, overridden_by,
                            on_behalf_of, overridden_at) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (document_id, finding_id) DO NOTHING
                        """)
                .params(
                        values(
                                id.value(),
                                finding,
                                reason,
                                by.value(),
                                number(onBehalfOf),
                                moment(at)))
                .update();
    }

    /** The ids of the findings that were let pass. */
    Set<String> overriddenIds(DocumentId id) {
        return Set.copyOf(overrides(id).stream().map(FindingOverride::finding).toList());
    }

    private static @Nullable Long number(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    private static String joined(List<ReviewLevel> levels) {
        return String.join(",", levels.stream().map(Enum::name).toList());
    }

    private static List<ReviewLevel> levels(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("levels").getArray())
                .map(ReviewLevel::valueOf)
                .toList();
    }

    private static Revision readRevision(ResultSet row, int number) throws SQLException {
        var content = row.getString("content");
        return new Revision(
                row.getLong("id"),
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getInt("number"),
                content == null ? null : CanonicalText.read(content),
                row.getString("sha256"),
                levels(row),
                new PersonId(row.getLong("submitted_by")),
                row.getTimestamp("submitted_at").toInstant());
    }

    private static Signature readSignature(ResultSet row, int number) throws SQLException {
        return new Signature(
                row.getLong("revision_id"),
                row.getString("sha256"),
                ReviewLevel.valueOf(row.getString("level")),
                new PersonId(row.getLong("signer")),
                personOrNull(row, "on_behalf_of"),
                row.getString("opinion"),
                row.getString("scan_sha256"),
                personOrNull(row, "confirmed_by"),
                row.getTimestamp("signed_at").toInstant());
    }

    private static ReviewReturn readReturn(ResultSet row, int number) throws SQLException {
        return new ReviewReturn(
                row.getLong("revision_id"),
                ReviewLevel.valueOf(row.getString("level")),
                new PersonId(row.getLong("returned_by")),
                personOrNull(row, "on_behalf_of"),
                row.getString("reason"),
                JSON.readValue(
                        row.getString("passages"), new TypeReference<List<MarkedPassage>>() {}),
                row.getTimestamp("returned_at").toInstant());
    }
}
