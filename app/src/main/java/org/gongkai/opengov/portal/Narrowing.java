package org.gongkai.opengov.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.gongkai.platform.pages.FilterGroup;
import org.gongkai.platform.pages.FilterGroup.FilterChoice;
import org.jspecify.annotations.Nullable;

/**
 * Filters of a list as visible choices (筛选): each group begins with "all", the chosen one can be
 * taken away again.
 *
 * @param path the page
 * @param filters what is set now, by parameter name
 */
record Narrowing(String path, Map<String, @Nullable Object> filters) {

    /** A group; choices without any document are not offered. */
    FilterGroup group(
            String label,
            String all,
            String parameter,
            long total,
            Map<String, Long> counts,
            Function<String, String> name) {
        var chosen = filters.get(parameter);
        var choices = new ArrayList<FilterChoice>();
        choices.add(new FilterChoice(all, total, address(parameter, null), chosen == null));
        counts.forEach(
                (value, count) ->
                        choices.add(
                                new FilterChoice(
                                        name.apply(value),
                                        count,
                                        address(parameter, value),
                                        chosen != null
                                                && Objects.equals(chosen.toString(), value))));
        return new FilterGroup(label, choices);
    }

    /** The sum of the counts, for groups whose choices do not overlap. */
    static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The page with these filters and this number; the first has none. */
    String page(int number) {
        return Addresses.with(
                path, Addresses.changed(filters, "page", number == 1 ? null : number));
    }

    /** The same list as a table to take along. */
    String exported() {
        return Addresses.with(path + ".csv", filters);
    }

    /** The same list as files to take along, at addresses with this beginning. */
    List<Download> downloads(String beginning) {
        return Arrays.stream(ListFiles.Format.values())
                .map(
                        it ->
                                new Download(
                                        "portal.download." + it.ending(),
                                        Addresses.with(beginning + "." + it.ending(), chosen())))
                .toList();
    }

    /** A file of the list. */
    record Download(String messageKey, String address) {}

    /** The order is none of the file: it has the newest first. */
    private Map<String, @Nullable Object> chosen() {
        return Addresses.changed(filters, "order", null);
    }

    /** The page without filters but with what was looked for; null if none is set. */
    @Nullable String cleared(List<String> kept) {
        var remaining = new LinkedHashMap<String, @Nullable Object>();
        kept.forEach(it -> remaining.put(it, filters.get(it)));
        var anySet =
                filters.entrySet().stream()
                        .anyMatch(it -> it.getValue() != null && !kept.contains(it.getKey()));
        return anySet ? Addresses.with(path, remaining) : null;
    }

    private String address(String parameter, @Nullable String value) {
        return Addresses.with(path, Addresses.changed(filters, parameter, value));
    }
}
