package org.gongkai.platform.search.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.gongkai.platform.search.SearchFilters;
import org.gongkai.platform.search.text.Sought;

/**
 * Finds all hits of a question only to count them (全部命中). Whether characters follow each other is
 * looked up document by document and dear, so it is asked only of what single words do not find.
 */
final class Counting {

    private static final Sought NOTHING = new Sought.Best(List.of(), 0);

    /** The time is looked at after so many documents. */
    private static final int WINDOW = 1 << 16;

    private final TimeLimit limit;
    private final Weight words;
    private final Weight all;
    private final boolean dear;

    /** All that is sought, in the time that the filters allow. */
    Counting(IndexSearcher searcher, Sought sought, SearchFilters filters, TimeLimit limit)
            throws IOException {
        this.limit = limit;
        Sought quick = quick(sought);
        dear = !quick.equals(sought);
        words = weight(searcher, Filters.inTime(Translation.finding(quick), filters));
        all = dear ? weight(searcher, Filters.inTime(Translation.finding(sought), filters)) : words;
    }

    private static Weight weight(IndexSearcher searcher, Query query) throws IOException {
        ScoreMode mode = ScoreMode.COMPLETE_NO_SCORES;
        return searcher.createWeight(
                searcher.rewrite(new org.apache.lucene.search.ConstantScoreQuery(query)), mode, 1);
    }

    /** The hits in this segment, one bit for each document. */
    FixedBitSet hits(LeafReaderContext segment) throws IOException {
        int documents = segment.reader().maxDoc();
        Bits live = segment.reader().getLiveDocs();
        var hits = new FixedBitSet(documents);
        BulkScorer quick = words.bulkScorer(segment);
        if (quick != null) {
            var found = new Found(hits);
            for (int at = 0; at < documents && !limit.shouldExit(); ) {
                at = quick.score(found, live, at, Math.min(documents, at + WINDOW));
            }
        }
        if (dear) {
            addRest(segment, live, hits);
        }
        return hits;
    }

    private void addRest(LeafReaderContext segment, Bits live, FixedBitSet hits)
            throws IOException {
        Scorer scorer = all.scorer(segment);
        if (scorer == null) {
            return;
        }
        TwoPhaseIterator looked = scorer.twoPhaseIterator();
        DocIdSetIterator maybe = looked == null ? scorer.iterator() : looked.approximation();
        int seen = 0;
        for (int doc = maybe.nextDoc();
                doc != DocIdSetIterator.NO_MORE_DOCS;
                doc = maybe.nextDoc()) {
            if (++seen % WINDOW == 0 && limit.shouldExit()) {
                return;
            }
            if (!hits.get(doc)
                    && (live == null || live.get(doc))
                    && (looked == null || looked.matches())) {
                hits.set(doc);
            }
        }
    }

    /** The same without what has to be looked up; finds some of it and nothing else. */
    private static Sought quick(Sought sought) {
        return switch (sought) {
            case Sought.Run it ->
                    it.bare().codePointCount(0, it.bare().length()) > 2 ? NOTHING : it;
            case Sought.Spoken it -> NOTHING;
            case Sought.Weighted it -> quick(it.what()).times(it.factor());
            case Sought.Constant it -> new Sought.Constant(quick(it.what()), it.score());
            case Sought.Best it -> new Sought.Best(quick(it.ways()), it.tie());
            case Sought.Several it ->
                    new Sought.Several(
                            quick(it.parts()), it.atLeast(), it.welcome(), it.excluded());
            case Sought.Everything it -> it;
            case Sought.Word it -> it;
            case Sought.Marked it -> it;
            case Sought.Newer it -> it;
        };
    }

    private static List<Sought> quick(List<Sought> all) {
        return all.stream().map(Counting::quick).toList();
    }

    private record Found(FixedBitSet hits) implements LeafCollector {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) {
            hits.set(doc);
        }

        @Override
        public void collectRange(int from, int to) {
            hits.set(from, to);
        }
    }
}
