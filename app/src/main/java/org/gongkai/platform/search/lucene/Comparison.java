package org.gongkai.platform.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.gongkai.platform.search.IndexDifference;

/** Holds the ids of the index against those of the database (核对), in one bit for each document. */
final class Comparison {

    private final DirectoryReader reader;
    private final FixedBitSet confirmed;
    private final List<String> missing = new ArrayList<>();

    private Comparison(DirectoryReader reader) {
        this.reader = reader;
        confirmed = new FixedBitSet(Math.max(1, reader.maxDoc()));
    }

    static IndexDifference between(DirectoryReader reader, Stream<String> publicIds)
            throws IOException {
        var comparison = new Comparison(reader);
        for (var ids = publicIds.iterator(); ids.hasNext(); ) {
            comparison.look(ids.next());
        }
        return new IndexDifference(comparison.missing, comparison.surplus());
    }

    private void look(String id) throws IOException {
        boolean found = false;
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings =
                    leaf.reader().postings(new Term(Names.ID, id), PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            for (int doc = postings == null ? DocIdSetIterator.NO_MORE_DOCS : postings.nextDoc();
                    doc != DocIdSetIterator.NO_MORE_DOCS;
                    doc = postings.nextDoc()) {
                if (live == null || live.get(doc)) {
                    confirmed.set(leaf.docBase + doc);
                    found = true;
                }
            }
        }
        if (!found) {
            missing.add(id);
        }
    }

    private List<String> surplus() throws IOException {
        List<String> surplus = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            var ids = leaf.reader().getSortedDocValues(Names.ID);
            for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                boolean there = live == null || live.get(doc);
                if (there && !confirmed.get(leaf.docBase + doc) && ids.advanceExact(doc)) {
                    BytesRef id = ids.lookupOrd(ids.ordValue());
                    surplus.add(id.utf8ToString());
                }
            }
        }
        return surplus;
    }
}
