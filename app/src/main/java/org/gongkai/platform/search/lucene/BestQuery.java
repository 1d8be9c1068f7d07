package org.gongkai.platform.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Any of some ways to find the same (择优匹配): scores what the best of them does and {@code tie} times
 * the others.
 *
 * <p>Ways that have to look up where words stand are asked only about documents that no way of more
 * worth finds, and of them the first that finds it counts. Looking up all of them in each of a
 * hundred thousand documents would take most of a search's time and seldom change which hits come
 * first.
 */
final class BestQuery extends Query {

    private final List<Query> ways;
    private final float tie;

    private BestQuery(List<Query> ways, float tie) {
        this.ways = ways;
        this.tie = tie;
    }

    /** The best of these, which come in the order of their worth. */
    static Query of(List<Query> ways, float tie) {
        return switch (ways.size()) {
            case 0 -> new MatchNoDocsQuery();
            case 1 -> ways.getFirst();
            default -> new BestQuery(List.copyOf(ways), tie);
        };
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        List<Query> rewritten = new ArrayList<>();
        for (Query way : ways) {
            Query it = way.rewrite(searcher);
            if (!(it instanceof MatchNoDocsQuery)) {
                rewritten.add(it);
            }
        }
        return rewritten.equals(ways) ? this : of(rewritten, tie);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
            throws IOException {
        List<Weight> weights = new ArrayList<>();
        for (Query way : ways) {
            weights.add(searcher.createWeight(way, mode, boost));
        }
        return new BestWeight(weights);
    }

    private final class BestWeight extends Weight {
        private final List<Weight> weights;

        BestWeight(List<Weight> weights) {
            super(BestQuery.this);
            this.weights = weights;
        }

        @Override
        public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment)
                throws IOException {
            List<ScorerSupplier> suppliers = new ArrayList<>();
            for (Weight it : weights) {
                ScorerSupplier supplier = it.scorerSupplier(segment);
                if (supplier != null) {
                    suppliers.add(supplier);
                }
            }
            return switch (suppliers.size()) {
                case 0 -> null;
                case 1 -> suppliers.getFirst();
                default -> new BestSupplier(suppliers, tie);
            };
        }

        @Override
        public Explanation explain(LeafReaderContext segment, int doc) throws IOException {
            Scorer scorer = scorer(segment);
            if (scorer == null) {
                return Explanation.noMatch("none of the ways");
            }
            TwoPhaseIterator looked = scorer.twoPhaseIterator();
            DocIdSetIterator docs = looked == null ? scorer.iterator() : looked.approximation();
            return docs.advance(doc) == doc && (looked == null || looked.matches())
                    ? Explanation.match(scorer.score(), "the best of the ways")
                    : Explanation.noMatch("none of the ways");
        }

        @Override
        public boolean isCacheable(LeafReaderContext segment) {
            return weights.stream().allMatch(it -> it.isCacheable(segment));
        }
    }

    private static final class BestSupplier extends ScorerSupplier {
        private final List<ScorerSupplier> suppliers;
        private final float tie;

        BestSupplier(List<ScorerSupplier> suppliers, float tie) {
            this.suppliers = suppliers;
            this.tie = tie;
        }

        @Override
        public Scorer get(long leadCost) throws IOException {
            List<Scorer> scorers = new ArrayList<>();
            for (ScorerSupplier it : suppliers) {
                scorers.add(it.get(leadCost));
            }
            return new BestScorer(scorers, tie);
        }

        @Override
        public long cost() {
            return suppliers.stream().mapToLong(ScorerSupplier::cost).sum();
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        QueryVisitor some =
                visitor.getSubVisitor(org.apache.lucene.search.BooleanClause.Occur.SHOULD, this);
        ways.forEach(it -> it.visit(some));
    }

    @Override
    public String toString(String field) {
        return ways.stream()
                .map(it -> it.toString(field))
                .collect(Collectors.joining(" | ", "(", ")~" + tie));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BestQuery it && it.ways.equals(ways) && it.tie == tie;
    }

    @Override
    public int hashCode() {
        return Objects.hash(classHash(), ways, tie);
    }
}
