package org.gongkai.platform.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.gongkai.platform.search.SearchFilters;
import org.gongkai.platform.search.text.Sought;

/**
 * Finds all documents that answer a question, in no order (全部命中): one bit for each document of each
 * segment. Sets of bits are put together a word at a time, and whether characters follow each
 * other, which is dear, is looked up only in documents whose answer depends on it.
 */
final class Finding {

    private final IndexSearcher searcher;
    private final SearchFilters filters;
    private final TimeLimit limit;
    private final Map<Query, Weight> weights = new ConcurrentHashMap<>();

    /** Within the time that the filters allow. */
    Finding(IndexSearcher searcher, SearchFilters filters, TimeLimit limit) {
        this.searcher = searcher;
        this.filters = filters;
        this.limit = limit;
    }

    /** The documents of each segment that answer it. */
    List<FixedBitSet> all(Sought sought) throws IOException {
        return each(
                segment -> {
                    var found = new SegmentFinding(this, segment);
                    FixedBitSet hits = found.of(sought);
                    if (filters.since() != null || filters.until() != null) {
                        hits.and(found.of(Filters.time(filters)));
                    }
                    return hits;
                });
    }

    /** Those of each segment that answer it, among these. */
    List<FixedBitSet> among(List<FixedBitSet> known, Sought sought) throws IOException {
        return each(
                segment -> new SegmentFinding(this, segment).among(known.get(segment.ord), sought));
    }

    /** What is found in one segment. */
    private interface InSegment {
        FixedBitSet found(LeafReaderContext segment) throws IOException;
    }

    private List<FixedBitSet> each(InSegment finding) throws IOException {
        List<Callable<FixedBitSet>> tasks = new ArrayList<>();
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            tasks.add(() -> finding.found(segment));
        }
        return searcher.getTaskExecutor().invokeAll(tasks);
    }

    /** How a query of the engine is looked up; prepared once for all segments. */
    Weight prepared(Query query) throws IOException {
        Weight known = weights.get(query);
        if (known == null) {
            Query plain = searcher.rewrite(new ConstantScoreQuery(query));
            known = searcher.createWeight(plain, ScoreMode.COMPLETE_NO_SCORES, 1);
            weights.put(query, known);
        }
        return known;
    }

    /** Whether there is no more time. */
    boolean late() {
        return limit.shouldExit();
    }
}
