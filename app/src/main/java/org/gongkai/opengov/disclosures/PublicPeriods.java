package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.Documents.moment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is public by the time it was published (按发布时间分段), for lists of everything that stay cheap
 * however much there is: each part is found by its own place in the index, none is counted off.
 */
@Repository
@Transactional(readOnly = true)
public class PublicPeriods {
    private final JdbcClient database;

    PublicPeriods(JdbcClient database) {
        this.database = database;
    }

    /** A document of a period. */
    public record Line(IndexNumber number, Instant editedAt) {}

    /** Years in which something public was published, with how much, oldest first. */
    public Map<Integer, Long> years() {
        PublicPages.noteAll();
        return counted(
                """
                SELECT year AS part, sum(documents) AS documents FROM public_count
                WHERE documents > 0 GROUP BY 1
                """);
    }

    /** Months of a year, 1 to 12, in which something public was published, with how much. */
    public Map<Integer, Long> months(Instant from, Instant to) {
        PublicPages.noteAll();
        return counted("month", from, to);
    }

    /** Days of a month in which something public was published, with how much. */
    public Map<Integer, Long> days(Instant from, Instant to) {
        PublicPages.noteAll();
        return counted("day", from, to);
    }

    /** When a document of the period was last published or corrected. */
    public Optional<Instant> latest(Instant from, Instant to) {
        PublicPages.noteAll();
        return database.sql(
                        """
                        SELECT greatest(
                            (SELECT max(published_at) FROM public_document
                             WHERE published_at >= :from AND published_at < :to),
                            (SELECT max(edited_at) FROM public_document
                             WHERE edited_at > published_at AND published_at >= :from AND published_at < :to))
                            AS latest
                        """)
                .param("from", moment(from))
                .param("to", moment(to))
                .query((row, number) -> Optional.ofNullable(row.getTimestamp("latest")))
                .single()
                .map(it -> it.toInstant());
    }

    /** The documents of a period, newest first. */
    public List<Line> documents(Instant from, Instant to, int limit) {
        PublicPages.noteAll();
        return database.sql(
                        """
                        SELECT prefix, year, sequence, edited_at FROM public_document
                        WHERE published_at >= ? AND published_at < ?
                        ORDER BY published_at DESC, document_id LIMIT ?
                        """)
                .params(moment(from), moment(to), limit)
                .query(
                        (row, number) ->
                                new Line(
                                        new IndexNumber(
                                                row.getString("prefix"),
                                                row.getInt("year"),
                                                row.getInt("sequence")),
                                        row.getTimestamp("edited_at").toInstant()))
                .list();
    }

    private Map<Integer, Long> counted(String part, Instant from, Instant to) {
        var counts = new TreeMap<Integer, Long>();
        database.sql(
                        """
                        SELECT extract(%s FROM published_at AT TIME ZONE 'Asia/Shanghai')::integer AS part,
                            count(*) AS documents FROM public_document
                        WHERE published_at >= ? AND published_at < ? GROUP BY 1
                        """
                                .formatted(part))
                .params(moment(from), moment(to))
                .query(into(counts));
        return counts;
    }

    private Map<Integer, Long> counted(String sql) {
        var counts = new TreeMap<Integer, Long>();
        database.sql(sql).query(into(counts));
        return counts;
    }

    private static RowCallbackHandler into(Map<Integer, Long> counts) {
        return row -> counts.put(row.getInt("part"), row.getLong("documents"));
    }
}
