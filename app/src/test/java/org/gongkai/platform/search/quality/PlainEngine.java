package org.gongkai.platform.search.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.gongkai.platform.search.SearchableDocument;

/**
 * A peer (对照): BM25 over title, numbers and body by an analyzer of Lucene's, any word may match,
 * the better field counts and the title more. What one gets by following the manual.
 */
final class PlainEngine implements AutoCloseable {

    private static final float TITLE = 3f;
    private static final float NUMBER = 3f;
    private static final float TIE = 0.1f;
    private static final int HITS = 10;

    private final Analyzer analyzer;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    PlainEngine(Analyzer analyzer, List<Paper> papers) throws IOException {
        this.analyzer = analyzer;
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (int i = 0; i < papers.size(); i++) {
                writer.addDocument(entry(i, papers.get(i).document()));
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    private static Document entry(int place, SearchableDocument document) {
        var entry = new Document();
        entry.add(new StoredField("place", place));
        entry.add(new TextField("title", document.title(), Field.Store.NO));
        entry.add(new TextField("body", document.bodyText(), Field.Store.NO));
        String numbers =
                (document.documentNumber() == null ? "" : document.documentNumber() + " ")
                        + document.indexNumber();
        entry.add(new TextField("number", numbers, Field.Store.NO));
        return entry;
    }

    List<Paper> find(String text, List<Paper> papers) throws IOException {
        List<Paper> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query(text), HITS).scoreDocs) {
            Number place =
                    searcher.storedFields().document(hit.doc).getField("place").numericValue();
            found.add(papers.get(place.intValue()));
        }
        return found;
    }

    private Query query(String text) throws IOException {
        var query = new BooleanQuery.Builder();
        try (var tokens = analyzer.tokenStream("body", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                String word = term.toString();
                query.add(
                        new DisjunctionMaxQuery(
                                List.of(
                                        new BoostQuery(
                                                new TermQuery(new Term("title", word)), TITLE),
                                        new BoostQuery(
                                                new TermQuery(new Term("number", word)), NUMBER),
                                        new TermQuery(new Term("body", word))),
                                TIE),
                        Occur.SHOULD);
            }
            tokens.end();
        }
        return query.build();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
