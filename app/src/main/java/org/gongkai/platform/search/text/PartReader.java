package org.gongkai.platform.search.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Understands one part of what was typed (检索词解析), a stretch without spaces. */
final class PartReader {

    /** The most words looked for in one search. */
    private static final int MOST_WORDS = 40;

    private static final float ALIKE = 0.9f;
    private static final float PARTS = 0.2f;
    private static final float WELCOME = 0.5f;
    private static final float SPOKEN = 8f;
    private static final int SHORTEST_INITIALS = 2;

    /** The most letters of a syllable that is not at its end yet. */
    private static final int MOST_UNFINISHED = 4;

    private final Words words;
    private final Set<String> dictionary;
    private final Thesaurus thesaurus;
    private final Set<String> needles;
    private int wordsLeft = MOST_WORDS;

    PartReader(Words words, Set<String> dictionary, Thesaurus thesaurus, Set<String> needles) {
        this.words = words;
        this.dictionary = dictionary;
        this.thesaurus = thesaurus;
        this.needles = needles;
    }

    /**
     * A part understood.
     *
     * @param together what finds it when all of it has to be there, but for times; null if there
     *     are only times
     * @param concepts its words, one by one
     * @param names pieces that are no words but may be names
     * @param times years and months
     * @param welcome what comes along with what was said
     */
    record Part(
            @Nullable Sought together,
            List<Sought> concepts,
            List<Sought> names,
            List<Sought> times,
            List<Sought> welcome) {}

    /** As typed, or all its words. */
    Part part(Wanted.Part typed) {
        needles.add(typed.bare());
        var pieces = new Pieces(joined(typed.folded()));
        List<Sought> all = new ArrayList<>(pieces.concepts.values());
        all.addAll(pieces.names.values());
        Sought asTyped = Ways.asTyped(typed.bare());
        Sought together =
                all.isEmpty() ? asTyped : Ways.wordsAsTyped(typed.bare(), Sought.all(all));
        if (pieces.names.isEmpty() && pieces.concepts.keySet().equals(Set.of(typed.bare()))) {
            together = oneWord(typed.bare()).orElse(together);
        } else if (pieces.concepts.isEmpty()
                && pieces.names.keySet().equals(Set.of(typed.bare()))) {
            together = asTyped;
        }
        List<Sought> concepts = new ArrayList<>(pieces.concepts.values());
        List<Sought> names = new ArrayList<>(pieces.names.values());
        List<Sought> welcome = new ArrayList<>(pieces.welcome.values());
        List<Sought> times = new ArrayList<>(pieces.times.values());
        if (all.isEmpty() && times.isEmpty()) {
            return new Part(asTyped, List.of(asTyped), List.of(), List.of(), welcome);
        }
        return new Part(all.isEmpty() ? null : together, concepts, names, times, welcome);
    }

    /** Whether it may be pinyin or the first letters of some. */
    static boolean spoken(String folded) {
        return folded.length() >= SHORTEST_INITIALS
                && folded.chars().allMatch(it -> it >= 'a' && it <= 'z');
    }

    /** Letters that may not have come to the end of a syllable. */
    static List<Sought> beginning(String letters) {
        List<Sought> ways = new ArrayList<>();
        int least = Math.max(2, letters.length() - MOST_UNFINISHED);
        for (int end = letters.length(); end >= least; end--) {
            for (List<String> reading : Sounds.readings(letters.substring(0, end))) {
                ways.add(new Sought.Spoken(reading));
            }
        }
        if (letters.length() > SHORTEST_INITIALS) {
            ways.add(new Sought.Run(Sought.Place.INITIALS, letters));
        }
        return ways;
    }

    /** Letters taken for pinyin, or for the first letters of some. */
    Part spokenPart(String letters) {
        List<Sought> ways = new ArrayList<>();
        for (String word : dictionary) {
            String initials = Sounds.initials(word);
            if (initials.length() == word.length()
                    && (initials.equals(letters)
                            || String.join("", Sounds.syllables(word)).equals(letters))) {
                ways.add(concept(word));
            }
        }
        for (List<String> reading : Sounds.readings(letters)) {
            ways.add(new Sought.Spoken(reading).times(SPOKEN));
        }
        if (ways.isEmpty()) {
            ways.add(new Sought.Run(Sought.Place.INITIALS, letters).times(SPOKEN));
        }
        Sought any = Sought.best(ways);
        return new Part(any, List.of(any), List.of(), List.of(), List.of());
    }

    /** 双随机、一公开 is 双随机一公开: what only parts a term is no reason to divide it. */
    private static String joined(String folded) {
        return folded.replaceAll("(?<=\\p{IsHan})[、·“”\"《》](?=\\p{IsHan})", "");
    }

    /** A word: itself, what means the same, or all its parts. */
    private Sought concept(String word) {
        return concept(word, anywhere(word));
    }

    /** A word that is all there is: it is what was typed, so that both are one. */
    private Optional<Sought> oneWord(String word) {
        return words.isWord(word)
                ? Optional.of(concept(word, Ways.wordAsTyped(word)))
                : Optional.empty();
    }

    private Sought concept(String word, Sought itself) {
        List<Sought> ways = new ArrayList<>();
        ways.add(itself);
        for (String alike : thesaurus.of(word)) {
            ways.add(anywhere(alike).times(ALIKE));
        }
        List<Sought> parts = words.parts(word).stream().map(this::anywhere).toList();
        if (!parts.isEmpty()) {
            ways.add(Sought.all(parts).times(PARTS));
        }
        return Sought.best(ways);
    }

    private Sought anywhere(String word) {
        if (word.length() > 1) {
            needles.add(Folding.bare(word));
        }
        return words.isWord(word) ? Ways.word(word) : Ways.run(Folding.bare(word));
    }

    /** The words, times and other pieces of a part. */
    private final class Pieces {
        private final Map<String, Sought> concepts = new LinkedHashMap<>();
        private final Map<String, Sought> times = new LinkedHashMap<>();
        private final Map<String, Sought> names = new LinkedHashMap<>();
        private final Map<String, Sought> welcome = new LinkedHashMap<>();
        private final List<String> weak = new ArrayList<>();
        private final String text;
        private final BitSet taken = new BitSet();

        Pieces(String text) {
            this.text = text;
            takeTerms();
            takeTimes();
            BitSet before = (BitSet) taken.clone();
            takeAsides();
            if (taken.cardinality() == text.length() && concepts.isEmpty()) {
                taken.clear();
                taken.or(before);
            }
            takeWords();
            takeWeak();
        }

        /** Words that say little have to be there only if nothing else was said. */
        private void takeWeak() {
            boolean alone = concepts.isEmpty() && names.isEmpty();
            for (String word : weak) {
                if (alone) {
                    concepts.putIfAbsent(word, concept(word));
                } else {
                    welcome(word);
                    needles.add(word);
                }
            }
        }

        private void takeTerms() {
            for (int at = 0; at < text.length(); ) {
                Optional<String> term = thesaurus.at(text, at);
                if (term.isPresent() && wordsLeft-- > 0) {
                    concepts.put(term.get(), concept(term.get()));
                    taken.set(at, at + term.get().length());
                    at += term.get().length();
                } else {
                    at++;
                }
            }
        }

        private void takeTimes() {
            for (Times time : Times.in(text)) {
                boolean free =
                        taken.nextSetBit(time.from()) < 0
                                || taken.nextSetBit(time.from()) >= time.to();
                if (free || concepts.keySet().stream().anyMatch(it -> it.startsWith("\u0000"))) {
                    concepts.put("\u0000" + time.mark(), Ways.time(time));
                    needles.add(time.written());
                    taken.set(time.from(), time.to());
                }
            }
        }

        private void takeAsides() {
            for (int at = 0; at < text.length(); at++) {
                Optional<Asides.Aside> aside =
                        taken.get(at) ? Optional.empty() : Asides.at(text, at);
                int length = aside.map(it -> it.said().length()).orElse(0);
                if (length > 0 && taken.get(at, at + length).isEmpty()) {
                    taken.set(at, at + length);
                    aside.ifPresent(it -> it.hints().forEach(this::welcome));
                    at += length - 1;
                }
            }
        }

        private void welcome(String word) {
            welcome.put(word, Ways.word(word).times(WELCOME));
        }

        private void takeWords() {
            for (int from = taken.nextClearBit(0); from < text.length(); ) {
                int to = taken.nextSetBit(from);
                to = to < 0 ? text.length() : to;
                takeWords(text.substring(from, to));
                from = taken.nextClearBit(to);
            }
        }

        private void takeWords(String stretch) {
            int at = 0;
            for (Word word : words.of(stretch)) {
                name(stretch.substring(Math.min(at, word.start()), word.start()));
                if (Asides.weak(word.text())) {
                    weak.add(word.text());
                } else if (wordsLeft-- > 0) {
                    concepts.putIfAbsent(word.text(), concept(word.text()));
                }
                at = word.end();
            }
            name(stretch.substring(Math.min(at, stretch.length())));
        }

        private void name(String rest) {
            String bare = Folding.bare(rest);
            if (bare.length() > 1 && wordsLeft-- > 0) {
                needles.add(bare);
                names.put(bare, Ways.run(bare));
            }
        }
    }
}
