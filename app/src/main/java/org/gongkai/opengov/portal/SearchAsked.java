package org.gongkai.opengov.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.search.LegalForce;
import org.gongkai.platform.search.SearchOrder;
import org.gongkai.platform.search.SearchQuery;
import org.jspecify.annotations.Nullable;

/**
 * What a reader searches for (检索条件), as it stands in the address; what is not understood does not
 * narrow.
 *
 * @param validity as {@code in-force}
 * @param item number of the item of 条例 art. 20
 * @param since first day of publication, 2021-07-30
 * @param until last day of publication
 * @param order {@code date}, or by relevance
 */
record SearchAsked(
        @Nullable String q,
        @Nullable String column,
        @Nullable String kind,
        @Nullable String year,
        @Nullable String section,
        @Nullable String validity,
        @Nullable String item,
        @Nullable String since,
        @Nullable String until,
        @Nullable String order) {
    private static final int LONGEST = 200;

    /** The words, as far as they are looked for. */
    String text() {
        var typed = q == null ? "" : q.strip();
        return typed.substring(0, Math.min(typed.length(), LONGEST));
    }

    boolean byDate() {
        return "date".equals(order) || text().isEmpty();
    }

    /** As parameters of an address, in the order of the page. */
    public Map<String, @Nullable Object> parameters() {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("q", text());
        parameters.put("column", column);
        parameters.put("kind", kind);
        parameters.put("year", year);
        parameters.put("section", section);
        parameters.put("validity", validity);
        parameters.put("item", item);
        parameters.put("since", since);
        parameters.put("until", until);
        parameters.put("order", order);
        return parameters;
    }

    /** What is asked of search on this day. */
    SearchQuery query(LocalDate today) {
        return SearchQuery.of(text())
                .inColumn(column)
                .ofKind(kind)
                .ofYear(number(year))
                .ofSection(section)
                .ofItem(item)
                .inForce(force(), today)
                .published(day(since), day(until))
                .orderedBy(byDate() ? SearchOrder.DATE : SearchOrder.RELEVANCE);
    }

    private @Nullable LegalForce force() {
        return Optional.ofNullable(validity).flatMap(LegalForce::named).orElse(null);
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,4}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }
}
