package org.gongkai.platform.search.lucene;

import java.util.List;
import org.gongkai.platform.search.LegalForce;
import org.gongkai.platform.search.SearchFilters;
import org.jspecify.annotations.Nullable;

/** A property that hits can be narrowed by (筛选维度); a document may have none of it. */
enum Dimension {
    COLUMN(Names.COLUMN_PATH),
    KIND(Names.KIND),
    YEAR(Names.YEAR),
    SECTION(Names.SECTION),
    ITEM(Names.ITEM),
    FORCE(Names.FORCE);

    private final String field;

    Dimension(String field) {
        this.field = field;
    }

    /** The field that holds one value for each document. */
    String field() {
        return field;
    }

    /** What the search narrows it to, null if it does not. */
    @Nullable String wanted(SearchFilters filters) {
        return switch (this) {
            case COLUMN -> filters.column();
            case KIND -> filters.kind();
            case YEAR -> filters.year() == null ? null : filters.year().toString();
            case SECTION -> filters.section();
            case ITEM -> filters.item();
            case FORCE -> filters.force() == null ? null : filters.force().slug();
        };
    }

    /** The filter values for which a document with this stored value counts. */
    List<String> countsFor(String stored, SearchFilters filters) {
        return switch (this) {
            case COLUMN -> List.of(stored.split(Entry.PATH_DIVIDER));
            case FORCE ->
                    filters.today() == null
                            ? List.of()
                            : List.of(LegalForce.Dates.of(stored).on(filters.today()).slug());
            default -> List.of(stored);
        };
    }
}
