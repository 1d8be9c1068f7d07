package org.gongkai.platform.search.lucene;

import java.util.List;
import org.gongkai.platform.search.SearchQuery;
import org.jspecify.annotations.Nullable;

/** A property that hits can be narrowed by (筛选维度). */
enum Dimension {
    COLUMN(Names.COLUMN_PATH),
    KIND(Names.KIND),
    YEAR(Names.YEAR),
    SECTION(Names.SECTION);

    private final String field;

    Dimension(String field) {
        this.field = field;
    }

    /** The field that holds one value for each document. */
    String field() {
        return field;
    }

    /** What the search narrows it to, null if it does not. */
    @Nullable String wanted(SearchQuery search) {
        String wanted =
                switch (this) {
                    case COLUMN -> search.column();
                    case KIND -> search.kind();
                    case YEAR -> search.year() == null ? null : search.year().toString();
                    case SECTION -> search.section();
                };
        return wanted == null || wanted.isBlank() ? null : wanted;
    }

    /** The filter values for which a document with this stored value counts. */
    List<String> countsFor(String stored) {
        return this == COLUMN ? List.of(stored.split(Entry.PATH_DIVIDER)) : List.of(stored);
    }
}
