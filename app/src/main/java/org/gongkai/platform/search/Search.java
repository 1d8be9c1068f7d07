package org.gongkai.platform.search;

import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds what is public (全文检索): the one way from outside into the index.
 *
 * <p>Every hit is asked of the visibility gate before it is shown or counted.
 */
@Component
public class Search {

    private static final Logger LOG = LoggerFactory.getLogger(Search.class);

    private final IndexShelf shelf;
    private final SearchIndexer indexer;
    private final Sources documents;
    private final Inquiry inquiry;

    Search(IndexShelf shelf, SearchIndexer indexer, Sources documents, Inquiry inquiry) {
        this.shelf = shelf;
        this.indexer = indexer;
        this.documents = documents;
        this.inquiry = inquiry;
    }

    /** What the query finds; the results say how it was understood. */
    public SearchResults search(SearchQuery query) {
        SearchIndex index = shelf.current();
        try {
            return marked(inquiry.search(index, query, documents::publicAmong));
        } catch (IllegalStateException replaced) {
            if (index == shelf.current()) {
                throw replaced;
            }
            return marked(inquiry.search(shelf.current(), query, documents::publicAmong));
        } catch (UncheckedIOException damaged) {
            LOG.error("The search index cannot be read and is made again", damaged);
            indexer.rebuildBecause("damaged");
            return SearchResults.none(false);
        }
    }

    /** An index that is still being filled says so. */
    private SearchResults marked(SearchResults found) {
        return shelf.complete() ? found : found.incomplete();
    }
}
