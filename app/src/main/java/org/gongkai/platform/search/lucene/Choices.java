package org.gongkai.platform.search.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * For each segment of an index and each property the documents that have each of its values (筛选位图),
 * one bit for each document: a million hits are counted by comparing words of bits.
 *
 * <p>Made when first asked for and kept as long as the segment, which never changes; a document
 * that was taken out of it is no hit and so is not counted.
 */
final class Choices {

    /** A property of more values than this in one segment has no bits: they would be too many. */
    static final int MOST_VALUES = 128;

    private final Map<CacheKey, Map<Dimension, Choice>> kept = new ConcurrentHashMap<>();

    /** Those of this segment. */
    Map<Dimension, Choice> of(LeafReader segment) throws IOException {
        var core = segment.getCoreCacheHelper();
        Map<Dimension, Choice> known = kept.get(core.getKey());
        if (known != null) {
            return known;
        }
        Map<Dimension, Choice> made = new EnumMap<>(Dimension.class);
        for (Dimension it : Dimension.values()) {
            made.put(it, Choice.read(segment, it.field()));
        }
        if (kept.putIfAbsent(core.getKey(), made) == null) {
            core.addClosedListener(kept::remove);
        }
        return made;
    }

    /**
     * One property of one segment.
     *
     * @param values each as it is stored
     * @param having for each value the documents that have it; null if there are too many values
     */
    record Choice(String[] values, FixedBitSet @Nullable [] having) {

        private static Choice read(LeafReader segment, String field) throws IOException {
            SortedDocValues stored = DocValues.getSorted(segment, field);
            String[] values = new String[stored.getValueCount()];
            for (int ord = 0; ord < values.length; ord++) {
                values[ord] = stored.lookupOrd(ord).utf8ToString();
            }
            return new Choice(
                    values, values.length > MOST_VALUES ? null : bits(stored, segment.maxDoc()));
        }

        private static FixedBitSet[] bits(SortedDocValues stored, int documents)
                throws IOException {
            var having = new FixedBitSet[stored.getValueCount()];
            for (int ord = 0; ord < having.length; ord++) {
                having[ord] = new FixedBitSet(documents);
            }
            for (int doc = stored.nextDoc();
                    doc != DocIdSetIterator.NO_MORE_DOCS;
                    doc = stored.nextDoc()) {
                having[stored.ordValue()].set(doc);
            }
            return having;
        }
    }
}
