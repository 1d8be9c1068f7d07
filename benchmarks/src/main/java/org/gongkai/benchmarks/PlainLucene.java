package org.gongkai.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.gongkai.platform.search.SearchFilters;
import org.gongkai.platform.search.SearchQuery;
import org.gongkai.platform.search.text.Dictionary;
import org.gongkai.platform.search.text.Folding;
import org.gongkai.platform.search.text.Question;
import org.gongkai.platform.search.text.Understanding;
import org.gongkai.platform.search.text.Understanding.Demand;
import org.gongkai.platform.search.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The peer (对照): the engine alone, asked in the plainest form for the same: all words of the text
 * in title, body or the rest, the same filters, the 20 best hits with title and body, and where it
 * is said so the same two marked by Lucene's own highlighter. No counts, no gate, nothing but
 * words.
 */
final class PlainLucene implements AutoCloseable {

    private static final Understanding UNDERSTANDING = Understanding.shipped();
    private static final int HITS = 20;
    private static final List<String> PLACES = List.of("titleWords", "bodyWords", "moreWords");
    private static final Set<String> SHOWN = Set.of("title", "body");
    private static final String[] MARKED = {"title", "body"};
    private static final int[] PASSAGES = {1, 1};

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Words words;
    private final UnifiedHighlighter highlighter;

    PlainLucene(Path folder, Words words) throws IOException {
        this.words = words;
        directory = FSDirectory.open(folder);
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        highlighter =
                UnifiedHighlighter.builder(searcher, new WordsAnalyzer(words))
                        .withFieldMatcher(any -> true)
                        .withHandleMultiTermQuery(false)
                        .withMaxLength(200_000)
                        .build();
    }

    /** The peer beside the searches over HTTP, on the index of an installation. */
    static void print(Path indexes) throws IOException {
        Path newest;
        try (Stream<Path> generations = Files.list(indexes)) {
            newest = generations.max(Comparator.naturalOrder()).orElseThrow();
        }
        try (var plain = new PlainLucene(newest, new Words(Dictionary.shipped()))) {
            System.out.println("\n" + Timings.HEADING);
            for (boolean marked : List.of(false, true)) {
                var timings = new Timings(Questions.all().size() * 6);
                for (int round = 0; round < 6; round++) {
                    for (SearchQuery query : Questions.all()) {
                        timings.measure(() -> plain.search(query, marked));
                    }
                }
                System.out.println(
                        timings.row(
                                "plain Lucene, same index and words" + (marked ? ", marks" : "")));
            }
        }
    }

    /** One search; the texts of the hits are read, and marked by the highlighter if asked. */
    void search(SearchQuery asked, boolean marked) {
        try {
            Query query = query(asked);
            show(searcher.search(query, HITS), query, marked);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void show(TopDocs found, Query query, boolean marked) throws IOException {
        for (ScoreDoc hit : found.scoreDocs) {
            searcher.storedFields().document(hit.doc, SHOWN);
        }
        if (marked && found.scoreDocs.length > 0) {
            int[] documents = new int[found.scoreDocs.length];
            for (int i = 0; i < documents.length; i++) {
                documents[i] = found.scoreDocs[i].doc;
            }
            highlighter.highlightFields(MARKED, query, documents, PASSAGES);
        }
    }

    /**
     * The same query by the engine's own means: the same form, the same filters, every hit counted,
     * the 20 best marked by the highlighter. No counts of filters, no gate.
     */
    void searchSameForm(SearchQuery asked) {
        try {
            var all = new BooleanQuery.Builder();
            Question question = UNDERSTANDING.read(asked.text(), Demand.ALL);
            all.add(SameForm.of(question.sought()), Occur.MUST);
            filter(all, asked.filters());
            Query query = all.build();
            var everyHit = new TopScoreDocCollectorManager(HITS, null, Integer.MAX_VALUE);
            show(searcher.search(query, everyHit), query, true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Query query(SearchQuery asked) {
        var all = new BooleanQuery.Builder();
        words.of(Folding.fold(asked.text()))
                .forEach(it -> all.add(anywhere(it.text()), Occur.MUST));
        filter(all, asked.filters());
        return all.build();
    }

    private static void filter(BooleanQuery.Builder all, SearchFilters filters) {
        filter(all, "column", filters.column());
        filter(all, "kind", filters.kind());
        filter(all, "year", filters.year() == null ? null : filters.year().toString());
        filter(all, "section", filters.section());
    }

    private static Query anywhere(String word) {
        return new DisjunctionMaxQuery(
                PLACES.stream().<Query>map(it -> new TermQuery(new Term(it, word))).toList(), 0.1f);
    }

    private static void filter(BooleanQuery.Builder all, String field, @Nullable String value) {
        if (value != null) {
            all.add(new TermQuery(new Term(field, value)), Occur.FILTER);
        }
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            reader.close();
        }
    }
}
