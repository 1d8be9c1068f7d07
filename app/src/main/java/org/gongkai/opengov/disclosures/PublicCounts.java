package org.gongkai.opengov.disclosures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts of public documents (公开信息计数). The program that serves counts each time it is asked.
 *
 * <p>The one that exports asks for the same counts on thousands of pages of one list: it keeps them
 * for {@code gongkai.counts-kept}, and whatever is published meanwhile makes it write the lists
 * once more.
 */
@Component
class PublicCounts {
    private static final int MOST = 2_000;

    private final JdbcClient database;
    private final Function<Asked, Map<String, Long>> answers;

    PublicCounts(JdbcClient database, @Value("${gongkai.counts-kept:0s}") Duration kept) {
        this.database = database;
        if (kept.isZero()) {
            answers = this::read;
        } else {
            Cache<Asked, Map<String, Long>> cache =
                    Caffeine.newBuilder().expireAfterWrite(kept).maximumSize(MOST).build();
            answers = it -> cache.get(it, this::read);
        }
    }

    private record Asked(String sql, Map<String, Object> parameters) {}

    /** What a query of the columns {@code choice} and {@code documents} says, in its order. */
    Map<String, Long> of(String sql, Map<String, Object> parameters) {
        return answers.apply(new Asked(sql, Map.copyOf(parameters)));
    }

    private Map<String, Long> read(Asked asked) {
        var counts = new LinkedHashMap<String, Long>();
        RowCallbackHandler one =
                row -> counts.put(row.getString("choice"), row.getLong("documents"));
        database.sql(asked.sql()).params(asked.parameters()).query(one);
        return Collections.unmodifiableMap(counts);
    }
}
