package org.gongkai.platform.search.lucene;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.gongkai.platform.search.SearchQuery;
import org.jspecify.annotations.Nullable;

/** The filters of a search (筛选条件), put around its question. */
final class Filters {

    private final BooleanQuery.Builder builder = new BooleanQuery.Builder();
    private boolean any;

    private Filters() {}

    /** Only what passes the filters of {@code search}. */
    static Query around(Query question, SearchQuery search) {
        var filters = new Filters();
        filters.add(Names.COLUMN, search.column());
        filters.add(Names.KIND, search.kind());
        filters.add(Names.YEAR, search.year() == null ? null : search.year().toString());
        filters.add(Names.SECTION, search.section());
        return filters.any ? filters.builder.add(question, Occur.MUST).build() : question;
    }

    private void add(String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            builder.add(new TermQuery(new Term(field, value)), Occur.FILTER);
            any = true;
        }
    }
}
