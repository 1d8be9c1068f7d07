package org.gongkai.platform.search;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What readers asked, for the disclosure office (检索统计): what is wanted, and what is missing. */
@Component
public class QuestionDesk {
    private static final String FITTING =
            """
            FROM search_question
            WHERE (CAST(:from AS date) IS NULL OR day >= :from)
              AND (CAST(:to AS date) IS NULL OR day <= :to)
              AND (:words = '' OR position(:words IN question) > 0)
            GROUP BY question
            HAVING NOT :missing OR sum(unanswered) > 0
            """;

    private final JdbcClient database;

    QuestionDesk(JdbcClient database) {
        this.database = database;
    }

    /**
     * A question over the days chosen.
     *
     * @param asked how often
     * @param unanswered how often nothing had all of it
     * @param opened how often a hit was opened
     */
    public record Line(String question, long asked, long unanswered, long opened) {}

    /**
     * Which questions.
     *
     * @param missing only those that were not answered at least once, the most often so first
     */
    public record Filter(
            @Nullable LocalDate from, @Nullable LocalDate to, String words, boolean missing) {}

    /** The questions that fit, the most asked first. */
    @Transactional(readOnly = true)
    public List<Line> find(Actor by, Filter filter, int offset, int limit) {
        allow(by);
        return statement(
                        "SELECT question, sum(asked) AS asked, sum(unanswered) AS unanswered,"
                                + " sum(opened) AS opened "
                                + FITTING
                                + " ORDER BY CASE WHEN :missing THEN sum(unanswered)"
                                + " ELSE sum(asked) END DESC, question OFFSET :offset LIMIT :limit",
                        filter)
                .param("offset", offset)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Line(
                                        row.getString("question"),
                                        row.getLong("asked"),
                                        row.getLong("unanswered"),
                                        row.getLong("opened")))
                .list();
    }

    /** How many questions fit. */
    @Transactional(readOnly = true)
    public int count(Actor by, Filter filter) {
        allow(by);
        return statement("SELECT count(*) FROM (SELECT question " + FITTING + ") q", filter)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec statement(String sql, Filter filter) {
        return database.sql(sql)
                .param("from", filter.from)
                .param("to", filter.to)
                .param("words", QuestionCounts.normal(filter.words))
                .param("missing", filter.missing);
    }

    private static void allow(Actor by) {
        if (!by.has(Role.DISCLOSURE_OFFICE)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "search.questions.not-allowed");
        }
    }
}
