package org.gongkai.platform.search.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.gongkai.platform.search.Facets;
import org.gongkai.platform.search.SearchFilters;
import org.gongkai.platform.search.lucene.Choices.Choice;

/**
 * Counts the hits of a question (筛选项计数): those that pass every filter, and for each dimension those
 * that pass every other filter.
 *
 * <p>Given the hits of the question without its filters.
 */
final class Tally {

    /** Looking at one hit costs about as much as comparing so many words of bits. */
    private static final int WORDS_FOR_A_HIT = 16;

    private final SearchFilters filters;
    private final Choices choices;
    private final Set<Dimension> narrowed = EnumSet.noneOf(Dimension.class);
    private final Map<Dimension, Map<String, Long>> counts = new EnumMap<>(Dimension.class);
    private long total;

    Tally(SearchFilters filters, Choices choices) {
        this.filters = filters;
        this.choices = choices;
        for (Dimension it : Dimension.values()) {
            if (it.wanted(filters) != null) {
                narrowed.add(it);
            }
        }
    }

    /** Counts these hits of a segment; gives back those that pass every filter. */
    FixedBitSet add(LeafReaderContext segment, FixedBitSet hits) throws IOException {
        Map<Dimension, Choice> values = choices.of(segment.reader());
        Map<Dimension, FixedBitSet> passing = new EnumMap<>(Dimension.class);
        for (Dimension it : narrowed) {
            passing.put(it, passing(it, choice(values, it), segment, hits));
        }
        FixedBitSet all = hits.clone();
        passing.values().forEach(all::and);
        total += all.cardinality();
        for (Dimension it : Dimension.values()) {
            FixedBitSet others = narrowed.contains(it) ? othersThan(it, hits, passing) : all;
            count(it, choice(values, it), segment, others);
        }
        return all;
    }

    private static Choice choice(Map<Dimension, Choice> choices, Dimension dimension) {
        return Objects.requireNonNull(choices.get(dimension));
    }

    private static FixedBitSet othersThan(
            Dimension dimension, FixedBitSet hits, Map<Dimension, FixedBitSet> passing) {
        FixedBitSet others = hits.clone();
        for (var it : passing.entrySet()) {
            if (it.getKey() != dimension) {
                others.and(it.getValue());
            }
        }
        return others;
    }

    /** The hits that pass the filter of this dimension. */
    private FixedBitSet passing(
            Dimension dimension, Choice choice, LeafReaderContext segment, FixedBitSet hits)
            throws IOException {
        String wanted = dimension.wanted(filters);
        boolean[] passes = new boolean[choice.values().length];
        for (int ord = 0; ord < passes.length; ord++) {
            passes[ord] = dimension.countsFor(choice.values()[ord], filters).contains(wanted);
        }
        var passing = new FixedBitSet(hits.length());
        FixedBitSet[] having = choice.having();
        if (having == null) {
            each(
                    dimension,
                    segment,
                    hits,
                    (doc, ord) -> {
                        if (passes[ord]) {
                            passing.set(doc);
                        }
                    });
            return passing;
        }
        for (int ord = 0; ord < passes.length; ord++) {
            if (passes[ord]) {
                passing.or(having[ord]);
            }
        }
        return passing;
    }

    private void count(
            Dimension dimension, Choice choice, LeafReaderContext segment, FixedBitSet counted)
            throws IOException {
        int[] found = new int[choice.values().length];
        FixedBitSet[] having = choice.having();
        long words = (long) found.length * FixedBitSet.bits2words(counted.length());
        if (having == null || (long) counted.cardinality() * WORDS_FOR_A_HIT < words) {
            each(dimension, segment, counted, (doc, ord) -> found[ord]++);
        } else {
            for (int ord = 0; ord < found.length; ord++) {
                found[ord] = (int) FixedBitSet.intersectionCount(having[ord], counted);
            }
        }
        for (int ord = 0; ord < found.length; ord++) {
            if (found[ord] > 0) {
                add(dimension, choice.values()[ord], found[ord]);
            }
        }
    }

    /** What is done with a document that has a value. */
    private interface Having {
        void look(int doc, int ord);
    }

    private static void each(
            Dimension dimension, LeafReaderContext segment, FixedBitSet among, Having having)
            throws IOException {
        SortedDocValues stored = DocValues.getSorted(segment.reader(), dimension.field());
        var docs = new BitSetIterator(among, 0);
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            if (stored.advanceExact(doc)) {
                having.look(doc, stored.ordValue());
            }
        }
    }

    private void add(Dimension dimension, String stored, long number) {
        for (String value : dimension.countsFor(stored, filters)) {
            of(dimension).merge(value, number, Long::sum);
        }
    }

    private Map<String, Long> of(Dimension dimension) {
        return counts.computeIfAbsent(dimension, it -> new HashMap<>());
    }

    /** Takes a counted hit out again, because it may not be seen. */
    void without(Map<Dimension, String> stored) {
        total--;
        stored.forEach((dimension, value) -> add(dimension, value, -1));
    }

    /** How many pass every filter. */
    long total() {
        return total;
    }

    /** The counts of each dimension. */
    Facets facets() {
        return Facets.counted(
                of(Dimension.COLUMN),
                of(Dimension.KIND),
                of(Dimension.YEAR),
                of(Dimension.SECTION),
                of(Dimension.ITEM),
                of(Dimension.FORCE));
    }
}
