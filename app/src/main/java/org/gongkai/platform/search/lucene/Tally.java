package org.gongkai.platform.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.gongkai.platform.search.Facets;
import org.gongkai.platform.search.SearchFilters;

/**
 * Counts the hits of a question in one pass (筛选项计数): those that pass every filter, and for each
 * dimension those that pass every other filter.
 *
 * <p>Run over the question without its filters.
 */
final class Tally extends SimpleCollector {

    private static final int DIMENSIONS = Dimension.values().length;

    private final SearchFilters filters;
    private final Map<Dimension, Map<String, Long>> counts = new EnumMap<>(Dimension.class);
    private final SortedDocValues[] values = new SortedDocValues[DIMENSIONS];
    private final int[][] byValue = new int[DIMENSIONS][];
    private final boolean[][] passes = new boolean[DIMENSIONS][];
    private final int[] ordinals = new int[DIMENSIONS];
    private final boolean[] narrowed = new boolean[DIMENSIONS];
    private long total;

    Tally(SearchFilters filters) {
        this.filters = filters;
        for (Dimension it : Dimension.values()) {
            narrowed[it.ordinal()] = it.wanted(filters) != null;
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        for (Dimension it : Dimension.values()) {
            int at = it.ordinal();
            values[at] = DocValues.getSorted(context.reader(), it.field());
            byValue[at] = new int[values[at].getValueCount()];
            passes[at] = passing(it, values[at]);
        }
    }

    private boolean[] passing(Dimension dimension, SortedDocValues stored) throws IOException {
        String wanted = dimension.wanted(filters);
        boolean[] passing = new boolean[stored.getValueCount()];
        for (int ord = 0; ord < passing.length; ord++) {
            passing[ord] =
                    wanted == null
                            || dimension
                                    .countsFor(stored.lookupOrd(ord).utf8ToString(), filters)
                                    .contains(wanted);
        }
        return passing;
    }

    @Override
    public void collect(int doc) throws IOException {
        int failed = -1;
        for (int at = 0; at < DIMENSIONS; at++) {
            ordinals[at] = values[at].advanceExact(doc) ? values[at].ordValue() : -1;
            if (!passes(at, ordinals[at])) {
                if (failed >= 0) {
                    return;
                }
                failed = at;
            }
        }
        if (failed < 0) {
            total++;
            for (int at = 0; at < DIMENSIONS; at++) {
                count(at);
            }
        } else {
            count(failed);
        }
    }

    /** What has none of it passes where none is asked for. */
    private boolean passes(int at, int ordinal) {
        return ordinal < 0 ? !narrowed[at] : passes[at][ordinal];
    }

    private void count(int at) {
        if (ordinals[at] >= 0) {
            byValue[at][ordinals[at]]++;
        }
    }

    @Override
    public void finish() throws IOException {
        for (Dimension it : Dimension.values()) {
            int[] found = byValue[it.ordinal()];
            for (int ord = 0; ord < found.length; ord++) {
                if (found[ord] > 0) {
                    String stored = values[it.ordinal()].lookupOrd(ord).utf8ToString();
                    add(it, stored, found[ord]);
                }
            }
            Arrays.fill(found, 0);
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
