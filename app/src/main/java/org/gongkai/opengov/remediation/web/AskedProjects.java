package org.gongkai.opengov.remediation.web;

import java.util.Objects;
import org.gongkai.opengov.remediation.Medium;
import org.gongkai.opengov.remediation.ProjectState;
import org.gongkai.opengov.remediation.RemediationDesk;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What narrows a list of projects (筛选条件), as it stands in an address. */
record AskedProjects(
        @Nullable String agency,
        @Nullable String words,
        @Nullable String medium,
        @Nullable String district,
        @Nullable String state,
        @Nullable String year) {

    RemediationDesk.Filter filter() {
        return new RemediationDesk.Filter(
                text(words),
                text(medium).isEmpty()
                        ? null
                        : Medium.named(text(medium)).orElseThrow(() -> refused("medium")),
                text(state).isEmpty()
                        ? null
                        : ProjectState.named(text(state)).orElseThrow(() -> refused("state")),
                text(district).isEmpty() ? null : text(district),
                numberOfYear());
    }

    private @Nullable Integer numberOfYear() {
        if (text(year).isEmpty()) {
            return null;
        }
        if (!text(year).matches("[0-9]{4}")) {
            throw refused("year");
        }
        return Integer.valueOf(text(year));
    }

    private static Refusal refused(String field) {
        return Refusal.invalid(field, "remediation.problem.choose");
    }

    /** The same question at an address, without what was not asked. */
    String address(String path) {
        var uri = UriComponentsBuilder.fromPath(path);
        put(uri, "agency", agency);
        put(uri, "words", words);
        put(uri, "medium", medium);
        put(uri, "district", district);
        put(uri, "state", state);
        put(uri, "year", year);
        return uri.encode().toUriString();
    }

    /** A page of the list at an address. */
    String address(String path, int page) {
        var first = address(path);
        return page == 1 ? first : first + (first.contains("?") ? "&" : "?") + "page=" + page;
    }

    private static void put(UriComponentsBuilder uri, String name, @Nullable String value) {
        if (!text(value).isEmpty()) {
            uri.queryParam(name, text(value));
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
