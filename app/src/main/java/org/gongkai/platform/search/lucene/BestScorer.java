package org.gongkai.platform.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.jspecify.annotations.Nullable;

/** Goes through the documents that any of a {@link BestQuery}'s ways finds. */
final class BestScorer extends Scorer {

    private static final int NONE = -1;

    private final Scorer[] ways;
    private final @Nullable TwoPhaseIterator[] looked;
    private final DocIdSetIterator[] iterators;
    private final boolean looks;
    private final int[] docs;
    private final float tie;
    private final Union union = new Union();
    private int found = NONE;

    /** Of these ways, in the order of their worth. */
    BestScorer(List<Scorer> ways, float tie) {
        this.ways = ways.toArray(Scorer[]::new);
        this.tie = tie;
        looked = new TwoPhaseIterator[this.ways.length];
        iterators = new DocIdSetIterator[this.ways.length];
        docs = new int[this.ways.length];
        Arrays.fill(docs, -1);
        boolean any = false;
        for (int i = 0; i < this.ways.length; i++) {
            TwoPhaseIterator look = this.ways[i].twoPhaseIterator();
            looked[i] = look;
            iterators[i] = look == null ? this.ways[i].iterator() : look.approximation();
            any |= look != null;
        }
        looks = any;
    }

    @Override
    public int docID() {
        return union.docID();
    }

    @Override
    public DocIdSetIterator iterator() {
        return looks ? TwoPhaseIterator.asDocIdSetIterator(new Looking()) : union;
    }

    @Override
    public @Nullable TwoPhaseIterator twoPhaseIterator() {
        return looks ? new Looking() : null;
    }

    @Override
    public float score() throws IOException {
        if (found != NONE) {
            return ways[found].score();
        }
        int doc = union.docID();
        float best = 0;
        double others = 0;
        boolean settled = false;
        for (int i = 0; i < ways.length; i++) {
            TwoPhaseIterator look = looked[i];
            if (look == null ? at(i, doc) : !settled && at(i, doc) && look.matches()) {
                float score = ways[i].score();
                others += Math.min(best, score);
                best = Math.max(best, score);
                settled = true;
            }
        }
        return (float) (best + tie * others);
    }

    @Override
    public int advanceShallow(int target) throws IOException {
        int until = DocIdSetIterator.NO_MORE_DOCS;
        for (int i = 0; i < ways.length; i++) {
            until =
                    Math.min(
                            until,
                            docs[i] <= target ? ways[i].advanceShallow(target) : docs[i] - 1);
        }
        return until;
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
        float best = 0;
        double others = 0;
        for (int i = 0; i < ways.length; i++) {
            if (docs[i] <= upTo) {
                float most = ways[i].getMaxScore(upTo);
                others += Math.min(best, most);
                best = Math.max(best, most);
            }
        }
        return Math.nextUp((float) (best + tie * others));
    }

    /** Whether this way finds the document, as far as it knows without looking. */
    private boolean at(int i, int doc) throws IOException {
        if (docs[i] < doc) {
            docs[i] = iterators[i].advance(doc);
        }
        return docs[i] == doc;
    }

    /**
     * Each document that any way may find; the other ways stay behind once one has come to the
     * document asked for.
     */
    private final class Union extends DocIdSetIterator {
        private int doc = -1;

        @Override
        public int docID() {
            return doc;
        }

        @Override
        public int nextDoc() throws IOException {
            return advance(doc + 1);
        }

        @Override
        public int advance(int target) throws IOException {
            found = NONE;
            int least = NO_MORE_DOCS;
            for (int i = 0; i < docs.length; i++) {
                if (docs[i] < target) {
                    docs[i] = iterators[i].advance(target);
                }
                if (docs[i] == target) {
                    doc = target;
                    return target;
                }
                least = Math.min(least, docs[i]);
            }
            doc = least;
            return least;
        }

        @Override
        public long cost() {
            long cost = 0;
            for (DocIdSetIterator it : iterators) {
                cost += it.cost();
            }
            return cost;
        }
    }

    /** Looks only where nothing else is sure. */
    private final class Looking extends TwoPhaseIterator {

        Looking() {
            super(union);
        }

        @Override
        public boolean matches() throws IOException {
            int doc = union.docID();
            for (int i = 0; i < ways.length; i++) {
                if (looked[i] == null && at(i, doc)) {
                    return true;
                }
            }
            for (int i = 0; i < ways.length; i++) {
                TwoPhaseIterator look = looked[i];
                if (look != null && at(i, doc) && look.matches()) {
                    found = i;
                    return true;
                }
            }
            return false;
        }

        @Override
        public float matchCost() {
            float cost = 0;
            for (TwoPhaseIterator it : looked) {
                cost += it == null ? 0 : it.matchCost();
            }
            return cost;
        }
    }
}
