package org.gongkai.platform.search.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What people say around what they look for (口语虚词), from {@code search/asides.txt}: 怎么, 请问, 查询; and
 * words that say little of the matter, from {@code search/weak.txt}: 情况, 工作. The first are dropped,
 * the second need not be found, as long as something else remains.
 */
final class Asides {

    private static final List<Aside> SHIPPED =
            Dictionary.lines("asides.txt").stream()
                    .map(Aside::of)
                    .sorted(Comparator.comparing((Aside it) -> it.said.length()).reversed())
                    .toList();

    private static final Set<String> WEAK = new HashSet<>(Dictionary.lines("weak.txt"));

    private Asides() {}

    /**
     * Something said around.
     *
     * @param hints words that documents may well have which answer it
     */
    record Aside(String said, List<String> hints) {
        private static Aside of(String line) {
            String[] halves = line.split("~");
            return new Aside(
                    halves[0].strip(),
                    halves.length < 2 ? List.of() : Arrays.asList(halves[1].strip().split("\\s+")));
        }
    }

    /** The longest aside that begins here. */
    static Optional<Aside> at(String text, int from) {
        return SHIPPED.stream().filter(it -> text.startsWith(it.said, from)).findFirst();
    }

    /** Whether the word says little. */
    static boolean weak(String word) {
        return WEAK.contains(word);
    }
}
