package org.gongkai.platform.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for (检索条件): free text and filters.
 *
 * @param text as typed, anything at all; blank finds everything the filters allow
 * @param after the cursor of the hit to continue behind, instead of an offset
 */
public record SearchQuery(
        String text,
        SearchFilters filters,
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
        return new SearchQuery(text, SearchFilters.NONE, SearchOrder.RELEVANCE, null, 0, 20);
    }

    /** The same in this column and below. */
    public SearchQuery inColumn(@Nullable String key) {
        return narrowed(filters.inColumn(key));
    }

    /** The same for this kind of document. */
    public SearchQuery ofKind(@Nullable String wanted) {
        return narrowed(filters.ofKind(wanted));
    }

    /** The same for this year. */
    public SearchQuery ofYear(@Nullable Integer wanted) {
        return narrowed(filters.ofYear(wanted));
    }

    /** The same for this responsible section. */
    public SearchQuery ofSection(@Nullable String wanted) {
        return narrowed(filters.ofSection(wanted));
    }

    /** The same for this item of 条例 art. 20. */
    public SearchQuery ofItem(@Nullable String wanted) {
        return narrowed(filters.ofItem(wanted));
    }

    /** The same for what has this force on this day; with null only the counts follow the day. */
    public SearchQuery inForce(@Nullable LegalForce wanted, LocalDate today) {
        return narrowed(filters.inForce(wanted, today));
    }

    /** The same for what was published on these days and between them. */
    public SearchQuery published(@Nullable LocalDate since, @Nullable LocalDate until) {
        return narrowed(filters.published(since, until));
    }

    private SearchQuery narrowed(SearchFilters narrower) {
        return new SearchQuery(text, narrower, order, after, offset, limit);
    }

    /** The same in this order. */
    public SearchQuery orderedBy(SearchOrder wanted) {
        return new SearchQuery(text, filters, wanted, after, offset, limit);
    }

    /** This many, leaving out the first {@code from}. */
    public SearchQuery page(int from, int size) {
        return new SearchQuery(text, filters, order, null, from, size);
    }

    /** This many behind the hit with this cursor. */
    public SearchQuery behind(@Nullable String cursor, int size) {
        return new SearchQuery(text, filters, order, cursor, 0, size);
    }

    /** The same filters and page for another text. */
    public SearchQuery withText(String other) {
        return new SearchQuery(other, filters, order, after, offset, limit);
    }
}
