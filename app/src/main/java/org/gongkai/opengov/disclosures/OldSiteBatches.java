package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.Documents.moment;
import static org.gongkai.opengov.disclosures.persistence.Rows.personOrNull;
import static org.gongkai.opengov.disclosures.persistence.Rows.values;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of what came in from old sites (导入台账); {@code V16__import_from_an_old_site.sql}. */
@Repository
public class OldSiteBatches {
    private static final String ALL =
            """
            SELECT b.*, c.records, c.held, c.taken_in,
                s.records AS sealed_records, s.digest, s.sealed_at,
                d.person_id AS discarded_by, d.reason, d.discarded_at
            FROM import_batch b
            CROSS JOIN LATERAL (SELECT count(*) AS records, count(*) FILTER (WHERE held) AS held,
                count(taken_in_at) AS taken_in FROM import_record WHERE batch_id = b.id) c
            LEFT JOIN import_seal s ON s.batch_id = b.id
            LEFT JOIN import_discard d ON d.batch_id = b.id
            """;

    /** The records to take in, in the order in which they are numbered. */
    private static final String CHOSEN =
            """
            FROM unnest(CAST(string_to_array(:ids, ',') AS uuid[])) WITH ORDINALITY AS o (id, place)
            JOIN import_record i ON i.document_id = o.id
            CROSS JOIN LATERAL (SELECT i.content::jsonb AS content) c
            """;

    private final JdbcClient database;
    private final JdbcTemplate rows;

    OldSiteBatches(JdbcClient database, JdbcTemplate rows) {
        this.database = database;
        this.rows = rows;
    }

    /** A record as a list shows it. */
    public record Line(
            DocumentId document,
            int row,
            String sourceKey,
            @Nullable String oldAddress,
            @Nullable String oldIndexNumber,
            @Nullable String title,
            SectionId section,
            ColumnId column,
            Instant publishedAt,
            boolean held,
            boolean keepsNumber) {}

    /** The batch with this number. */
    public Optional<OldSiteBatch> find(long id) {
        return database.sql(ALL + " WHERE b.id = ?").param(id).query(this::read).optional();
    }

    /** The batches that are approved and not wholly taken in. */
    public List<Long> toTakeIn() {
        return database.sql(
                        """
                        SELECT s.batch_id FROM import_seal s
                        WHERE (SELECT count(*) FROM import_approval a WHERE a.batch_id = s.batch_id) = 2
                            AND EXISTS (SELECT 1 FROM import_record i
                                WHERE i.batch_id = s.batch_id AND i.taken_in_at IS NULL)
                        ORDER BY s.batch_id
                        """)
                .query(Long.class)
                .list();
    }

    /** A part of the records, in the order of the manifest. */
    public List<Line> records(long batch, boolean heldOnly, int skip, int limit) {
        return database.sql(
                        """
                        SELECT i.*, coalesce(i.content::jsonb ->> 'title', d.title) AS title
                        FROM import_record i LEFT JOIN document d ON d.id = i.document_id
                        WHERE i.batch_id = ? AND (i.held OR NOT ?)
                        ORDER BY i.row_number, i.source_key OFFSET ? LIMIT ?
                        """)
                .params(batch, heldOnly, skip, limit)
                .query(OldSiteBatches::readLine)
                .list();
    }

    /** How many records each column gets. */
    public List<ColumnShare> columns(long batch) {
        return database.sql(
                        "SELECT column_id, count(*) AS records FROM import_record"
                                + " WHERE batch_id = ? GROUP BY 1 ORDER BY 2 DESC, 1")
                .param(batch)
                .query(
                        (row, number) ->
                                new ColumnShare(
                                        new ColumnId(row.getLong("column_id")),
                                        row.getInt("records")))
                .list();
    }

    /** How many records a column gets. */
    public record ColumnShare(ColumnId column, int records) {}

    /** Of these names of the old site, the ones that have come in already. */
    public Set<String> known(AgencyId agency, Collection<String> sourceKeys) {
        if (sourceKeys.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                database.sql(
                                "SELECT source_key FROM import_record WHERE agency_id = :agency"
                                        + " AND source_key IN (:keys)")
                        .param("agency", agency.value())
                        .param("keys", sourceKeys)
                        .query(String.class)
                        .list());
    }

    long open(
            AgencyId agency,
            String sourceName,
            String sourceAddress,
            @Nullable PersonId by,
            Instant at) {
        return database.sql(
                        "INSERT INTO import_batch (agency_id, source_name, source_address, begun_by,"
                                + " begun_at) VALUES (?, ?, ?, ?, ?) RETURNING id")
                .params(
                        values(
                                agency.value(),
                                sourceName,
                                sourceAddress,
                                by == null ? null : by.value(),
                                moment(at)))
                .query(Long.class)
                .single();
    }

    /** Of these numbers, the ones that somebody has, or another record is to keep. */
    Set<IndexNumber> taken(Collection<IndexNumber> numbers) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        var asked =
                numbers.stream()
                        .map(it -> it.prefix() + " " + it.year() + " " + it.sequence())
                        .collect(Collectors.joining(","));
        return new HashSet<>(
                database.sql(
                                """
                                SELECT n.prefix, n.year, n.sequence
                                FROM unnest(string_to_array(:asked, ',')) AS a (whole)
                                CROSS JOIN LATERAL (SELECT split_part(whole, ' ', 1) AS prefix,
                                    split_part(whole, ' ', 2)::integer AS year,
                                    split_part(whole, ' ', 3)::integer AS sequence) n
                                WHERE EXISTS (SELECT 1 FROM index_number x WHERE x.prefix = n.prefix
                                        AND x.year = n.year AND x.sequence = n.sequence)
                                    OR EXISTS (SELECT 1 FROM import_record x WHERE x.prefix = n.prefix
                                        AND x.year = n.year AND x.sequence = n.sequence)
                                """)
                        .param("asked", asked)
                        .query(
                                (row, number) ->
                                        new IndexNumber(
                                                row.getString(1), row.getInt(2), row.getInt(3)))
                        .list());
    }

    void add(long batch, List<OldSiteRecord> records, Instant at) {
        var lines = new ArrayList<@Nullable Object[]>();
        for (var it : records) {
            var sequence = it.number().sequence();
            lines.add(
                    new @Nullable Object[] {
                        it.id().value(),
                        batch,
                        it.agency().value(),
                        it.typed().sourceKey(),
                        it.typed().row(),
                        it.prepared().section().id().value(),
                        it.prepared().column().id().value(),
                        it.text().text(),
                        it.text().sha256(),
                        it.typed().oldAddress(),
                        it.typed().oldIndexNumber(),
                        moment(it.publishedAt()),
                        it.number().prefix(),
                        it.number().year(),
                        sequence == 0 ? null : sequence,
                        it.held(),
                        Reading.written(it.findings()),
                        moment(at)
                    });
        }
        rows.batchUpdate(
                """
                INSERT INTO import_record (document_id, batch_id, agency_id, source_key, row_number,
                    section_id, column_id, content, sha256, old_address, old_index_number,
                    original_published_at, prefix, year, sequence, held, findings, imported_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS integer), ?,
                    CAST(? AS jsonb), ?)
                """,
                lines);
    }

    void seal(long batch, Instant at) {
        Gates.guarded(
                () ->
                        database.sql(
                                        "INSERT INTO import_seal (batch_id, records, digest,"
                                                + " sealed_at) VALUES (?, 0, '', ?)")
                                .params(values(batch, moment(at)))
                                .update());
    }

    void approve(long batch, OldSiteBatch.Approval approval, String digest) {
        Gates.guarded(
                () ->
                        database.sql(
                                        "INSERT INTO import_approval (batch_id, office, person_id,"
                                                + " on_behalf_of, digest, opinion, approved_at)"
                                                + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                                .params(
                                        values(
                                                batch,
                                                approval.office().name(),
                                                approval.person().value(),
                                                numberOf(approval.onBehalfOf()),
                                                digest,
                                                approval.opinion(),
                                                moment(approval.approvedAt())))
                                .update());
    }

    void discard(
            long batch, PersonId by, @Nullable PersonId onBehalfOf, String reason, Instant at) {
        Gates.guarded(
                () ->
                        database.sql(
                                        "INSERT INTO import_discard (batch_id, person_id,"
                                                + " on_behalf_of, reason, discarded_at)"
                                                + " VALUES (?, ?, ?, ?, ?)")
                                .params(
                                        values(
                                                batch,
                                                by.value(),
                                                numberOf(onBehalfOf),
                                                reason,
                                                moment(at)))
                                .update());
    }

    /** The next records to take in: those that keep a number first, then by their day. */
    List<DocumentId> next(long batch, int most) {
        return database.sql(
                        """
                        SELECT document_id FROM import_record
                        WHERE batch_id = ? AND taken_in_at IS NULL
                        ORDER BY sequence IS NULL, prefix, year, sequence, original_published_at, source_key
                        LIMIT ?
                        """)
                .params(batch, most)
                .query((row, number) -> new DocumentId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * Makes documents of these records: public ones with their first edition, drafts of those held.
     *
     * @return the ones that are public now, each with its number
     */
    List<Shown> takeIn(List<DocumentId> ids, PersonId office, String note, Instant at) {
        var chosen = ids.stream().map(DocumentId::toString).collect(Collectors.joining(","));
        Gates.guarded(
                () -> {
                    run(
                            """
                            INSERT INTO document (id, agency_id, section_id, column_id, kind, state, version,
                                title, attribute, formed_on, emergency, created_by, created_at, changed_at)
                            SELECT i.document_id, i.agency_id, i.section_id, i.column_id,
                                c.content ->> 'kind', CASE WHEN i.held THEN 'DRAFT' ELSE 'PUBLISHED' END, 1,
                                c.content ->> 'title', c.content ->> 'attribute',
                                CAST(c.content -> 'fields' ->> 'formedOn' AS date), false, :by, :at, :at
                            """
                                    + CHOSEN,
                            chosen,
                            office,
                            at);
                    run(
                            """
                            INSERT INTO draft (document_id, content, sha256, edited_by, edited_at)
                            SELECT i.document_id, i.content, i.sha256, :by, :at
                            """
                                    + CHOSEN,
                            chosen,
                            office,
                            at);
                    run(
                            """
                            INSERT INTO revision (document_id, number, content, sha256, levels, findings,
                                submitted_by, submitted_at)
                            SELECT i.document_id, 1, i.content, i.sha256,
                                '{SECTION_HEAD,SECRECY_REVIEWER,DEPUTY_LEADER}', i.findings, :by, :at
                            """
                                    + CHOSEN
                                    + " WHERE NOT i.held ORDER BY o.place",
                            chosen,
                            office,
                            at);
                    run(
                            """
                            INSERT INTO index_number (document_id, prefix, year, sequence, assigned_at)
                            SELECT i.document_id, i.prefix, i.year, 0, :at
                            """
                                    + CHOSEN
                                    + " WHERE NOT i.held ORDER BY o.place",
                            chosen,
                            office,
                            at);
                    run(
                            """
                            INSERT INTO edition (document_id, number, revision_id, sha256, published_by,
                                published_at)
                            SELECT i.document_id, 1, r.id, r.sha256, :by, :at
                            """
                                    + CHOSEN
                                    + " JOIN revision r ON r.document_id = i.document_id"
                                    + " WHERE NOT i.held ORDER BY o.place",
                            chosen,
                            office,
                            at);
                    database.sql(
                                    """
                                    INSERT INTO document_step (document_id, step, to_state, note, sha256, taken_at)
                                    SELECT i.document_id, 'CREATE',
                                        CASE WHEN i.held THEN 'DRAFT' ELSE 'PUBLISHED' END, :note, i.sha256, :at
                                    """
                                            + CHOSEN
                                            + " ORDER BY o.place")
                            .param("ids", chosen)
                            .param("note", note)
                            .param("at", moment(at))
                            .update();
                    run(
                            """
                            UPDATE import_record SET taken_in_at = :at, content = NULL, findings = '[]'
                            WHERE document_id = ANY (CAST(string_to_array(:ids, ',') AS uuid[]))
                            """,
                            chosen,
                            office,
                            at);
                });
        return database.sql(
                        "SELECT n.* "
                                + CHOSEN
                                + " JOIN index_number n ON n.document_id = i.document_id ORDER BY"
                                + " o.place")
                .param("ids", chosen)
                .query(
                        (row, number) ->
                                new Shown(
                                        new DocumentId(row.getObject("document_id", UUID.class)),
                                        new IndexNumber(
                                                row.getString("prefix"),
                                                row.getInt("year"),
                                                row.getInt("sequence"))))
                .list();
    }

    /** A document that became public, with its number. */
    record Shown(DocumentId id, IndexNumber number) {}

    private void run(String sql, String chosen, PersonId by, Instant at) {
        database.sql(sql)
                .param("ids", chosen)
                .param("by", by.value())
                .param("at", moment(at))
                .update();
    }

    private List<OldSiteBatch.Approval> approvals(long batch) {
        return database.sql(
                        "SELECT * FROM import_approval WHERE batch_id = ? ORDER BY approved_at,"
                                + " office")
                .param(batch)
                .query(
                        (row, number) ->
                                new OldSiteBatch.Approval(
                                        OldSiteBatch.Office.valueOf(row.getString("office")),
                                        new PersonId(row.getLong("person_id")),
                                        personOrNull(row, "on_behalf_of"),
                                        row.getString("opinion"),
                                        row.getTimestamp("approved_at").toInstant()))
                .list();
    }

    private OldSiteBatch read(ResultSet row, int number) throws SQLException {
        var digest = row.getString("digest");
        var reason = row.getString("reason");
        return new OldSiteBatch(
                row.getLong("id"),
                new AgencyId(row.getLong("agency_id")),
                row.getString("source_name"),
                row.getString("source_address"),
                personOrNull(row, "begun_by"),
                row.getTimestamp("begun_at").toInstant(),
                row.getInt("records"),
                row.getInt("held"),
                row.getInt("taken_in"),
                digest == null
                        ? null
                        : new OldSiteBatch.Seal(
                                row.getInt("sealed_records"),
                                digest,
                                row.getTimestamp("sealed_at").toInstant()),
                approvals(row.getLong("id")),
                reason == null
                        ? null
                        : new OldSiteBatch.Discard(
                                new PersonId(row.getLong("discarded_by")),
                                reason,
                                row.getTimestamp("discarded_at").toInstant()));
    }

    private static Line readLine(ResultSet row, int number) throws SQLException {
        return new Line(
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getInt("row_number"),
                row.getString("source_key"),
                row.getString("old_address"),
                row.getString("old_index_number"),
                row.getString("title"),
                new SectionId(row.getLong("section_id")),
                new ColumnId(row.getLong("column_id")),
                row.getTimestamp("original_published_at").toInstant(),
                row.getBoolean("held"),
                row.getObject("sequence") != null);
    }

    private static @Nullable Long numberOf(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
