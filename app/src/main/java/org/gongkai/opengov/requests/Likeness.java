package org.gongkai.opengov.requests;

import java.util.HashSet;
import java.util.Set;

/**
 * How alike two texts are (相似度): the share of pairs of signs that both have, from 0 to 1.
 *
 * <p>Our reading (ADR 0168): from six tenths on a person should look whether both ask the same.
 */
public final class Likeness {
    /** From here on two texts are shown side by side. */
    public static final double ALIKE = 0.6;

    /** So many signs are compared. */
    static final int COMPARED = 2_000;

    private Likeness() {}

    /** Pairs of both, by pairs of either; 1 for two equal texts. */
    public static double of(String one, String other) {
        var left = pairs(one);
        var right = pairs(other);
        if (left.isEmpty() || right.isEmpty()) {
            return left.equals(right) ? 1 : 0;
        }
        var both = new HashSet<>(left);
        both.retainAll(right);
        return (double) both.size() / (left.size() + right.size() - both.size());
    }

    /**
     * The same in whole hundredths, of the beginnings of both: a text of forty pages is not read to
     * its end two hundred times.
     */
    static int percent(String one, String other) {
        return (int) Math.round(100 * of(beginning(one), beginning(other)));
    }

    private static String beginning(String text) {
        return text.length() <= COMPARED ? text : text.substring(0, COMPARED);
    }

    private static Set<String> pairs(String text) {
        var signs = text.replaceAll("[\\s\\p{P}]+", "");
        var pairs = new HashSet<String>();
        for (var at = 0; at + 1 < signs.length(); at++) {
            pairs.add(signs.substring(at, at + 2));
        }
        if (signs.length() == 1) {
            pairs.add(signs);
        }
        return pairs;
    }
}
