package org.gongkai.opengov.requests;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where something stands in a case (命中片段), within its line.
 *
 * @param hit the words looked for
 */
public record Passage(String before, String hit, String after) {
    private static final int AROUND = 24;
    private static final String MORE = "…";

    /** Around the first of these terms; empty where none is found as it was typed. */
    static Optional<Passage> of(String words, List<String> terms) {
        return words.lines().flatMap(it -> within(it, terms).stream()).findFirst();
    }

    private static Optional<Passage> within(String line, List<String> terms) {
        return terms.stream()
                .map(it -> spaced(it).matcher(line))
                .filter(Matcher::find)
                .min(Comparator.comparingInt(Matcher::start))
                .map(it -> around(line, it.start(), it.end()));
    }

    private static Pattern spaced(String term) {
        return Pattern.compile(
                term.codePoints()
                        .mapToObj(it -> Pattern.quote(Character.toString(it)))
                        .collect(Collectors.joining("[\\s\\u3000]*")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Passage around(String line, int from, int to) {
        var start = Math.max(0, from - AROUND);
        var end = Math.min(line.length(), to + AROUND);
        return new Passage(
                (start > 0 ? MORE : "") + line.substring(start, from),
                line.substring(from, to),
                line.substring(to, end) + (end < line.length() ? MORE : ""));
    }
}
