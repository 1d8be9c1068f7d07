package org.gongkai.platform.pages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two texts (修改对照): paragraph by paragraph, and within a paragraph character
 * by character.
 */
public record Difference(List<Line> lines) {
    /** Longer middles are shown as removed and added whole. */
    private static final int LONGEST = 1_500;

    public Difference {
        lines = List.copyOf(lines);
    }

    /** What became of a stretch. */
    public enum Fate {
        KEPT,
        REMOVED,
        ADDED
    }

    /** A stretch of text and what became of it. */
    public record Piece(Fate fate, String text) {}

    /** A paragraph; {@code changed} when anything in it is not kept. */
    public record Line(List<Piece> pieces) {
        /** Whether anything was added or removed here. */
        public boolean changed() {
            return pieces.stream().anyMatch(it -> it.fate() != Fate.KEPT);
        }
    }

    /** The difference of two texts given as paragraphs. */
    public static Difference between(List<String> before, List<String> after) {
        var lines = new ArrayList<Line>();
        var removed = new ArrayList<String>();
        var added = new ArrayList<String>();
        for (var it : compare(before, after)) {
            switch (it.fate()) {
                case REMOVED -> removed.add(it.value());
                case ADDED -> added.add(it.value());
                case KEPT -> {
                    pair(removed, added, lines);
                    lines.add(new Line(List.of(new Piece(Fate.KEPT, it.value()))));
                }
            }
        }
        pair(removed, added, lines);
        return new Difference(lines);
    }

    /** Whether the two texts are the same. */
    public boolean none() {
        return lines.stream().noneMatch(Line::changed);
    }

    /** Paragraphs in a row; {@code folded} when nothing changed in them or right beside them. */
    public record Stretch(boolean folded, List<Line> lines) {}

    /** All paragraphs, those far from any change folded away. */
    public List<Stretch> stretches() {
        var stretches = new ArrayList<Stretch>();
        for (int at = 0; at < lines.size(); at++) {
            boolean folded = !besideAChange(at);
            if (stretches.isEmpty() || stretches.getLast().folded() != folded) {
                stretches.add(new Stretch(folded, new ArrayList<>()));
            }
            stretches.getLast().lines().add(lines.get(at));
        }
        return stretches;
    }

    private boolean besideAChange(int at) {
        return lines.subList(Math.max(0, at - 1), Math.min(lines.size(), at + 2)).stream()
                .anyMatch(Line::changed);
    }

    private static void pair(List<String> removed, List<String> added, List<Line> lines) {
        for (var at = 0; at < Math.max(removed.size(), added.size()); at++) {
            var old = at < removed.size() ? removed.get(at) : null;
            var fresh = at < added.size() ? added.get(at) : null;
            lines.add(new Line(within(old, fresh)));
        }
        removed.clear();
        added.clear();
    }

    private static List<Piece> within(@Nullable String old, @Nullable String fresh) {
        if (old == null || fresh == null) {
            return fresh != null
                    ? List.of(new Piece(Fate.ADDED, fresh))
                    : List.of(new Piece(Fate.REMOVED, old == null ? "" : old));
        }
        var pieces = new ArrayList<Piece>();
        for (var it : compare(characters(old), characters(fresh))) {
            var last = pieces.isEmpty() ? null : pieces.getLast();
            if (last != null && last.fate() == it.fate()) {
                pieces.set(pieces.size() - 1, new Piece(it.fate(), last.text() + it.value()));
            } else {
                pieces.add(new Piece(it.fate(), it.value()));
            }
        }
        return pieces;
    }

    private static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    private record Step(Fate fate, String value) {}

    private static List<Step> compare(List<String> before, List<String> after) {
        var start = 0;
        while (start < Math.min(before.size(), after.size())
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        var end = 0;
        while (end < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        var steps = new ArrayList<Step>();
        before.subList(0, start).forEach(it -> steps.add(new Step(Fate.KEPT, it)));
        middle(
                before.subList(start, before.size() - end),
                after.subList(start, after.size() - end),
                steps);
        before.subList(before.size() - end, before.size())
                .forEach(it -> steps.add(new Step(Fate.KEPT, it)));
        return steps;
    }

    /** The longest common subsequence, by the textbook table. */
    private static void middle(List<String> before, List<String> after, List<Step> steps) {
        var rows = before.size();
        var columns = after.size();
        var common = rows > LONGEST || columns > LONGEST ? null : table(before, after);
        var row = 0;
        var column = 0;
        while (common != null && row < rows && column < columns) {
            if (before.get(row).equals(after.get(column))) {
                steps.add(new Step(Fate.KEPT, before.get(row)));
                row++;
                column++;
            } else if (common[row + 1][column] >= common[row][column + 1]) {
                steps.add(new Step(Fate.REMOVED, before.get(row++)));
            } else {
                steps.add(new Step(Fate.ADDED, after.get(column++)));
            }
        }
        before.subList(row, rows).forEach(it -> steps.add(new Step(Fate.REMOVED, it)));
        after.subList(column, columns).forEach(it -> steps.add(new Step(Fate.ADDED, it)));
    }

    private static int[][] table(List<String> before, List<String> after) {
        var common = new int[before.size() + 1][after.size() + 1];
        for (var row = before.size() - 1; row >= 0; row--) {
            for (var column = after.size() - 1; column >= 0; column--) {
                common[row][column] =
                        before.get(row).equals(after.get(column))
                                ? common[row + 1][column + 1] + 1
                                : Math.max(common[row + 1][column], common[row][column + 1]);
            }
        }
        return common;
    }
}
