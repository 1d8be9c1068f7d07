package org.gongkai.opengov.inspections.tasks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a record of inspection (检查记录), as typed at the site, before anything is known to
 * be right. Whom the officers met is kept apart: {@link Present}.
 *
 * @param arrived local date and time, e.g. {@code 2021-07-30T09:10}
 * @param answers by key of the question
 * @param notes to a question, by its key
 * @param result code of the result value
 * @param measures slugs
 * @param rectifyBy the day by which it is to be put right
 * @param signatures names of the officers who sign, one a line
 */
public record VisitContent(
        String arrived,
        String left,
        boolean noticeGiven,
        boolean certificatesShown,
        Map<String, String> answers,
        Map<String, String> notes,
        String findings,
        String result,
        List<String> measures,
        String rectifyBy,
        String order,
        String signatures) {

    /** The prefix of a field with an answer. */
    public static final String ANSWER = "answer.";

    /** The prefix of a field with a note. */
    public static final String NOTE = "note.";

    public VisitContent {
        answers = Map.copyOf(answers);
        notes = Map.copyOf(notes);
        measures = List.copyOf(measures);
    }

    /**
     * Whom the officers met (在场人员), who signs or refuses.
     *
     * @param refusal why the person did not sign; empty who signed
     */
    public record Present(String name, String post, String refusal) {

        /** Nobody yet. */
        public static Present nobody() {
            return new Present("", "", "");
        }

        boolean isEmpty() {
            return name.isEmpty() && post.isEmpty() && refusal.isEmpty();
        }
    }

    /** Nothing yet. */
    public static VisitContent empty() {
        return new VisitContent(
                "", "", false, false, Map.of(), Map.of(), "", "", List.of(), "", "", "");
    }

    /** Of the fields of a form, whether a page or a telephone sent them. */
    static VisitContent of(Map<String, List<String>> fields) {
        Function<String, String> one = it -> line(fields.get(it));
        return new VisitContent(
                one.apply("arrived"),
                one.apply("left"),
                !one.apply("noticeGiven").isEmpty(),
                !one.apply("certificatesShown").isEmpty(),
                prefixed(fields, ANSWER),
                prefixed(fields, NOTE),
                one.apply("findings"),
                one.apply("result"),
                fields.getOrDefault("measures", List.of()).stream()
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .sorted()
                        .distinct()
                        .toList(),
                one.apply("rectifyBy"),
                one.apply("order"),
                one.apply("signatures"));
    }

    /** Of the same fields, whom the officers met. */
    static Present presentOf(Map<String, List<String>> fields) {
        return new Present(
                line(fields.get("presentName")),
                line(fields.get("presentPost")),
                line(fields.get("refusal")));
    }

    private static Map<String, String> prefixed(Map<String, List<String>> fields, String prefix) {
        var found = new TreeMap<String, String>();
        fields.forEach(
                (key, values) -> {
                    var value = line(values);
                    if (key.startsWith(prefix) && !value.isEmpty()) {
                        found.put(key.substring(prefix.length()), value);
                    }
                });
        return found;
    }

    private static String line(@Nullable List<String> values) {
        return values == null || values.isEmpty()
                ? ""
                : values.getFirst()
                        .replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                        .strip();
    }
}
