package org.gongkai.platform.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.gongkai.platform.search.SearchHit;
import org.gongkai.platform.search.SearchOrder;
import org.gongkai.platform.search.SearchQuery;
import org.gongkai.platform.search.SearchResults;
import org.gongkai.platform.search.VisibilityGate;
import org.gongkai.platform.search.text.Marker;
import org.gongkai.platform.search.text.Question;
import org.jspecify.annotations.Nullable;

/** One search in one unchanging view of the index (一次检索). */
final class Lookup {

    /** Fetched beyond the page, so that hits the gate keeps back are made up for. */
    private static final int SPARE = 20;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final TimeLimit limit = new TimeLimit();
    private final SearchQuery search;
    private final VisibilityGate gate;
    private final Choices choices;
    private final Question question;
    private final Query query;
    private final SearchOrder order;
    private final Finding finding;
    private final StrongFirst strongFirst;

    Lookup(
            DirectoryReader reader,
            Executor threads,
            Choices choices,
            Question question,
            SearchQuery search,
            VisibilityGate gate) {
        this.reader = reader;
        this.choices = choices;
        this.search = search;
        this.gate = gate;
        searcher = new IndexSearcher(reader, threads);
        searcher.setSimilarity(Scoring.BY_FIELD);
        searcher.setTimeout(limit);
        this.question = question;
        query = Translation.of(question.sought());
        order = question.ranked() ? search.order() : SearchOrder.DATE;
        finding = new Finding(searcher, search.filters(), limit);
        strongFirst = new StrongFirst(searcher, question.sought());
    }

    SearchResults results() throws IOException {
        if (!question.possible()) {
            return SearchResults.none(true);
        }
        var tally = new Tally(search.filters(), choices);
        List<FieldDoc> page = visiblePage(tally, counted(tally));
        boolean more = page.size() > search.limit();
        List<SearchHit> hits = show(more ? page.subList(0, search.limit()) : page);
        return new SearchResults(
                tally.total(),
                hits,
                tally.facets(),
                more ? hits.getLast().cursor() : null,
                !searcher.timedOut() && !limit.passed());
    }

    /** Counts the hits; gives back those that pass every filter. */
    private List<FixedBitSet> counted(Tally tally) throws IOException {
        List<FixedBitSet> hits = finding.all(question.sought());
        List<FixedBitSet> passing = new ArrayList<>();
        for (LeafReaderContext segment : reader.leaves()) {
            passing.add(tally.add(segment, hits.get(segment.ord)));
        }
        return passing;
    }

    /** The hits of the page and one more if there is one, all of them visible. */
    private List<FieldDoc> visiblePage(Tally tally, List<FixedBitSet> hits) throws IOException {
        List<FieldDoc> visible = new ArrayList<>();
        FieldDoc after = Cursor.read(search.after(), order);
        int needed = search.offset() + search.limit() + 1;
        while (tally.total() > 0 && visible.size() < needed) {
            int fetch = needed - visible.size() + SPARE;
            ScoreDoc[] found = fetch(hits, after, fetch);
            letThrough(found, tally, visible);
            if (found.length < fetch) {
                break;
            }
            after = (FieldDoc) found[found.length - 1];
        }
        int from = Math.min(search.offset(), visible.size());
        return visible.subList(from, Math.min(visible.size(), needed));
    }

    private ScoreDoc[] fetch(List<FixedBitSet> hits, @Nullable FieldDoc after, int number)
            throws IOException {
        if (order == SearchOrder.DATE) {
            return best(new Known(hits), after, number);
        }
        if (strongFirst.possible()) {
            var strong = new Known(finding.among(hits, strongFirst.anywhere()));
            ScoreDoc[] first = best(strong.among(query), after, number);
            if (first.length == number && strongFirst.settled((FieldDoc) first[number - 1])) {
                return first;
            }
        }
        return best(new Known(hits).among(query), after, number);
    }

    private ScoreDoc[] best(Query hits, @Nullable FieldDoc after, int number) throws IOException {
        var manager = new TopFieldCollectorManager(Cursor.sort(order), number, after, 1);
        return searcher.search(hits, manager).scoreDocs;
    }

    private void letThrough(ScoreDoc[] found, Tally tally, List<FieldDoc> visible)
            throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        for (ScoreDoc it : found) {
            ids.add(id((FieldDoc) it));
        }
        Set<String> open = ids.isEmpty() ? Set.of() : gate.publicAmong(ids);
        for (ScoreDoc it : found) {
            if (open.contains(id((FieldDoc) it))) {
                visible.add((FieldDoc) it);
            } else {
                tally.without(stored(it.doc));
            }
        }
    }

    private static String id(FieldDoc hit) {
        return ((BytesRef) hit.fields[hit.fields.length - 1]).utf8ToString();
    }

    private Map<Dimension, String> stored(int doc) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        Map<Dimension, String> stored = new EnumMap<>(Dimension.class);
        for (Dimension it : Dimension.values()) {
            SortedDocValues values = DocValues.getSorted(leaf.reader(), it.field());
            if (values.advanceExact(doc - leaf.docBase)) {
                stored.put(it, values.lookupOrd(values.ordValue()).utf8ToString());
            }
        }
        return stored;
    }

    private List<SearchHit> show(List<FieldDoc> page) throws IOException {
        var shown = new Shown(searcher.storedFields(), new Marker(question.needles()));
        List<SearchHit> hits = new ArrayList<>();
        for (FieldDoc it : page) {
            hits.add(shown.hit(it.doc, Cursor.of(it, order)));
        }
        return hits;
    }
}
