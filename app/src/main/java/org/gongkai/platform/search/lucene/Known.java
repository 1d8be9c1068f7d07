package org.gongkai.platform.search.lucene;

import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * Documents that are known already (已知命中), one set of bits for each segment: what was found in
 * order to be counted need not be looked for again in order to be scored.
 */
final class Known extends Query {

    private final List<FixedBitSet> bySegment;

    /** These of each segment, in the order of the reader. */
    Known(List<FixedBitSet> bySegment) {
        this.bySegment = List.copyOf(bySegment);
    }

    /** The query, asked of these alone. */
    Query among(Query query) {
        return new BooleanQuery.Builder().add(query, Occur.MUST).add(this, Occur.FILTER).build();
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext segment) {
                FixedBitSet documents = bySegment.get(segment.ord);
                var found = new BitSetIterator(documents, documents.cardinality());
                return ConstantScoreScorerSupplier.fromIterator(
                        found, score(), mode, segment.reader().maxDoc());
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "known";
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
