package org.gongkai.platform.search.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What else a reader may mean (同义词表): words of one line find each other, and a word before => also
 * finds what stands behind it. Applied to what is typed and never to what is indexed, so that a
 * change works at once.
 *
 * @param alternatives each bare word with what else it finds
 */
public record Thesaurus(Map<String, List<String>> alternatives) {

    private static final String ONE_WAY = "=>";
    private static final int LONGEST_WORD = 20;

    public Thesaurus {
        alternatives = Map.copyOf(alternatives);
    }

    /** From lines as {@code search/synonyms.txt} has them. */
    public static Thesaurus of(Collection<String> lines) {
        Map<String, Set<String>> alternatives = new HashMap<>();
        for (String line : lines) {
            int arrow = line.indexOf(ONE_WAY);
            List<String> left = words(arrow < 0 ? line : line.substring(0, arrow));
            List<String> right = arrow < 0 ? left : words(line.substring(arrow + 2));
            for (String word : left) {
                right.stream()
                        .filter(it -> !it.equals(word))
                        .forEach(
                                it ->
                                        alternatives
                                                .computeIfAbsent(word, w -> new LinkedHashSet<>())
                                                .add(it));
            }
        }
        Map<String, List<String>> lists = new HashMap<>();
        alternatives.forEach((word, others) -> lists.put(word, List.copyOf(others)));
        return new Thesaurus(lists);
    }

    /** The list that is shipped. */
    public static Thesaurus shipped() {
        return of(shippedLines());
    }

    /** The lines of the list that is shipped. */
    public static List<String> shippedLines() {
        return Dictionary.lines("synonyms.txt").stream()
                .flatMap(it -> line(it).stream())
                .distinct()
                .toList();
    }

    /**
     * A typed line as it is kept; empty if it has no two words, a word of one character, or a word
     * that is too long.
     */
    public static Optional<String> line(String typed) {
        String folded = Folding.fold(typed).replace("→", ONE_WAY);
        int arrow = folded.indexOf(ONE_WAY);
        List<String> left = words(arrow < 0 ? folded : folded.substring(0, arrow));
        List<String> right = arrow < 0 ? List.of() : words(folded.substring(arrow + 2));
        boolean enough = arrow < 0 ? left.size() > 1 : !left.isEmpty() && !right.isEmpty();
        boolean fit =
                Stream.concat(left.stream(), right.stream())
                        .allMatch(it -> it.length() > 1 && it.length() <= LONGEST_WORD);
        if (!enough || !fit) {
            return Optional.empty();
        }
        String before = String.join(" ", left);
        return Optional.of(
                arrow < 0 ? before : before + " " + ONE_WAY + " " + String.join(" ", right));
    }

    /** The words of one side of a line, folded and without punctuation but the point in pm2.5. */
    static List<String> words(String side) {
        List<String> words = new ArrayList<>();
        for (String word : side.strip().split("[\\s,，、;；]+")) {
            String plain = plain(word);
            if (!plain.isEmpty()) {
                words.add(plain);
            }
        }
        return words;
    }

    /** 双随机、一公开 as the list has it: 双随机一公开. */
    static String plain(String word) {
        var plain = new StringBuilder();
        Folding.fold(word)
                .codePoints()
                .filter(it -> Folding.counts(it) || it == '.')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** What else this finds. */
    public List<String> of(String word) {
        return alternatives.getOrDefault(word, List.of());
    }

    /** The longest word of the list that begins here. */
    Optional<String> at(String text, int from) {
        for (int to = Math.min(text.length(), from + LONGEST_WORD); to > from + 1; to--) {
            String stretch = text.substring(from, to);
            if (alternatives.containsKey(stretch) && whole(text, from, to)) {
                return Optional.of(stretch);
            }
        }
        return Optional.empty();
    }

    /** Letters and digits are only found whole: eia is not in media. */
    private static boolean whole(String text, int from, int to) {
        return !(latin(text, from) && latin(text, from - 1))
                && !(latin(text, to - 1) && latin(text, to));
    }

    private static boolean latin(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
}
