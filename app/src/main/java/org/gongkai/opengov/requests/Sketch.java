package org.gongkai.opengov.requests;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A short mark of what a text is about (文本指纹), by which similar texts are found among many without
 * reading them: two texts share a band of it the more likely the more pairs of signs they share.
 *
 * <p>Min-wise hashing (Broder 1997) of 72 hashes in 24 bands of three: of two texts with six tenths
 * of their pairs in common, 99.7 in a hundred share a band, with one tenth 2.4. How alike they are
 * is then told by {@link Likeness}.
 */
final class Sketch {
    private static final int BANDS = 24;
    private static final int ROWS = 3;

    private Sketch() {}

    /** The bands of a text; none of a text without pairs. */
    static List<Integer> of(String text) {
        var pairs =
                FoldedText.pairs(FoldedText.of(text.replaceAll("\\p{P}+", ""))).stream()
                        .mapToLong(Sketch::number)
                        .toArray();
        return pairs.length == 0
                ? List.of()
                : IntStream.range(0, BANDS).mapToObj(it -> band(pairs, it)).distinct().toList();
    }

    /** As one text for {@code string_to_array}. */
    static String joined(List<Integer> sketch) {
        return sketch.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static int band(long[] pairs, int band) {
        var mixed = mix(band + 1L);
        for (var row = 0; row < ROWS; row++) {
            var seed = mix(1_000L + band * ROWS + row);
            mixed = mix(mixed ^ Arrays.stream(pairs).map(it -> mix(it ^ seed)).min().orElseThrow());
        }
        return (int) (mixed >>> 32);
    }

    private static long number(String pair) {
        return (long) pair.codePointAt(0) << 32 | pair.codePointBefore(pair.length());
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long seed) {
        var it = seed + 0x9E3779B97F4A7C15L;
        it = (it ^ it >>> 30) * 0xBF58476D1CE4E5B9L;
        it = (it ^ it >>> 27) * 0x94D049BB133111EBL;
        return it ^ it >>> 31;
    }
}
