package org.gongkai.opengov.inspections.draws.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.platform.refusals.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a source said, as a form types it (随机数录入表单). */
final class SourceForm {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 20_000;

    private SourceForm() {}

    /** Numbers of each group, parted by anything that is no digit. */
    static List<List<Long>> numbers(List<String> groups) {
        var numbers = new ArrayList<List<Long>>();
        for (var each : groups) {
            numbers.add(
                    Arrays.stream(each.split("[^0-9]+", -1))
                            .filter(it -> !it.isEmpty() && it.length() < 10)
                            .map(Long::valueOf)
                            .toList());
        }
        return numbers;
    }

    static Object json(String typed) {
        try {
            if (typed.length() <= LONGEST) {
                return JSON.readValue(typed, Object.class);
            }
        } catch (JacksonException e) {
            // Said below.
        }
        throw Refusal.invalid("disclosure", "inspections.draw.field.disclosure-none");
    }
}
