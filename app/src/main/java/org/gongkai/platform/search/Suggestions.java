package org.gongkai.platform.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.platform.search.text.Folding;
import org.gongkai.platform.search.text.Sounds;
import org.gongkai.platform.search.text.Understanding;

/**
 * Offers how a question may go on (检索提示): words of the trade, then titles, by what was typed so
 * far, its pinyin or first letters.
 *
 * <p>Titles come from the index through the visibility gate like any hit, so that a withdrawn one
 * is never offered; words come from the dictionary and never from documents.
 */
public final class Suggestions {

    /** The most words offered. */
    private static final int WORDS = 4;

    /** The most offered in all. */
    public static final int MOST = 10;

    private static final int SHORTEST_LETTERS = 2;

    private final Understanding understanding;
    private final List<Known> words;

    /** From these words. */
    public Suggestions(Understanding understanding, Collection<String> words) {
        this.understanding = understanding;
        this.words =
                words.stream()
                        .sorted(Comparator.comparingInt(String::length).thenComparing(it -> it))
                        .map(
                                it ->
                                        new Known(
                                                it,
                                                String.join("", Sounds.syllables(it)),
                                                Sounds.initials(it)))
                        .toList();
    }

    private record Known(String word, String spoken, String initials) {
        boolean begins(String typed) {
            return word.startsWith(typed)
                    || typed.length() >= SHORTEST_LETTERS
                            && (spoken.startsWith(typed) || initials.startsWith(typed));
        }
    }

    /** What may be meant by this beginning; nothing for nothing. */
    public List<Suggestion> of(String typed, SearchIndex index, VisibilityGate gate) {
        String bare = Folding.bare(typed.strip());
        if (bare.isEmpty()) {
            return List.of();
        }
        List<Suggestion> found = new ArrayList<>();
        words(bare).forEach(it -> found.add(new Suggestion(it, false)));
        titles(typed, index, gate).stream()
                .limit(MOST - found.size())
                .forEach(it -> found.add(new Suggestion(it, true)));
        return found;
    }

    private Set<String> words(String bare) {
        Set<String> found = new LinkedHashSet<>();
        words.stream()
                .filter(it -> it.begins(bare) && !it.word.equals(bare))
                .limit(WORDS)
                .forEach(it -> found.add(it.word));
        return found;
    }

    private Set<String> titles(String typed, SearchIndex index, VisibilityGate gate) {
        return understanding
                .readBeginning(typed)
                .map(
                        it ->
                                index
                                        .search(it, SearchQuery.of(typed).page(0, MOST), gate)
                                        .hits()
                                        .stream()
                                        .map(Suggestions::title)
                                        .collect(Collectors.toCollection(LinkedHashSet::new)))
                .map(it -> (Set<String>) it)
                .orElse(Set.of());
    }

    private static String title(SearchHit hit) {
        return hit.title().stream().map(MarkedText::text).collect(Collectors.joining());
    }

    /** Words of the trade that share two characters or more with what found nothing. */
    public List<String> near(String typed) {
        String bare = Folding.bare(typed);
        return words.stream()
                .map(Known::word)
                .filter(it -> !it.equals(bare) && shared(it, bare) > 1)
                .sorted(
                        Comparator.comparingInt((String it) -> -shared(it, bare))
                                .thenComparingInt(String::length))
                .limit(MOST)
                .toList();
    }

    /** The length of the longest run that both have. */
    private static int shared(String one, String other) {
        int longest = 0;
        for (int from = 0; from < one.length(); from++) {
            while (from + longest + 1 <= one.length()
                    && other.contains(one.substring(from, from + longest + 1))) {
                longest++;
            }
        }
        return longest;
    }
}
