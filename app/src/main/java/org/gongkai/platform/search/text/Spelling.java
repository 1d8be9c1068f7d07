package org.gongkai.platform.search.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Other spellings (您是不是要找): words of the trade that differ from what was typed by one character.
 *
 * <p>Only from the shipped dictionary, never from documents: a suggestion must not tell of
 * something that is not public.
 */
public final class Spelling {

    private static final int SHORTEST = 3;

    private final Set<String> words;

    private Spelling(Set<String> words) {
        this.words = words;
    }

    /** With the words that are shipped. */
    public static Spelling shipped() {
        return new Spelling(Dictionary.shipped().words());
    }

    /** What may have been meant, the longest corrected word first; at most five. */
    public List<String> corrections(String typed) {
        String folded = Folding.fold(typed.strip());
        if (folded.length() > WantedReader.LONGEST) {
            return List.of();
        }
        List<String> corrections = new ArrayList<>();
        words.stream()
                .filter(it -> it.length() >= SHORTEST)
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(it -> it))
                .forEach(it -> correct(folded, it, corrections));
        return corrections.stream().distinct().limit(5).toList();
    }

    private static void correct(String typed, String word, List<String> corrections) {
        for (int from = 0; from + word.length() <= typed.length(); from++) {
            String stretch = typed.substring(from, from + word.length());
            if (differences(stretch, word) == 1) {
                corrections.add(
                        typed.substring(0, from) + word + typed.substring(from + word.length()));
            }
        }
    }

    private static int differences(String one, String other) {
        int differences = 0;
        for (int i = 0; i < one.length(); i++) {
            differences += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return differences;
    }
}
