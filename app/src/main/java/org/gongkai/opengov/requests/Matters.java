package org.gongkai.opengov.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is asked, told apart by matter (一事一申请): where somebody numbers several matters in one text,
 * a split is offered; it is never made for them.
 */
public final class Matters {
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "^\\s*(?:[0-9]{1,2}[.、．)）]|[一二三四五六七八九十]{1,3}[、.．]|[（(](?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）])\\s*");

    private Matters() {}

    /** The numbered matters of a text, without their numbers; the text alone if it has no two. */
    public static List<String> of(String text) {
        var head = new StringBuilder();
        var matters = new ArrayList<StringBuilder>();
        for (var line : text.strip().split("\n", -1)) {
            var number = NUMBERED.matcher(line);
            if (number.find()) {
                matters.add(new StringBuilder(line.substring(number.end())));
            } else if (matters.isEmpty()) {
                head.append(line).append('\n');
            } else {
                matters.getLast().append('\n').append(line);
            }
        }
        var found =
                matters.stream()
                        .map(it -> it.toString().strip())
                        .filter(it -> !it.isEmpty())
                        .toList();
        if (found.size() < 2) {
            return List.of(text.strip());
        }
        // What stands before the first number belongs to each: 申请公开2020年以来的：
        var before = head.toString().strip();
        return before.isEmpty() ? found : found.stream().map(it -> before + "\n" + it).toList();
    }
}
