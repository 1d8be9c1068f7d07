package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.Documents.moment;
import static org.gongkai.opengov.disclosures.persistence.Rows.day;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What anybody may read (公开目录): the one visibility gate.
 *
 * <p>Page, list, search, snippet, suggestion, feed, file and API all read here, and here reads only
 * {@code public_document}, which the database's own triggers keep.
 */
@Repository
@Transactional(readOnly = true)
public class PublicRegister {
    /** So that the index is entered at the moment and not read from its beginning. */
    private static final String BEHIND =
            " AND published_at <= :after AND (published_at < :after OR document_id > :id)";

    private final JdbcClient database;
    private final PublicCounts counts;
    private final ListPlaces places;
    private final Validities validities;
    private final Clock clock;

    PublicRegister(
            JdbcClient database,
            PublicCounts counts,
            ListPlaces places,
            Validities validities,
            Clock clock) {
        this.database = database;
        this.counts = counts;
        this.places = places;
        this.validities = validities;
        this.clock = clock;
    }

    /** What stands at this address now. */
    public PublicAnswer at(IndexNumber number) {
        var listing =
                database.sql(
                                "SELECT * FROM public_document WHERE prefix = ? AND year = ? AND"
                                        + " sequence = ?")
                        .params(number.prefix(), number.year(), number.sequence())
                        .query(PublicRegister::read)
                        .optional();
        listing.ifPresent(it -> PublicPages.noteDocument(it.id()));
        return listing.flatMap(this::whole)
                .<PublicAnswer>map(PublicAnswer.Found::new)
                .orElseGet(() -> gone(number));
    }

    /** The listing of a document, if it is public now. */
    public Optional<PublicListing> find(DocumentId id) {
        PublicPages.noteDocument(id);
        return database.sql("SELECT * FROM public_document WHERE document_id = ?")
                .param(id.value())
                .query(PublicRegister::read)
                .optional();
    }

    /** Of these, the listings of those that are public now. */
    public Map<DocumentId, PublicListing> findAll(Collection<DocumentId> ids) {
        PublicPages.noteDocuments(ids);
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("SELECT * FROM public_document WHERE document_id IN (:ids)")
                .param("ids", ids.stream().map(DocumentId::value).toList())
                .query(PublicRegister::read)
                .list()
                .stream()
                .collect(Collectors.toMap(PublicListing::id, it -> it));
    }

    /** The whole document, if it is public now. */
    public Optional<PublicDocument> document(DocumentId id) {
        return find(id).flatMap(this::whole);
    }

    /** Of these, the ones that are public now. */
    public Set<DocumentId> publicAmong(Collection<DocumentId> ids) {
        PublicPages.noteDocuments(ids);
        if (ids.isEmpty()) {
            return Set.of();
        }
        return database
                .sql("SELECT document_id FROM public_document WHERE document_id IN (:ids)")
                .param("ids", ids.stream().map(DocumentId::value).toList())
                .query((row, number) -> new DocumentId(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** The ids of everything public; to be closed by the caller. */
    public Stream<DocumentId> allIds() {
        PublicPages.noteAll();
        return database
                .sql("SELECT document_id FROM public_document ORDER BY document_id")
                .query((row, number) -> new DocumentId(row.getObject(1, UUID.class)))
                .list()
                .stream();
    }

    /** The ids of everything public in these columns. */
    List<DocumentId> idsIn(Set<ColumnId> columns) {
        return database.sql("SELECT document_id FROM public_document WHERE column_id IN (:columns)")
                .param("columns", columns.stream().map(ColumnId::value).toList())
                .query((row, number) -> new DocumentId(row.getObject(1, UUID.class)))
                .list();
    }

    /** A part of a list, newest first, after the given place. */
    public List<PublicListing> list(PublicFilter filter, @Nullable Place after, int limit) {
        PublicPages.noteList(filter);
        var parameters = filter.parameters(today());
        parameters.put("limit", limit);
        if (after != null) {
            parameters.put("after", moment(after.publishedAt()));
            parameters.put("id", after.id().value());
        }
        return database.sql(
                        "SELECT * FROM public_document"
                                + filter.where()
                                + (after == null ? "" : BEHIND)
                                + " ORDER BY published_at DESC, document_id LIMIT :limit")
                .params(parameters)
                .query(PublicRegister::read)
                .list();
    }

    /** A numbered page of a list, newest first. */
    public List<PublicListing> page(PublicFilter filter, int skip, int limit) {
        return page(filter, Order.NEWEST_FIRST, skip, limit);
    }

    /** A numbered page of a list in this order. */
    public List<PublicListing> page(PublicFilter filter, Order order, int skip, int limit) {
        PublicPages.noteList(filter);
        var parameters = filter.parameters(today());
        var list = new ListPlaces.Listed(filter.where(), Map.copyOf(parameters), order);
        var known = places.before(list, skip);
        parameters.put("skip", skip - known.map(ListPlaces.Known::lines).orElse(0));
        parameters.put("limit", limit);
        known.ifPresent(
                it -> {
                    parameters.put("after", moment(it.last().publishedAt()));
                    parameters.put("id", it.last().id().value());
                });
        var page =
                database.sql(
                                """
                                SELECT p.* FROM (SELECT document_id FROM public_document %s
                                    ORDER BY %s OFFSET :skip LIMIT :limit) shown
                                JOIN public_document p USING (document_id)
                                ORDER BY %s
                                """
                                        .formatted(
                                                filter.where()
                                                        + (known.isPresent() ? order.behind : ""),
                                                order.sql(""),
                                                order.sql("p.")))
                        .params(parameters)
                        .query(PublicRegister::read)
                        .list();
        if (!page.isEmpty()) {
            var last = page.getLast();
            places.know(list, skip + page.size(), new Place(last.publishedAt(), last.id()));
        }
        return page;
    }

    /** How many the whole list has. */
    public long count(PublicFilter filter) {
        PublicPages.noteList(filter);
        var sql =
                filter.isCounted()
                        ? "SELECT '' AS choice, coalesce(sum(documents), 0) AS documents"
                                + " FROM public_count"
                                + filter.countsWhere()
                        : "SELECT '' AS choice, count(*) AS documents FROM public_document"
                                + filter.where();
        return Objects.requireNonNull(counts.of(sql, filter.parameters(today())).get(""));
    }

    /**
     * How many each choice of a facet would show, most first; the facet's own choice is left out.
     */
    public Map<String, Long> counts(PublicFilter filter, PublicFilter.Facet facet) {
        var others = filter.without(facet);
        PublicPages.noteList(others);
        return counts.of(
                counting(others, facet) + " GROUP BY 1 ORDER BY 2 DESC, 1 DESC",
                others.parameters(today()));
    }

    private static String counting(PublicFilter filter, PublicFilter.Facet facet) {
        if (facet.counted() != null && filter.isCounted()) {
            return "SELECT %s AS choice, sum(documents) AS documents FROM public_count%s"
                    .formatted(facet.counted(), filter.countsWhere());
        }
        return "SELECT %s AS choice, count(*) AS documents FROM public_document%s%s"
                .formatted(facet.read(), filter.where(), facet.only());
    }

    /** A file of a public document, if there is one with this content. */
    public Optional<AttachedFile> file(String sha256) {
        return database.sql(
                        "SELECT * FROM public_file WHERE sha256 = ? ORDER BY role, name LIMIT 1")
                .param(sha256)
                .query(
                        (row, number) ->
                                new AttachedFile(
                                        row.getString("sha256"),
                                        row.getString("name"),
                                        row.getString("media_type"),
                                        0,
                                        null))
                .optional();
    }

    /**
     * The content of one edition of a public document; earlier ones are public as long as it is.
     */
    public Optional<DocumentContent> edition(DocumentId id, int number) {
        PublicPages.noteDocument(id);
        return database.sql(
                        """
                        SELECT r.content FROM public_document p
                        JOIN edition e ON e.document_id = p.document_id AND e.number = ?
                        JOIN revision r ON r.id = e.revision_id
                        WHERE p.document_id = ? AND r.content IS NOT NULL
                        """)
                .params(number, id.value())
                .query((row, index) -> CanonicalText.read(row.getString(1)))
                .optional();
    }

    /** The present content of each of these that is public now. */
    public Map<DocumentId, DocumentContent> contents(Collection<DocumentId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var contents = new HashMap<DocumentId, DocumentContent>();
        RowCallbackHandler reading =
                row ->
                        contents.put(
                                new DocumentId(row.getObject("document_id", UUID.class)),
                                CanonicalText.read(row.getString("content")));
        database.sql(
                        """
                        SELECT p.document_id, r.content FROM public_document p
                        JOIN edition e ON e.id = p.edition_id
                        JOIN revision r ON r.id = e.revision_id
                        WHERE p.document_id IN (:ids) AND r.content IS NOT NULL
                        """)
                .param("ids", ids.stream().map(DocumentId::value).toList())
                .query(reading);
        return contents;
    }

    /** In which order a list is read (排序). */
    public enum Order {
        /** 最新发布在前. */
        NEWEST_FIRST("%1$spublished_at DESC, %1$sdocument_id", BEHIND),
        /** 最早发布在前. */
        OLDEST_FIRST(
                "%1$spublished_at, %1$sdocument_id DESC",
                " AND published_at >= :after AND (published_at > :after OR document_id < :id)");

        private final String sql;
        private final String behind;

        Order(String sql, String behind) {
            this.sql = sql;
            this.behind = behind;
        }

        String sql(String table) {
            return sql.formatted(table);
        }
    }

    /** A place in a list: the last item shown. */
    public record Place(Instant publishedAt, DocumentId id) {}

    /** Empty when it has been taken back since the listing was read. */
    private Optional<PublicDocument> whole(PublicListing listing) {
        record Text(DocumentContent content, String sha256) {}
        return database.sql(
                        """
                        SELECT r.content, r.sha256 FROM public_document p
                        JOIN edition e ON e.document_id = p.document_id AND e.number = ?
                        JOIN revision r ON r.id = e.revision_id
                        WHERE p.document_id = ? AND r.content IS NOT NULL
                        """)
                .params(listing.editionNumber(), listing.id().value())
                .query(
                        (row, number) ->
                                new Text(
                                        CanonicalText.read(row.getString("content")),
                                        row.getString("sha256")))
                .optional()
                .map(
                        it ->
                                new PublicDocument(
                                        listing,
                                        it.content(),
                                        it.sha256(),
                                        editions(listing.id()),
                                        validity(listing),
                                        origin(listing.id())));
    }

    private List<PublicEdition> editions(DocumentId id) {
        return database.sql(
                        """
                        SELECT e.number, e.published_at, e.sha256, r.content::jsonb ->> 'correctionNote' AS note
                        FROM edition e JOIN revision r ON r.id = e.revision_id
                        WHERE e.document_id = ? ORDER BY e.number
                        """)
                .param(id.value())
                .query(
                        (row, number) ->
                                new PublicEdition(
                                        row.getInt("number"),
                                        row.getTimestamp("published_at").toInstant(),
                                        row.getString("sha256"),
                                        row.getString("note")))
                .list();
    }

    private @Nullable ImportedOrigin origin(DocumentId id) {
        return database.sql(
                        """
                        SELECT i.*, b.source_name FROM import_record i JOIN import_batch b ON b.id = i.batch_id
                        WHERE i.document_id = ?
                        """)
                .param(id.value())
                .query(
                        (row, number) ->
                                new ImportedOrigin(
                                        row.getLong("batch_id"),
                                        row.getString("source_name"),
                                        row.getString("old_address"),
                                        row.getString("old_index_number"),
                                        row.getTimestamp("original_published_at").toInstant(),
                                        row.getTimestamp("taken_in_at").toInstant()))
                .optional()
                .orElse(null);
    }

    private @Nullable Validity validity(PublicListing listing) {
        return validities.of(List.of(listing)).get(listing.id());
    }

    private PublicAnswer gone(IndexNumber number) {
        return database.sql(
                        """
                        SELECT d.id, d.agency_id, d.state, w.reason, w.legal_basis, w.withdrawn_at,
                               coalesce((SELECT original_published_at FROM import_record WHERE document_id = d.id),
                                   (SELECT min(published_at) FROM edition WHERE document_id = d.id)) AS published_at
                        FROM index_number n JOIN document d ON d.id = n.document_id
                        LEFT JOIN withdrawal w ON w.document_id = d.id AND NOT EXISTS
                            (SELECT 1 FROM restoration r WHERE r.withdrawal_id = w.id)
                        WHERE n.prefix = ? AND n.year = ? AND n.sequence = ?
                        ORDER BY w.id DESC LIMIT 1
                        """)
                .params(number.prefix(), number.year(), number.sequence())
                .query((row, index) -> goneAnswer(number, row))
                .optional()
                .orElseGet(PublicRegister::nothing);
    }

    private static PublicAnswer nothing() {
        PublicPages.noteAll();
        return new PublicAnswer.Nothing();
    }

    private static PublicAnswer goneAnswer(IndexNumber number, ResultSet row) throws SQLException {
        PublicPages.noteDocument(new DocumentId(row.getObject("id", UUID.class)));
        var agency = new AgencyId(row.getLong("agency_id"));
        if (DocumentState.PURGED.name().equals(row.getString("state"))
                || row.getString("reason") == null) {
            return new PublicAnswer.Purged(number, agency);
        }
        return new PublicAnswer.Withdrawn(
                number,
                agency,
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("withdrawn_at").toInstant(),
                row.getString("reason"),
                row.getString("legal_basis"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    static PublicListing read(ResultSet row, int number) throws SQLException {
        return new PublicListing(
                new DocumentId(row.getObject("document_id", UUID.class)),
                new AgencyId(row.getLong("agency_id")),
                new SectionId(row.getLong("section_id")),
                new ColumnId(row.getLong("column_id")),
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("summary"),
                row.getString("document_number"),
                day(row, "formed_on"),
                day(row, "effective_on"),
                day(row, "expires_on"),
                (Integer) row.getObject("article20_item"),
                new IndexNumber(
                        row.getString("prefix"), row.getInt("year"), row.getInt("sequence")),
                row.getInt("edition_number"),
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("edited_at").toInstant());
    }
}
