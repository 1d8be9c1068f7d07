package org.gongkai.opengov.disclosures;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.opengov.columns.ColumnId;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What all columns hold, in one look (各栏目存量): for pages that show many columns at once. */
@Repository
@Transactional(readOnly = true)
public class ColumnStocks {
    private final JdbcClient database;

    ColumnStocks(JdbcClient database) {
        this.database = database;
    }

    /**
     * What a column holds by itself, without those below it.
     *
     * @param newest when the document published last got its present edition
     */
    public record Stock(long documents, Instant newest) {}

    /** The stock of every column that holds anything. */
    public Map<ColumnId, Stock> all() {
        PublicPages.noteAll();
        var stocks = new HashMap<ColumnId, Stock>();
        RowCallbackHandler reading =
                row ->
                        stocks.put(
                                new ColumnId(row.getLong("column_id")),
                                new Stock(
                                        row.getLong("documents"),
                                        row.getTimestamp("edited_at").toInstant()));
        database.sql(
                        """
                        SELECT c.column_id, c.documents, p.edited_at FROM (
                            SELECT column_id, sum(documents) AS documents FROM public_count
                            WHERE documents > 0 GROUP BY column_id) c
                        CROSS JOIN LATERAL (
                            SELECT edited_at FROM public_document WHERE column_id = c.column_id
                            ORDER BY published_at DESC, document_id LIMIT 1) p
                        """)
                .query(reading);
        return stocks;
    }

    /**
     * The newest documents of each branch of columns; a branch that holds nothing is left out.
     *
     * @param branches by their top; no column is in two of them
     * @param limit how many of each at most
     */
    public Map<ColumnId, List<PublicListing>> newest(
            Map<ColumnId, Set<ColumnId>> branches, int limit) {
        var tops = new HashMap<ColumnId, ColumnId>();
        branches.forEach((top, branch) -> branch.forEach(it -> tops.put(it, top)));
        PublicPages.noteColumns(tops.keySet());
        if (tops.isEmpty()) {
            return Map.of();
        }
        return database
                .sql(
                        """
                        SELECT p.* FROM (
                            SELECT DISTINCT column_id FROM public_count
                            WHERE column_id IN (:columns) AND documents > 0) c
                        CROSS JOIN LATERAL (
                            SELECT * FROM public_document WHERE column_id = c.column_id
                            ORDER BY published_at DESC, document_id LIMIT :limit) p
                        ORDER BY p.published_at DESC, p.document_id
                        """)
                .param("columns", tops.keySet().stream().map(ColumnId::value).toList())
                .param("limit", limit)
                .query(PublicRegister::read)
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                it -> tops.getOrDefault(it.column(), it.column()),
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        it -> it.stream().limit(limit).toList())));
    }
}
