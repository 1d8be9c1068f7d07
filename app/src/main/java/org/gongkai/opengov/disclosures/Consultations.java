package org.gongkai.opengov.disclosures;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.disclosures.CommentPeriod.Standing;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The public register of what readers may comment on, or could (征求意见登记). Where each stands is
 * worked out on each day anew ({@link CommentPeriod}) and never stored.
 */
@Repository
@Transactional(readOnly = true)
public class Consultations {
    private static final String SQL =
            """
            SELECT p.*, a.value AS comment_from, z.value AS comment_until, h.value AS comment_how,
                   r.prefix AS result_prefix, r.year AS result_year, r.sequence AS result_sequence,
                   r.title AS result_title
            FROM public_field z
            JOIN public_field a ON a.document_id = z.document_id AND a.key = 'commentFrom'
            JOIN public_field h ON h.document_id = z.document_id AND h.key = 'commentHow'
            JOIN public_document p ON p.document_id = z.document_id
            LEFT JOIN LATERAL (
                SELECT b.* FROM public_relation n JOIN public_document b ON b.document_id = n.naming
                WHERE n.named = p.document_id AND n.field = 'commentResultOf'
                ORDER BY b.published_at DESC, b.document_id LIMIT 1
            ) r ON true
            WHERE z.key = 'commentUntil'
            """;

    private static final Comparator<Entry> OPEN_FIRST =
            Comparator.comparing(Entry::standing)
                    .thenComparing(Consultations::distance)
                    .thenComparing(it -> it.listing().publishedAt(), Comparator.reverseOrder());

    private final JdbcClient database;
    private final Clock clock;

    Consultations(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A document that asks for comments.
     *
     * @param result the newest public document that says what became of them (意见采纳情况)
     */
    public record Entry(
            PublicListing listing,
            CommentPeriod period,
            Standing standing,
            @Nullable Result result) {}

    /** The document that tells what became of the comments. */
    public record Result(IndexNumber indexNumber, String title) {}

    /** The whole register: what is open first, and of that what closes soonest. */
    public List<Entry> all() {
        return entries("", Map.of());
    }

    /** What this agency's readers may comment on today, what closes soonest first. */
    public List<Entry> open(AgencyId agency) {
        var today = LocalDate.now(clock).toString();
        return entries(
                        "AND p.agency_id = :agency AND z.value COLLATE \"C\" >= :today",
                        Map.of("agency", agency.value(), "today", today))
                .stream()
                .filter(it -> it.standing() == Standing.OPEN)
                .toList();
    }

    /** Where a period stands today. */
    public Standing standing(CommentPeriod period) {
        return period.on(LocalDate.now(clock));
    }

    /** Where each of these stands today that asks for comments. */
    Map<DocumentId, Standing> among(Collection<PublicListing> listings) {
        if (listings.isEmpty()) {
            return Map.of();
        }
        var ids = listings.stream().map(it -> it.id().value()).toList();
        return entries("AND z.document_id IN (:ids)", Map.of("ids", ids)).stream()
                .collect(toMap(it -> it.listing().id(), Entry::standing));
    }

    private List<Entry> entries(String more, Map<String, Object> parameters) {
        Arrays.stream(DocumentKind.values())
                .filter(it -> it.has(CommentPeriod.UNTIL))
                .forEach(PublicPages::noteKind);
        var today = LocalDate.now(clock);
        return database
                .sql(SQL + more)
                .params(parameters)
                .query((row, number) -> entry(row, today))
                .list()
                .stream()
                .sorted(OPEN_FIRST)
                .toList();
    }

    /** Open and coming ones by what comes soonest, closed ones by what ended last. */
    private static long distance(Entry entry) {
        return switch (entry.standing()) {
            case OPEN -> entry.period().until().toEpochDay();
            case NOT_YET_OPEN -> entry.period().from().toEpochDay();
            case CLOSED -> -entry.period().until().toEpochDay();
        };
    }

    private static Entry entry(ResultSet row, LocalDate today) throws SQLException {
        var period =
                new CommentPeriod(
                        LocalDate.parse(row.getString("comment_from")),
                        LocalDate.parse(row.getString("comment_until")),
                        row.getString("comment_how"));
        return new Entry(PublicRegister.read(row, 0), period, period.on(today), result(row));
    }

    private static @Nullable Result result(ResultSet row) throws SQLException {
        var title = row.getString("result_title");
        return title == null
                ? null
                : new Result(
                        new IndexNumber(
                                row.getString("result_prefix"),
                                row.getInt("result_year"),
                                row.getInt("result_sequence")),
                        title);
    }
}
