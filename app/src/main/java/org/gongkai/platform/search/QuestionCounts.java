package org.gongkai.platform.search;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.search.text.Folding;
import org.gongkai.platform.textcheck.ReviewText;
import org.gongkai.platform.textcheck.TextCheck;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what readers ask (检索统计), never who asks: 个人信息保护法 art. 6 (no more than needed).
 *
 * <p>A question is held in memory until it was asked {@value #ENOUGH} times on one day; only then,
 * and only if the text check finds no personal data in it, it is written down. At the end of the
 * day the rest is forgotten.
 */
@Component
public class QuestionCounts {

    /** How often a question must be asked on a day to be written down. */
    static final int ENOUGH = 5;

    private static final Logger LOG = LoggerFactory.getLogger(QuestionCounts.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST = 60;

    /** Beyond these a day's further questions are not counted. */
    private static final int MOST = 20_000;

    private static final int YEARS_KEPT = 2;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final TextCheck check;
    private final Clock clock;
    private final Map<String, Count> counts = new HashMap<>();
    private @Nullable LocalDate day;

    QuestionCounts(
            JdbcClient database, TransactionTemplate transaction, TextCheck check, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.check = check;
        this.clock = clock;
    }

    private static final class Count {
        private int asked;
        private int unanswered;
        private int opened;
        private int askedToday;
        private @Nullable Boolean harmless;
    }

    /** A question was asked; {@code answered} if something has all of it. */
    public synchronized void asked(String typed, boolean answered) {
        count(typed)
                .ifPresent(
                        it -> {
                            it.asked++;
                            it.askedToday++;
                            it.unanswered += answered ? 0 : 1;
                        });
    }

    /** A hit of the question was opened; questions nobody asked today are not counted. */
    public synchronized void opened(String typed) {
        Count known = counts.get(normal(typed));
        if (known != null && today().equals(day)) {
            known.opened++;
        }
    }

    private Optional<Count> count(String typed) {
        String question = normal(typed);
        if (question.isEmpty() || question.length() > LONGEST) {
            return Optional.empty();
        }
        LocalDate today = today();
        if (!today.equals(day)) {
            write();
            counts.clear();
            day = today;
        }
        if (counts.size() >= MOST && !counts.containsKey(question)) {
            return Optional.empty();
        }
        return Optional.of(counts.computeIfAbsent(question, it -> new Count()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }

    /** One spelling for the same question: folded, single spaces. */
    static String normal(String typed) {
        return Folding.fold(typed).strip().replaceAll("\\s+", " ");
    }

    /** Writes down what was asked often enough since the last time. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    public synchronized void write() {
        if (day == null) {
            return;
        }
        LocalDate of = day;
        try {
            transaction.executeWithoutResult(
                    status ->
                            counts.forEach(
                                    (question, it) -> {
                                        if (it.askedToday >= ENOUGH
                                                && it.asked + it.opened > 0
                                                && harmless(question, it)) {
                                            add(of, question, it);
                                        }
                                    }));
            counts.values()
                    .forEach(
                            it -> {
                                if (it.askedToday >= ENOUGH) {
                                    it.asked = 0;
                                    it.unanswered = 0;
                                    it.opened = 0;
                                }
                            });
            database.sql("DELETE FROM search_question WHERE day < ?")
                    .param(of.minusYears(YEARS_KEPT))
                    .update();
        } catch (DataAccessException databaseAway) {
            LOG.warn("What was asked could not be counted; tried again", databaseAway);
        }
    }

    private boolean harmless(String question, Count count) {
        if (count.harmless == null) {
            count.harmless =
                    check.check(ReviewText.of(question, "")).stream()
                            .noneMatch(it -> it.code().startsWith("personal."));
        }
        return count.harmless;
    }

    private void add(LocalDate of, String question, Count it) {
        database.sql(
                        """
                        INSERT INTO search_question (day, question, asked, unanswered, opened)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (day, question) DO UPDATE
                        SET asked = search_question.asked + excluded.asked,
                            unanswered = search_question.unanswered + excluded.unanswered,
                            opened = search_question.opened + excluded.opened
                        """)
                .params(of, question, it.asked, it.unanswered, it.opened)
                .update();
    }
}
