package org.gongkai.platform.search.text;

import java.util.List;
import java.util.Optional;

/**
 * What is looked for, in terms that every engine has (检索树). Each engine turns the tree into its own
 * query and decides nothing more.
 */
public sealed interface Sought {

    /** A stretch of a document that is searched by itself (检索域). */
    enum Place {
        TITLE,
        BODY,
        /** Attachments and the fields of the kind. */
        MORE,
        /** 发文字号 and 索引号. */
        NUMBER,
        /** The first letters of the title's syllables, see {@link Sounds#initials}. */
        INITIALS
    }

    /** A property that a document has or has not (标记), see {@link Numbers} and {@link Times}. */
    enum Mark {
        NUMBER,
        PERIOD,
        YEAR
    }

    /** Every document. */
    record Everything() implements Sought {}

    /** A word as {@link Words} divides them; scored by how rare it is. */
    record Word(Place in, String word) implements Sought {}

    /** Characters that follow each other, whatever punctuation is between; scored like a word. */
    record Run(Place in, String bare) implements Sought {}

    /** Syllables of the title that follow each other. */
    record Spoken(List<String> syllables) implements Sought {
        public Spoken {
            syllables = List.copyOf(syllables);
        }
    }

    /** Has this mark; scores 1. */
    record Marked(Mark mark, String value) implements Sought {}

    /** The score is multiplied. */
    record Weighted(Sought what, float factor) implements Sought {}

    /** The score is this, whatever it was. */
    record Constant(Sought what, float score) implements Sought {}

    /** At least one; the best one's score and {@code tie} times the others'. */
    record Best(List<Sought> ways, float tie) implements Sought {
        public Best {
            ways = List.copyOf(ways);
        }
    }

    /**
     * At least so many of the parts; scores add up, those of the {@code welcome} too, which need
     * not be there. Nothing of the {@code excluded} is.
     */
    record Several(List<Sought> parts, int atLeast, List<Sought> welcome, List<Sought> excluded)
            implements Sought {
        public Several {
            parts = List.copyOf(parts);
            welcome = List.copyOf(welcome);
            excluded = List.copyOf(excluded);
        }
    }

    /** Every document, scoring this for each month it is newer than the first of 2000. */
    record Newer(float aMonth) implements Sought {}

    /** All of these. */
    static Sought all(List<? extends Sought> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : new Several(List.copyOf(parts), parts.size(), List.of(), List.of());
    }

    /** Any of these, the more the better. */
    static Sought any(List<? extends Sought> ways) {
        return ways.size() == 1
                ? ways.getFirst()
                : new Several(List.copyOf(ways), 1, List.of(), List.of());
    }

    /** The best of these. */
    static Sought best(List<? extends Sought> ways) {
        return ways.size() == 1 ? ways.getFirst() : new Best(List.copyOf(ways), 0);
    }

    /** As far as there is anything, all of these. */
    static Optional<Sought> allOf(List<? extends Sought> parts) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(all(parts));
    }

    /** The same with its score multiplied. */
    default Sought times(float factor) {
        return new Weighted(this, factor);
    }
}
