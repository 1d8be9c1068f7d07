package org.gongkai.platform.search.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Understands one part of what was typed (检索词解析), a stretch without spaces. */
final class PartReader {

    /** The most words looked for in one search. */
    private static final int MOST_WORDS = 40;

    private static final float ALIKE = 0.7f;
    private static final float PARTS = 0.2f;
    private static final float SPOKEN = 8f;
    private static final int SHORTEST_INITIALS = 2;

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
     * @param together what finds it when all of it has to be there
     * @param concepts its words and times, one by one
     * @param hints pieces that are no words but may be names
     */
    record Part(Sought together, List<Sought> concepts, List<Sought> hints) {}

    /** As typed, or all its words. */
    Part part(Wanted.Part typed) {
        needles.add(typed.bare());
        var pieces = new Pieces(joined(typed.folded()));
        List<Sought> all = new ArrayList<>(pieces.concepts.values());
        all.addAll(pieces.hints.values());
        Sought asTyped = Ways.asTyped(typed.bare());
        Sought together = all.isEmpty() ? asTyped : Sought.any(List.of(asTyped, Sought.all(all)));
        List<Sought> concepts = List.copyOf(pieces.concepts.values());
        return concepts.isEmpty()
                ? new Part(together, List.of(together), List.of())
                : new Part(together, concepts, List.copyOf(pieces.hints.values()));
    }

    /** Whether it may be pinyin or the first letters of some. */
    static boolean spoken(String folded) {
        return folded.length() >= SHORTEST_INITIALS
                && folded.chars().allMatch(it -> it >= 'a' && it <= 'z');
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
        return new Part(any, List.of(any), List.of());
    }

    /** 双随机、一公开 is 双随机一公开: what only parts a term is no reason to divide it. */
    private static String joined(String folded) {
        return folded.replaceAll("(?<=\\p{IsHan})[、·“”\"《》](?=\\p{IsHan})", "");
    }

    /** A word: itself, what means the same, or all its parts. */
    private Sought concept(String word) {
        List<Sought> ways = new ArrayList<>();
        ways.add(anywhere(word));
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
        List<Word> whole = words.of(word);
        return whole.size() == 1 && whole.getFirst().text().equals(word)
                ? Ways.word(word)
                : Ways.run(Folding.bare(word));
    }

    /** The words, times and other pieces of a part. */
    private final class Pieces {
        private final Map<String, Sought> concepts = new LinkedHashMap<>();
        private final Map<String, Sought> hints = new LinkedHashMap<>();
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
                int length = taken.get(at) ? 0 : Asides.lengthAt(text, at);
                if (length > 0 && taken.get(at, at + length).isEmpty()) {
                    taken.set(at, at + length);
                    at += length - 1;
                }
            }
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
                hint(stretch.substring(Math.min(at, word.start()), word.start()));
                if (wordsLeft-- > 0) {
                    concepts.putIfAbsent(word.text(), concept(word.text()));
                }
                at = word.end();
            }
            hint(stretch.substring(Math.min(at, stretch.length())));
        }

        private void hint(String rest) {
            String bare = Folding.bare(rest);
            if (bare.length() > 1 && wordsLeft-- > 0) {
                needles.add(bare);
                hints.put(bare, Ways.run(bare));
            }
        }
    }
}
