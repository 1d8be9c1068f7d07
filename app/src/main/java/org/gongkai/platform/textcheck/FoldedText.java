package org.gongkai.platform.textcheck;

import java.util.BitSet;

/**
 * A text as detectors read it (规整文本): full-width digits and letters as half-width, invisible signs
 * gone, each sign knowing its place in the original.
 */
public final class FoldedText {
    private final String original;
    private final String folded;
    private final int[] places;
    private final BitSet claimed = new BitSet();

    private FoldedText(String original, String folded, int[] places) {
        this.original = original;
        this.folded = folded;
        this.places = places;
    }

    /** Folds {@code original}. */
    public static FoldedText of(String original) {
        var folded = new StringBuilder(original.length());
        var places = new int[original.length() + 1];
        for (var at = 0; at < original.length(); at++) {
            var sign = original.charAt(at);
            if (!isInvisible(sign)) {
                places[folded.length()] = at;
                folded.append(fold(sign));
            }
        }
        places[folded.length()] = original.length();
        return new FoldedText(original, folded.toString(), places);
    }

    private static boolean isInvisible(char sign) {
        return Character.getType(sign) == Character.FORMAT
                || sign >= '\uFE00' && sign <= '\uFE0F'
                || sign == '\u034F';
    }

    private static char fold(char sign) {
        if (sign >= '\uFF10' && sign <= '\uFF19'
                || sign >= '\uFF21' && sign <= '\uFF3A'
                || sign >= '\uFF41' && sign <= '\uFF5A'
                || sign == '\uFF20') {
            return (char) (sign - 0xFEE0);
        }
        return switch (sign) {
            case '\u00A0', '\u3000', '\u2002', '\u2003', '\u2009' -> ' ';
            case '\uFF0D', '\u2010', '\u2011', '\u2012', '\u2013', '\u2212' -> '-';
            case '\uFF0E' -> '.';
            default -> sign;
        };
    }

    /** The text to search. */
    public String text() {
        return folded;
    }

    /** Where a sign of the folded text stands in the original. */
    public int originalOffset(int at) {
        return places[at];
    }

    /** The words of the original between two places of the folded text. */
    public String quote(int start, int end) {
        return original.substring(
                places[start], end == start ? places[start] : places[end - 1] + 1);
    }

    /** Takes a place for one finding; false if an earlier, more telling one has it. */
    public boolean claim(int start, int end) {
        var next = claimed.nextSetBit(start);
        if (next >= 0 && next < end) {
            return false;
        }
        claimed.set(start, end);
        return true;
    }

    /** The words just before a place, at most {@code length} of them, within its line. */
    public String before(int at, int length) {
        var words = folded.substring(Math.max(0, at - length), at);
        return words.substring(words.lastIndexOf('\n', words.length() - 1) + 1);
    }

    /** The words just behind a place, at most {@code length} of them. */
    public String behind(int at, int length) {
        return folded.substring(at, Math.min(folded.length(), at + length));
    }
}
