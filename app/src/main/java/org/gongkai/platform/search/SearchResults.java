package org.gongkai.platform.search;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found (检索结果).
 *
 * @param next the cursor of the following page, null on the last
 * @param suggestion another spelling that finds something, when nothing was found (您是不是要找)
 * @param complete false while the index is being built, or when the search was cut off by its time
 *     limit: there may then be more
 */
public record SearchResults(
        long total,
        List<SearchHit> hits,
        Facets facets,
        @Nullable String next,
        @Nullable String suggestion,
        boolean complete) {

    public SearchResults {
        hits = List.copyOf(hits);
    }

    /** Nothing found. */
    public static SearchResults none(boolean complete) {
        return new SearchResults(0, List.of(), Facets.NONE, null, null, complete);
    }

    /** 您是不是要找. */
    public Optional<String> didYouMean() {
        return Optional.ofNullable(suggestion);
    }

    /** The same with another spelling offered. */
    public SearchResults suggesting(String spelling) {
        return new SearchResults(total, hits, facets, next, spelling, complete);
    }
}
