package org.gongkai.opengov.requests;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Text as it is searched (检索形式): full and half width alike, small letters, no spaces; and the pairs
 * of neighbouring signs in it. Chinese has no spaces between words, so that a question is found by
 * its pairs, whatever a dictionary would cut (ADR 0197).
 */
final class FoldedText {
    private static final int MOST = 8;

    private FoldedText() {}

    /** The text as it is compared. */
    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u3000\\p{Cntrl}]+", "");
    }

    /** What somebody looks for: every part between spaces has to be found. */
    static List<String> terms(String words) {
        return Arrays.stream(words.split("[\\s\\u3000]+"))
                .map(FoldedText::of)
                .filter(it -> !it.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** The pairs of a folded text; none of a single sign. */
    static Set<String> pairs(String folded) {
        var signs = folded.codePoints().toArray();
        var pairs = new TreeSet<String>();
        for (var at = 0; at + 1 < signs.length; at++) {
            pairs.add(new String(signs, at, 2));
        }
        return pairs;
    }

    /** The pairs as one text for {@code string_to_array}; no folded text holds a line's end. */
    static String joined(Set<String> pairs) {
        return pairs.stream().collect(Collectors.joining("\n"));
    }
}
