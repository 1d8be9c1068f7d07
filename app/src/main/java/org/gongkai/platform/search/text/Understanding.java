package org.gongkai.platform.search.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Understands what somebody typed (检索意图): numbers, times, words and what they also mean, in terms
 * that every engine has.
 *
 * <p>The text itself never reaches a query parser, so that nothing typed is an error.
 */
public final class Understanding {

    /** How much of what was typed must be in a document (匹配程度). */
    public enum Demand {
        /** All of it. */
        ALL,
        /** Most of its words. */
        MOST,
        /** Any of its words. */
        SOME
    }

    /** The share of words that is most of them. */
    private static final double MOST = 0.6;

    private static final float EVERYTHING_THERE = 10f;
    private static final float NEWER = 0.05f;
    private static final int MOST_NUMBERS = 3;

    private final Words words;
    private final Set<String> dictionary;
    private final Supplier<Thesaurus> thesaurus;

    /** By this dictionary, and by the thesaurus as it is at each moment. */
    public Understanding(Dictionary dictionary, Words words, Supplier<Thesaurus> thesaurus) {
        this(dictionary.words(), words, thesaurus);
    }

    private Understanding(Set<String> dictionary, Words words, Supplier<Thesaurus> thesaurus) {
        this.words = words;
        this.dictionary = dictionary;
        this.thesaurus = thesaurus;
    }

    /** By what is shipped. */
    public static Understanding shipped() {
        Dictionary dictionary = Dictionary.shipped();
        Thesaurus thesaurus = Thesaurus.shipped();
        return new Understanding(dictionary, new Words(dictionary), () -> thesaurus);
    }

    /** The same by the thesaurus as it is at this moment. */
    public Understanding now() {
        return by(thesaurus.get());
    }

    /** The same by another thesaurus. */
    public Understanding by(Thesaurus other) {
        return new Understanding(dictionary, words, () -> other);
    }

    /** What {@code typed} asks for. */
    public Question read(String typed, Demand demand) {
        return read(typed, demand, false);
    }

    /** What {@code typed} asks for where its letters are pinyin; empty if none can be. */
    public Optional<Question> readBySound(String typed) {
        return WantedReader.read(typed).required().stream()
                        .anyMatch(it -> !it.exact() && PartReader.spoken(it.folded()))
                ? Optional.of(read(typed, Demand.ALL, true))
                : Optional.empty();
    }

    /**
     * The beginning of a title as it is typed, or what it sounds like; empty while there is too
     * little to go by.
     */
    public Optional<Question> readBeginning(String typed) {
        List<Sought> parts = new ArrayList<>();
        Set<String> needles = new LinkedHashSet<>();
        for (Wanted.Part part : WantedReader.read(typed).required()) {
            List<Sought> ways = new ArrayList<>();
            ways.add(new Sought.Run(Sought.Place.TITLE, part.bare()));
            if (PartReader.spoken(part.bare())) {
                ways.addAll(PartReader.beginning(part.bare()));
            }
            parts.add(Sought.best(ways));
            needles.add(part.bare());
        }
        boolean enough = needles.stream().anyMatch(it -> it.codePointCount(0, it.length()) > 1);
        return enough
                ? Optional.of(
                        new Question(
                                new Sought.Several(
                                        parts,
                                        parts.size(),
                                        List.of(new Sought.Newer(NEWER)),
                                        List.of()),
                                needles,
                                true,
                                true))
                : Optional.empty();
    }

    /** Whether fewer words could be asked for. */
    public boolean relaxable(String typed) {
        Read read = readParts(typed, false);
        return !read.numbered
                && !read.parts.isEmpty()
                && read.concepts.size() + read.names.size() + read.welcome.size() > 1;
    }

    private Question read(String typed, Demand demand, boolean bySound) {
        if (typed.isBlank()) {
            return new Question(new Sought.Everything(), Set.of(), false, true);
        }
        Read read = readParts(typed, bySound);
        read.settle();
        if (read.nothing()) {
            return new Question(new Sought.Everything(), Set.of(), false, false);
        }
        List<Sought> parts = new ArrayList<>(read.fixed);
        List<Sought> welcome = new ArrayList<>(read.welcome);
        if (demand == Demand.ALL) {
            parts.addAll(read.parts);
        } else {
            relaxed(read, demand).ifPresent(parts::add);
        }
        boolean ranked = !parts.isEmpty();
        if (ranked) {
            welcome.add(new Sought.Newer(NEWER));
        } else {
            parts.add(new Sought.Everything());
        }
        return new Question(
                new Sought.Several(parts, parts.size(), welcome, read.excluded),
                read.needles,
                ranked,
                true);
    }

    private static Optional<Sought> relaxed(Read read, Demand demand) {
        List<Sought> among = new ArrayList<>(read.concepts);
        among.addAll(read.names);
        int all = Math.max(1, read.concepts.size());
        if (among.isEmpty()) {
            return Optional.empty();
        }
        int least = demand == Demand.MOST ? (int) Math.ceil(all * MOST) : 1;
        Sought fewer = new Sought.Several(among, least, List.of(), List.of());
        Sought everything = new Sought.Constant(Sought.all(read.parts), EVERYTHING_THERE);
        return Optional.of(Sought.any(List.of(fewer, everything)));
    }

    private Read readParts(String typed, boolean bySound) {
        var read = new Read();
        String rest = takeNumbers(typed, read);
        Wanted wanted = WantedReader.read(rest);
        for (String excluded : wanted.excluded()) {
            read.excluded.add(
                    words.isWord(excluded) ? Ways.wordAsTyped(excluded) : Ways.asTyped(excluded));
        }
        var reader = new PartReader(words, dictionary, thesaurus.get(), read.needles);
        for (Wanted.Part part : wanted.required()) {
            if (part.exact()) {
                read.needles.add(part.bare());
                read.fixed.add(Ways.asTyped(part.bare()));
                continue;
            }
            PartReader.Part understood =
                    bySound && PartReader.spoken(part.folded())
                            ? reader.spokenPart(part.folded())
                            : reader.part(part);
            if (understood.together() != null) {
                read.parts.add(understood.together());
            }
            read.times.addAll(understood.times());
            read.concepts.addAll(understood.concepts());
            read.names.addAll(understood.names());
            read.welcome.addAll(understood.welcome());
        }
        return read;
    }

    /** Numbers are taken out of the text first, they may have spaces in them. */
    private static String takeNumbers(String typed, Read read) {
        String rest = WantedReader.cut(typed);
        if (WantedReader.quotes(rest)) {
            return rest;
        }
        for (int i = 0; i < MOST_NUMBERS; i++) {
            String folded = Folding.fold(rest);
            Optional<Numbers.Typed> number = Numbers.in(folded).filter(it -> wanted(folded, it));
            if (number.isEmpty()) {
                break;
            }
            read.numbered = true;
            read.fixed.add(Ways.number(number.get(), folded));
            read.needles.add(
                    Folding.bare(folded.substring(number.get().from(), number.get().to())));
            rest = rest.substring(0, number.get().from()) + " " + rest.substring(number.get().to());
        }
        return rest;
    }

    private static boolean wanted(String folded, Numbers.Typed number) {
        int before = number.from() - 1;
        return before < 0 || folded.charAt(before) != '-';
    }

    /** What was understood so far. */
    private static final class Read {
        private final List<Sought> fixed = new ArrayList<>();
        private final List<Sought> parts = new ArrayList<>();
        private final List<Sought> concepts = new ArrayList<>();
        private final List<Sought> names = new ArrayList<>();
        private final List<Sought> welcome = new ArrayList<>();
        private final List<Sought> times = new ArrayList<>();
        private final List<Sought> excluded = new ArrayList<>();
        private final Set<String> needles = new LinkedHashSet<>();
        private boolean numbered;

        /**
         * Beside a number words only say which first; so do years and months, unless they are all
         * there is.
         */
        void settle() {
            if (numbered) {
                welcome.addAll(parts);
                parts.clear();
            }
            if (fixed.isEmpty() && parts.isEmpty()) {
                parts.addAll(times);
                concepts.addAll(times);
            } else {
                welcome.addAll(times);
            }
        }

        boolean nothing() {
            return fixed.isEmpty() && parts.isEmpty() && excluded.isEmpty();
        }
    }
}
