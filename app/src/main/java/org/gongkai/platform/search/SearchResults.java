package org.gongkai.platform.search;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found (检索结果).
 *
 * @param next the cursor of the following page, null on the last
 * @param suggestion another spelling: the one that was looked for instead when {@code reading} is
 *     {@link Reading#CORRECTED}, else one that may have been meant (您是不是要找)
 * @param complete false while the index is being built, or when the search was cut off by its time
 *     limit: there may then be more
 * @param reading how what was typed was understood
 */
public record SearchResults(
        long total,
        List<SearchHit> hits,
        Facets facets,
        @Nullable String next,
        @Nullable String suggestion,
        boolean complete,
        Reading reading) {

    public SearchResults {
        hits = List.copyOf(hits);
    }

    /** What an index found, as asked. */
    public SearchResults(
            long total,
            List<SearchHit> hits,
            Facets facets,
            @Nullable String next,
            boolean complete) {
        this(total, hits, facets, next, null, complete, Reading.AS_TYPED);
    }

    /** Nothing found. */
    public static SearchResults none(boolean complete) {
        return new SearchResults(0, List.of(), Facets.NONE, null, complete);
    }

    /** 您是不是要找. */
    public Optional<String> didYouMean() {
        return Optional.ofNullable(suggestion);
    }

    /** The same, understood in this way. */
    public SearchResults read(Reading way, @Nullable String spelling) {
        return new SearchResults(total, hits, facets, next, spelling, complete, way);
    }

    /** The same from an index that is still being filled. */
    SearchResults incomplete() {
        return new SearchResults(total, hits, facets, next, suggestion, false, reading);
    }
}
