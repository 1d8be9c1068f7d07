package org.gongkai.platform.search.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Other spellings (您是不是要找): words of the trade that sound or look like what was typed, or differ by
 * one character more, less, other or two exchanged.
 *
 * <p>Only from the dictionary, never from documents: a suggestion must not tell of something that
 * is not public. What stands in quotes or is excluded is left as it is.
 */
public final class Spelling {

    private static final int MOST = 5;

    /** Shorter words are only mended where they sound the same. */
    private static final int SHORTEST = 3;

    private static final int SHORTEST_OTHER_LENGTH = 4;

    /** The stretches that may be mended; quotes and exclusions come first and are passed over. */
    private static final Pattern STRETCH =
            Pattern.compile(
                    "[\"“”„「『〝][^\"“”」』〞]*[\"“”」』〞]|(?:^|\\s)[-−–]\\S+|(?<han>\\p{IsHan}{2,})");

    private static final Map<Integer, Set<Integer>> SHAPES = shapes();

    private final List<Known> words;
    private final Set<String> right;

    private Spelling(Collection<String> words) {
        right = Set.copyOf(words);
        this.words =
                right.stream()
                        .filter(it -> it.length() > 1 && it.codePoints().allMatch(Spelling::han))
                        .map(it -> new Known(it, Sounds.syllables(it)))
                        .toList();
    }

    /** With these words. */
    public static Spelling of(Collection<String> words) {
        return new Spelling(words);
    }

    /** With the words that are shipped. */
    public static Spelling shipped() {
        return new Spelling(Dictionary.shipped().words());
    }

    private record Known(String word, List<String> syllables) {}

    private record Mended(String text, int cost, int length) {}

    /** What may have been meant, the likeliest first; at most five. */
    public List<String> corrections(String typed) {
        String folded = Folding.fold(WantedReader.cut(typed.strip()));
        List<Mended> found = new ArrayList<>();
        Matcher stretch = STRETCH.matcher(folded);
        while (stretch.find()) {
            if (stretch.group("han") != null) {
                mend(folded, stretch.start("han"), stretch.end("han"), found);
            }
        }
        found.sort(
                Comparator.comparingInt(Mended::cost)
                        .thenComparing(Comparator.comparingInt(Mended::length).reversed())
                        .thenComparing(Mended::text));
        var texts = new LinkedHashSet<String>();
        found.forEach(it -> texts.add(it.text));
        return texts.stream().limit(MOST).toList();
    }

    private void mend(String folded, int from, int to, List<Mended> found) {
        List<String> sounds = Sounds.syllables(folded.substring(from, to));
        boolean aligned = sounds.size() == to - from;
        for (int at = from; at < to - 1; at++) {
            for (Known known : words) {
                int length = known.word.length();
                for (int end = at + length - 1; end <= Math.min(to, at + length + 1); end++) {
                    String typed = end > at + 1 ? folded.substring(at, end) : "";
                    if (typed.isEmpty() || right.contains(typed)) {
                        continue;
                    }
                    List<String> heard =
                            aligned ? sounds.subList(at - from, end - from) : List.of();
                    int cost = cost(typed, heard, known);
                    if (cost > 0) {
                        String text = folded.substring(0, at) + known.word + folded.substring(end);
                        found.add(new Mended(text, cost, length));
                    }
                }
            }
        }
    }

    /** How far the typed is from the word, 1 the nearest; 0 if it is another word. */
    private static int cost(String typed, List<String> heard, Known known) {
        String word = known.word;
        if (typed.equals(word)) {
            return 0;
        }
        if (typed.length() != word.length()) {
            boolean longEnough = word.length() >= SHORTEST_OTHER_LENGTH && !typed.contains(word);
            return longEnough && oneMore(typed, word) ? 3 : 0;
        }
        List<Integer> differing = differing(typed, word);
        if (differing.size() == 1) {
            int at = differing.getFirst();
            if (alike(typed.charAt(at), word.charAt(at))) {
                return word.length() >= SHORTEST ? 1 : 2;
            }
        }
        if (heard.equals(known.syllables)) {
            return 1;
        }
        if (word.length() < SHORTEST) {
            return 0;
        }
        boolean exchanged =
                differing.size() == 2
                        && differing.get(1) == differing.get(0) + 1
                        && typed.charAt(differing.get(0)) == word.charAt(differing.get(1))
                        && typed.charAt(differing.get(1)) == word.charAt(differing.get(0));
        if (exchanged) {
            return 2;
        }
        return differing.size() == 1 && word.length() >= SHORTEST_OTHER_LENGTH ? 4 : 0;
    }

    private static List<Integer> differing(String one, String other) {
        List<Integer> differing = new ArrayList<>();
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                differing.add(i);
            }
        }
        return differing;
    }

    /** Whether the longer one is the other with one character put in. */
    private static boolean oneMore(String one, String other) {
        String longer = one.length() > other.length() ? one : other;
        String shorter = one.length() > other.length() ? other : one;
        int at = 0;
        while (at < shorter.length() && longer.charAt(at) == shorter.charAt(at)) {
            at++;
        }
        return longer.substring(at + 1).equals(shorter.substring(at));
    }

    private static boolean alike(char one, char other) {
        return SHAPES.getOrDefault((int) one, Set.of()).contains((int) other);
    }

    private static boolean han(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    private static Map<Integer, Set<Integer>> shapes() {
        Map<Integer, Set<Integer>> shapes = new HashMap<>();
        for (String group : Dictionary.lines("shapes.txt")) {
            group.codePoints()
                    .forEach(
                            one ->
                                    group.codePoints()
                                            .forEach(
                                                    other ->
                                                            shapes.computeIfAbsent(
                                                                            one,
                                                                            it -> new HashSet<>())
                                                                    .add(other)));
        }
        return Map.copyOf(shapes);
    }
}
