package org.gongkai.opengov.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order the signs of a page are read (阅读顺序): as drawn, which office programs do in order;
 * or by place, for pages that are drawn in pieces.
 */
final class ReadingOrder {
    private static final double TURN = 0.05;
    private static final double SAME_LINE = 0.5;
    private static final double OVERLAP = 0.6;
    private static final double GAP = 3;

    private ReadingOrder() {}

    /** As drawn, without signs that are drawn twice at one place. */
    static List<Integer> drawn(List<Glyph> glyphs) {
        Map<String, List<Glyph>> seen = new HashMap<>();
        List<Integer> order = new ArrayList<>(glyphs.size());
        for (var at = 0; at < glyphs.size(); at++) {
            var glyph = glyphs.get(at);
            var alike = seen.computeIfAbsent(glyph.text(), it -> new ArrayList<>());
            if (glyph.isBlank() || alike.stream().noneMatch(glyph::repeats)) {
                alike.add(glyph);
                order.add(at);
            }
        }
        return order;
    }

    /** By place: line after line in the direction of writing. */
    static List<Integer> placed(List<Glyph> glyphs) {
        var order = drawn(glyphs);
        Map<Long, List<Integer>> turned = new HashMap<>();
        for (var at : order) {
            turned.computeIfAbsent(
                            Math.round(glyphs.get(at).angle() / TURN), it -> new ArrayList<>())
                    .add(at);
        }
        List<Integer> placed = new ArrayList<>(order.size());
        turned.values().stream()
                .sorted(Comparator.comparingInt(it -> -it.size()))
                .forEach(it -> addByLines(glyphs, it, placed));
        return placed;
    }

    private static void addByLines(List<Glyph> glyphs, List<Integer> some, List<Integer> placed) {
        some.sort(Comparator.comparingDouble(it -> glyphs.get(it).across()));
        for (int from = 0; from < some.size(); ) {
            var first = glyphs.get(some.get(from));
            int to = from + 1;
            while (to < some.size()
                    && glyphs.get(some.get(to)).across() - first.across()
                            <= SAME_LINE * first.size()) {
                to++;
            }
            var line = some.subList(from, to);
            line.sort(Comparator.comparingDouble(it -> glyphs.get(it).along()));
            placed.addAll(line);
            from = to;
        }
    }

    /** The one that tears fewer lines. */
    static List<Integer> best(List<Glyph> glyphs) {
        var drawn = drawn(glyphs);
        var placed = placed(glyphs);
        return breaks(glyphs, drawn) > 1.3 * breaks(glyphs, placed) + 2 ? placed : drawn;
    }

    private static int breaks(List<Glyph> glyphs, List<Integer> order) {
        var breaks = 0;
        for (var at = 1; at < order.size(); at++) {
            breaks += continues(glyphs.get(order.get(at - 1)), glyphs.get(order.get(at))) ? 0 : 1;
        }
        return breaks;
    }

    /** Whether the second follows the first on its line. */
    static boolean continues(Glyph first, Glyph second) {
        var gap = second.along() - first.along() - first.advance();
        return sameLine(first, second)
                && gap > -OVERLAP * first.size() - first.advance() / 2
                && gap < GAP * first.size();
    }

    static boolean sameLine(Glyph first, Glyph second) {
        return Math.abs(first.angle() - second.angle()) < TURN
                && Math.abs(first.across() - second.across())
                        <= SAME_LINE * Math.max(first.size(), second.size());
    }
}
