package org.gongkai.platform.search.lucene;

import java.io.IOException;
import java.time.Instant;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.gongkai.platform.search.text.Freshness;
import org.gongkai.platform.search.text.Sought;

/**
 * Looks for the best hits among the documents that have some of the question in a strong place
 * (强匹配优先), and knows when no other document can be among them: a word that stands in half of a
 * million texts stands in few titles.
 */
final class StrongFirst {

    private final IndexSearcher searcher;
    private final Strong strong;
    private float mostOfOthers = Float.NaN;

    StrongFirst(IndexSearcher searcher, Sought sought) {
        this.searcher = searcher;
        strong = Strong.of(sought);
    }

    /** Whether anything is looked for in a strong place. */
    boolean possible() {
        return !strong.anywhere().isEmpty();
    }

    /** What a document has to have some of. */
    Sought anywhere() {
        return Sought.any(strong.anywhere());
    }

    /** Whether no other document can come before the last of these. */
    boolean settled(FieldDoc last) throws IOException {
        if (Float.isNaN(mostOfOthers)) {
            mostOfOthers = mostOfOthers();
        }
        return (Float) last.fields[0] > mostOfOthers;
    }

    private float mostOfOthers() throws IOException {
        Query query = searcher.rewrite(Translation.of(strong.without()));
        Weight weight = searcher.createWeight(query, ScoreMode.TOP_SCORES, 1);
        float most = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                scorer.advanceShallow(0);
                most = Math.max(most, scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS));
            }
        }
        return Math.nextUp(most + strong.aMonth() * newest());
    }

    private float newest() throws IOException {
        byte[] latest = PointValues.getMaxPackedValue(searcher.getIndexReader(), Names.PUBLISHED);
        return latest == null
                ? 1
                : Freshness.most(Instant.ofEpochMilli(LongPoint.decodeDimension(latest, 0)));
    }
}
