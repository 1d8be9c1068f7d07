package org.gongkai.platform.commitments;

import java.text.Normalizer;
import java.util.Comparator;

/** Strings as canonical JSON has them, and how they are ordered (规范字符串). */
public final class CanonicalText {
    /**
     * Ascending by UTF-8 bytes, which is by code points. {@link String#compareTo} goes by UTF-16
     * units and puts what lies beyond U+FFFF before U+E000.
     */
    public static final Comparator<String> BY_BYTES = CanonicalText::compare;

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int ASCII_END = 0x80;

    private CanonicalText() {}

    /** This text, if canonical JSON may hold it. */
    public static String require(String text, Path path) {
        var ascii = true;
        for (var at = 0; at < text.length(); at++) {
            var unit = text.charAt(at);
            if (unit < FIRST_PRINTABLE) {
                throw CommitmentRefused.at(
                        path, CommitmentFault.NOT_CANONICAL, "U+%04X".formatted((int) unit));
            }
            ascii &= unit < ASCII_END;
        }
        if (!ascii) {
            requireWhole(text, path);
            if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
                throw CommitmentRefused.at(path, CommitmentFault.NOT_COMPOSED, text);
            }
        }
        return text;
    }

    /** This text, if it may name something: not empty, every code point assigned. */
    public static String requireId(String text, Path path) {
        if (text.isEmpty()
                || text.codePoints()
                        .anyMatch(it -> Character.getType(it) == Character.UNASSIGNED)) {
            throw CommitmentRefused.at(path, CommitmentFault.NOT_AN_ID, text);
        }
        return text;
    }

    private static void requireWhole(String text, Path path) {
        for (var at = 0; at < text.length(); at++) {
            var unit = text.charAt(at);
            if (!Character.isSurrogate(unit)) {
                continue;
            }
            var paired =
                    Character.isHighSurrogate(unit)
                            && at + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(at + 1));
            if (!paired) {
                throw CommitmentRefused.at(
                        path, CommitmentFault.NOT_CANONICAL, "U+%04X".formatted((int) unit));
            }
            at++;
        }
    }

    private static int compare(String left, String right) {
        var common = Math.min(left.length(), right.length());
        for (var at = 0; at < common; at++) {
            var one = left.charAt(at);
            var other = right.charAt(at);
            if (one != other) {
                // Surrogates, the halves of all beyond U+FFFF, come after every other unit.
                return Character.isSurrogate(one) == Character.isSurrogate(other)
                        ? Character.compare(one, other)
                        : Character.isSurrogate(one) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
