package org.gongkai.platform.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.gongkai.platform.search.text.Sought;
import org.jspecify.annotations.Nullable;

/** One {@link Finding} in one segment. */
final class SegmentFinding {

    /** The time is looked at after so many documents. */
    private static final int AT_ONCE = 1 << 12;

    private final Finding finding;
    private final LeafReaderContext segment;
    private final LeafReader reader;
    private final Map<String, @Nullable TermsEnum> terms = new HashMap<>();

    SegmentFinding(Finding finding, LeafReaderContext segment) {
        this.finding = finding;
        this.segment = segment;
        reader = segment.reader();
    }

    /** Of the documents that are still there those that answer it. */
    FixedBitSet of(Sought sought) throws IOException {
        FixedBitSet found = none();
        add(sought, found, null);
        Bits there = reader.getLiveDocs();
        if (there != null) {
            there.applyMask(found, 0);
        }
        return found;
    }

    /** What a query of the engine finds. */
    FixedBitSet of(Query query) throws IOException {
        FixedBitSet found = none();
        look(query, found, null);
        return found;
    }

    /** Those of these that answer it. */
    FixedBitSet among(FixedBitSet known, Sought sought) throws IOException {
        FixedBitSet found = none();
        add(sought, found, known);
        found.and(known);
        return found;
    }

    private FixedBitSet none() {
        return new FixedBitSet(reader.maxDoc());
    }

    /** Adds what is found; may leave out what is not {@code within}. */
    private void add(Sought sought, FixedBitSet found, @Nullable FixedBitSet within)
            throws IOException {
        if (finding.late()) {
            return;
        }
        switch (sought) {
            case Sought.Weighted it -> add(it.what(), found, within);
            case Sought.Constant it -> add(it.what(), found, within);
            case Sought.Best it -> addAny(it.ways(), found, within);
            case Sought.Several it -> addSeveral(it, found, within);
            case Sought.Everything all -> found.set(0, found.length());
            case Sought.Newer all -> found.set(0, found.length());
            case Sought.Word it -> look(Translation.of(it), found, within);
            case Sought.Marked it -> look(Translation.of(it), found, within);
            case Sought.Run it -> look(Translation.of(it), found, within);
            case Sought.Spoken it -> look(Translation.of(it), found, within);
        }
    }

    /** What is dear comes last, when it is known where the answer depends on it. */
    private void addAny(List<Sought> ways, FixedBitSet found, @Nullable FixedBitSet within)
            throws IOException {
        for (Sought way : quickFirst(ways)) {
            add(way, found, within);
        }
    }

    private void addSeveral(Sought.Several several, FixedBitSet found, @Nullable FixedBitSet within)
            throws IOException {
        FixedBitSet answering;
        if (several.atLeast() >= several.parts().size()) {
            answering = all(several.parts(), within);
        } else if (several.atLeast() <= 1) {
            answering = none();
            addAny(several.parts(), answering, within);
        } else {
            answering = some(several.parts(), several.atLeast(), within);
        }
        for (Sought excluded : several.excluded()) {
            FixedBitSet without = none();
            add(excluded, without, answering);
            answering.andNot(without);
        }
        found.or(answering);
    }

    private FixedBitSet all(List<Sought> parts, @Nullable FixedBitSet within) throws IOException {
        FixedBitSet answering = null;
        for (Sought part : quickFirst(parts)) {
            FixedBitSet one = none();
            add(part, one, answering == null ? within : answering);
            if (answering != null) {
                one.and(answering);
            }
            answering = one;
        }
        if (answering == null) {
            answering = none();
            answering.set(0, answering.length());
        }
        return answering;
    }

    private FixedBitSet some(List<Sought> parts, int least, @Nullable FixedBitSet within)
            throws IOException {
        var counts = new byte[reader.maxDoc()];
        for (Sought part : parts) {
            FixedBitSet one = none();
            add(part, one, within);
            one.forEach(0, one.length(), 0, doc -> counts[doc]++);
        }
        FixedBitSet answering = none();
        for (int doc = 0; doc < counts.length; doc++) {
            if (counts[doc] >= least) {
                answering.set(doc);
            }
        }
        return answering;
    }

    private static List<Sought> quickFirst(List<Sought> parts) {
        List<Sought> sorted = new ArrayList<>();
        parts.stream().filter(it -> !Strong.dear(it)).forEach(sorted::add);
        parts.stream().filter(Strong::dear).forEach(sorted::add);
        return sorted;
    }

    private void look(Query query, FixedBitSet found, @Nullable FixedBitSet within)
            throws IOException {
        if (query instanceof TermQuery it) {
            PostingsEnum postings = postings(it.getTerm());
            if (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                postings.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, found, 0);
            }
            return;
        }
        Scorer scorer = finding.prepared(query).scorer(segment);
        if (scorer == null) {
            return;
        }
        TwoPhaseIterator looked = scorer.twoPhaseIterator();
        if (looked == null) {
            found.or(scorer.iterator());
        } else {
            look(looked, found, within);
        }
    }

    private void look(TwoPhaseIterator looked, FixedBitSet found, @Nullable FixedBitSet within)
            throws IOException {
        DocIdSetIterator maybe = looked.approximation();
        int seen = 0;
        int doc = maybe.nextDoc();
        while (doc != DocIdSetIterator.NO_MORE_DOCS) {
            if (++seen % AT_ONCE == 0 && finding.late()) {
                return;
            }
            if (within != null && !within.get(doc)) {
                doc = maybe.advance(within.nextSetBit(doc));
                continue;
            }
            if (!found.get(doc) && looked.matches()) {
                found.set(doc);
            }
            doc = maybe.nextDoc();
        }
    }

    private @Nullable PostingsEnum postings(Term term) throws IOException {
        if (!terms.containsKey(term.field())) {
            Terms of = reader.terms(term.field());
            terms.put(term.field(), of == null ? null : of.iterator());
        }
        TermsEnum of = terms.get(term.field());
        return of != null && of.seekExact(term.bytes())
                ? of.postings(null, PostingsEnum.NONE)
                : null;
    }
}
