package org.gongkai.platform.search;

import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for (检索条件): free text and filters; null filters do not filter.
 *
 * @param text as typed, anything at all; blank finds everything the filters allow
 * @param column key of a column; its descendants are included
 * @param after the cursor of the hit to continue behind, instead of an offset
 */
public record SearchQuery(
        String text,
        @Nullable String column,
        @Nullable String kind,
        @Nullable Integer year,
        @Nullable String section,
        SearchOrder order,
        @Nullable String after,
        int offset,
        int limit) {

    /** The most hits on one page. */
    public static final int LARGEST_PAGE = 200;

    /** How far one can leaf by offset; further on goes by cursor. */
    public static final int FARTHEST_OFFSET = 10_000;

    public SearchQuery {
        offset = after == null ? Math.clamp(offset, 0, FARTHEST_OFFSET) : 0;
        limit = Math.clamp(limit, 1, LARGEST_PAGE);
    }

    /** This text, no filters, the first 20 by relevance. */
    public static SearchQuery of(String text) {
        return new SearchQuery(text, null, null, null, null, SearchOrder.RELEVANCE, null, 0, 20);
    }

    /** The same in this column and below. */
    public SearchQuery inColumn(@Nullable String key) {
        return new SearchQuery(text, key, kind, year, section, order, after, offset, limit);
    }

    /** The same for this kind of document. */
    public SearchQuery ofKind(@Nullable String wanted) {
        return new SearchQuery(text, column, wanted, year, section, order, after, offset, limit);
    }

    /** The same for this year. */
    public SearchQuery ofYear(@Nullable Integer wanted) {
        return new SearchQuery(text, column, kind, wanted, section, order, after, offset, limit);
    }

    /** The same for this responsible section. */
    public SearchQuery ofSection(@Nullable String wanted) {
        return new SearchQuery(text, column, kind, year, wanted, order, after, offset, limit);
    }

    /** The same in this order. */
    public SearchQuery orderedBy(SearchOrder wanted) {
        return new SearchQuery(text, column, kind, year, section, wanted, after, offset, limit);
    }

    /** This many, leaving out the first {@code from}. */
    public SearchQuery page(int from, int size) {
        return new SearchQuery(text, column, kind, year, section, order, null, from, size);
    }

    /** This many behind the hit with this cursor. */
    public SearchQuery behind(@Nullable String cursor, int size) {
        return new SearchQuery(text, column, kind, year, section, order, cursor, 0, size);
    }

    /** The same filters and page for another text. */
    public SearchQuery withText(String other) {
        return new SearchQuery(other, column, kind, year, section, order, after, offset, limit);
    }
}
