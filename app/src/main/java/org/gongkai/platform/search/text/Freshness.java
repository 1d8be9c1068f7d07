package org.gongkai.platform.search.text;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gongkai.platform.search.SearchableDocument;

/**
 * How new a document is for the order of hits (时效): months since the beginning of 2000. Of two that
 * answer alike the newer comes first; news of the day count as older than they are.
 */
public final class Freshness {

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final float DAYS_A_MONTH = 30.4375f;
    private static final String NEWS = "news";
    private static final float NEWS_AGE = 60;

    private Freshness() {}

    /** The months, at least 1. */
    public static float months(SearchableDocument document) {
        float months = most(document.publishedAt());
        return Math.max(1, document.kind().equals(NEWS) ? months - NEWS_AGE : months);
    }

    /** The most that a document published until then can have. */
    public static float most(Instant newest) {
        return Math.max(1, ChronoUnit.DAYS.between(FIRST, newest) / DAYS_A_MONTH);
    }
}
