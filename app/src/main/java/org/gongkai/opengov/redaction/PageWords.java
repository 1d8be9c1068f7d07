package org.gongkai.opengov.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a page says (页面文字), line by line.
 *
 * @param said as it stands
 * @param remains as it will be released
 */
public record PageWords(Set<PageNote> notes, List<String> said, List<String> remains) {

    static List<String> lines(List<Glyph> glyphs) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        Glyph before = null;
        for (var glyph : glyphs) {
            if (before != null && !ReadingOrder.continues(before, glyph)) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(glyph.text());
            before = glyph;
        }
        lines.add(line.toString());
        return lines.stream().filter(it -> !it.isBlank()).toList();
    }
}
