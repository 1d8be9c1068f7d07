package org.gongkai.platform.search.lucene;

import java.time.LocalDate;
import java.util.Objects;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.gongkai.platform.search.LegalForce;
import org.gongkai.platform.search.SearchFilters;
import org.jspecify.annotations.Nullable;

/** The filters of a search (筛选条件), put around its question. */
final class Filters {

    private final BooleanQuery.Builder builder = new BooleanQuery.Builder();
    private boolean any;

    private Filters() {}

    /** Only what was published in the time asked; nothing is counted outside of it. */
    static Query time(SearchFilters wanted) {
        long from = Objects.requireNonNullElse(wanted.sinceMillisecond(), Long.MIN_VALUE);
        long before = Objects.requireNonNullElse(wanted.untilMillisecond(), Long.MAX_VALUE);
        return LongField.newRangeQuery(Names.PUBLISHED, from, before - 1);
    }

    /** Only what passes the filters whose choices are counted. */
    static Query around(Query question, SearchFilters wanted) {
        var filters = new Filters();
        filters.add(Names.COLUMN, wanted.column());
        filters.add(Names.KIND, wanted.kind());
        filters.add(Names.YEAR, wanted.year() == null ? null : wanted.year().toString());
        filters.add(Names.SECTION, wanted.section());
        filters.add(Names.ITEM, wanted.item());
        LegalForce force = wanted.force();
        LocalDate today = wanted.today();
        if (force != null && today != null) {
            filters.add(force, today.toEpochDay());
        }
        return filters.around(question);
    }

    private Query around(Query question) {
        return any ? builder.add(question, Occur.MUST).build() : question;
    }

    private void add(String field, @Nullable String value) {
        if (value != null) {
            add(new TermQuery(new Term(field, value)), Occur.FILTER);
        }
    }

    /** A missing date stands in the index as the far past or future. */
    private void add(LegalForce force, long today) {
        add(
                until(Names.REPEALED_ON, today),
                force == LegalForce.REPEALED ? Occur.FILTER : Occur.MUST_NOT);
        if (force == LegalForce.REPEALED) {
            return;
        }
        add(
                until(Names.EXPIRES_ON, today - 1),
                force == LegalForce.EXPIRED ? Occur.FILTER : Occur.MUST_NOT);
        if (force == LegalForce.IN_FORCE) {
            add(until(Names.EFFECTIVE_ON, today), Occur.FILTER);
        } else if (force == LegalForce.NOT_YET_IN_FORCE) {
            add(from(Names.EFFECTIVE_ON, today + 1), Occur.FILTER);
        }
    }

    private static Query until(String field, long day) {
        return LongPoint.newRangeQuery(field, Long.MIN_VALUE, day);
    }

    private static Query from(String field, long day) {
        return LongPoint.newRangeQuery(field, day, Long.MAX_VALUE);
    }

    private void add(Query filter, Occur occur) {
        builder.add(filter, occur);
        any = true;
    }
}
