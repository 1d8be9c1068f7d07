package org.gongkai.platform.textcheck.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.platform.textcheck.persistence.WordingRules;
import org.jspecify.annotations.Nullable;

/** What to show of the lists (词表筛选). */
record WordingQuery(
        @Nullable String of, @Nullable String q, @Nullable String state, @Nullable Integer page) {

    WordingRules.Filter filter() {
        var words = Objects.requireNonNullElse(q, "").strip();
        Optional<Boolean> active =
                switch (Objects.requireNonNullElse(state, "")) {
                    case "active" -> Optional.of(true);
                    case "retired" -> Optional.of(false);
                    default -> Optional.empty();
                };
        return new WordingRules.Filter(
                WordingForm.kindOf(of),
                words.length() > 100 ? words.substring(0, 100) : words,
                active);
    }

    int number() {
        return page == null ? 1 : Math.max(1, page);
    }

    String address(String path, int number) {
        return path
                + "?of="
                + encoded(of)
                + "&q="
                + encoded(q)
                + "&state="
                + encoded(state)
                + "&page="
                + number;
    }

    private static String encoded(@Nullable String value) {
        return URLEncoder.encode(Objects.requireNonNullElse(value, ""), StandardCharsets.UTF_8);
    }
}
