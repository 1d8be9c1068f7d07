package org.gongkai.opengov.disclosures.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * How a list of documents is narrowed (台账筛选条件), as it stands in the address; the same on the page
 * and over the API.
 *
 * @param mine anything but empty: only what the reader wrote in
 * @param section key or name
 * @param column key or name; what is below it belongs to it
 * @param kind API name, e.g. {@code notice}
 * @param state one or more API names with commas between
 * @param q part of the title, or an index number
 */
public record DocumentQuery(
        @Nullable String mine,
        @Nullable String section,
        @Nullable String column,
        @Nullable String kind,
        @Nullable String year,
        @Nullable String state,
        @Nullable String q) {

    /** Whether it narrows at all. */
    public boolean any() {
        return !asked().isEmpty();
    }

    /** The page of the list with this number. */
    String address(int page) {
        return address("/desk/documents", page);
    }

    /** The same list as a table. */
    public String table() {
        return address("/desk/documents/export.csv", 1);
    }

    private String address(String path, int page) {
        var builder = UriComponentsBuilder.fromPath(path);
        var asked = asked();
        asked.keySet().forEach(it -> builder.queryParam(it, "{" + it + "}"));
        if (page > 1) {
            builder.queryParam("page", page);
        }
        return builder.encode().buildAndExpand(asked).toUriString();
    }

    private Map<String, String> asked() {
        var asked = new LinkedHashMap<String, String>();
        put(asked, "mine", mine);
        put(asked, "section", section);
        put(asked, "column", column);
        put(asked, "kind", kind);
        put(asked, "year", year);
        put(asked, "state", state);
        put(asked, "q", q);
        return asked;
    }

    private static void put(Map<String, String> asked, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            asked.put(name, value.strip());
        }
    }
}
