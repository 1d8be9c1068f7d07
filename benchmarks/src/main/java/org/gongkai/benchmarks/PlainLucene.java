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
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.gongkai.platform.search.SearchQuery;
import org.gongkai.platform.search.text.Dictionary;
import org.gongkai.platform.search.text.Folding;
import org.gongkai.platform.search.text.Words;

/** The peer (对照): the engine alone, all words of the text in the body, 20 hits with their texts. */
final class PlainLucene {

    private static final int HITS = 20;
    private static final Set<String> SHOWN = Set.of("title", "body");

    private PlainLucene() {}

    /** The peer beside the searches over HTTP, on the index of an installation. */
    static void print(Path indexes) throws IOException {
        Path newest;
        try (Stream<Path> generations = Files.list(indexes)) {
            newest = generations.max(Comparator.naturalOrder()).orElseThrow();
        }
        var words = new Words(Dictionary.shipped());
        Timings plain = measure(newest, words, Questions.all(), 3, 3);
        System.out.println("\n" + Timings.HEADING);
        System.out.println(plain.row("plain Lucene, same index and words, no marks, no facets"));
    }

    static Timings measure(
            Path folder, Words words, List<SearchQuery> searches, int warmRounds, int rounds)
            throws IOException {
        List<Query> queries = searches.stream().map(it -> query(words, it.text())).toList();
        try (var directory = FSDirectory.open(folder);
                var reader = DirectoryReader.open(directory)) {
            var searcher = new IndexSearcher(reader);
            run(searcher, queries, warmRounds, new Timings(queries.size() * warmRounds));
            var timings = new Timings(queries.size() * rounds);
            run(searcher, queries, rounds, timings);
            return timings;
        }
    }

    private static void run(
            IndexSearcher searcher, List<Query> queries, int rounds, Timings timings) {
        for (int round = 0; round < rounds; round++) {
            for (Query query : queries) {
                timings.measure(() -> search(searcher, query));
            }
        }
    }

    private static void search(IndexSearcher searcher, Query query) {
        try {
            for (ScoreDoc hit : searcher.search(query, HITS).scoreDocs) {
                searcher.storedFields().document(hit.doc, SHOWN);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Query query(Words words, String text) {
        var all = new BooleanQuery.Builder();
        words.of(Folding.fold(text))
                .forEach(
                        it -> all.add(new TermQuery(new Term("bodyWords", it.text())), Occur.MUST));
        return all.build();
    }
}
