package org.gongkai.platform.search.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.gongkai.platform.search.QuestionDesk;
import org.jspecify.annotations.Nullable;

/** Which questions to show (检索统计筛选); days that are none do not filter. */
record QuestionQuery(
        @Nullable String from,
        @Nullable String to,
        @Nullable String q,
        @Nullable String missing,
        @Nullable Integer page) {

    QuestionDesk.Filter filter() {
        var words = Objects.requireNonNullElse(q, "").strip();
        return new QuestionDesk.Filter(
                day(from),
                day(to),
                words.substring(0, Math.min(words.length(), 60)),
                "true".equals(missing));
    }

    int number() {
        return page == null ? 1 : Math.max(1, page);
    }

    String address(String path, int number) {
        return path
                + "?from="
                + encoded(from)
                + "&to="
                + encoded(to)
                + "&q="
                + encoded(q)
                + "&missing="
                + encoded(missing)
                + "&page="
                + number;
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static String encoded(@Nullable String value) {
        return URLEncoder.encode(Objects.requireNonNullElse(value, ""), StandardCharsets.UTF_8);
    }
}
