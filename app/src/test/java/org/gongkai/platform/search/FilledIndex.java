package org.gongkai.platform.search;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** An index of some documents, for tests. */
public record FilledIndex(IndexShelf shelf, SearchIndex index) implements AutoCloseable {

    /** A new one of this engine. */
    public static FilledIndex of(
            TestEngine engine, Path folder, Collection<SearchableDocument> documents) {
        IndexShelf shelf = engine.shelf(folder.resolve(engine.name()));
        shelf.open();
        SearchIndex index = shelf.beginReplacement();
        documents.forEach(index::put);
        shelf.finishReplacement();
        return new FilledIndex(shelf, index);
    }

    private static final Inquiry INQUIRY = Inquiry.shipped();

    /** A busy machine may cut an answer off by the time limit. */
    private static final int TRIES = 5;

    /** What is found where everything is public. */
    public SearchResults find(SearchQuery query) {
        return find(query, HashSet::new);
    }

    /** What is found where the gate lets it through. */
    public SearchResults find(SearchQuery query, VisibilityGate gate) {
        SearchResults found = INQUIRY.search(index, query, gate);
        for (int i = 0; i < TRIES && !found.complete(); i++) {
            found = INQUIRY.search(index, query, gate);
        }
        return found;
    }

    /** The ids of what this text finds. */
    public List<String> ids(String text) {
        return ids(find(SearchQuery.of(text)));
    }

    /** The ids of what was found. */
    public static List<String> ids(SearchResults results) {
        return results.hits().stream().map(SearchHit::id).toList();
    }

    @Override
    public void close() {
        shelf.close();
    }
}
