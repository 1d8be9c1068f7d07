package org.gongkai.platform.search;

import java.io.UncheckedIOException;
import org.gongkai.platform.search.text.Spelling;
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
    private final Spelling spelling = Spelling.shipped();

    Search(IndexShelf shelf, SearchIndexer indexer, Sources documents) {
        this.shelf = shelf;
        this.indexer = indexer;
        this.documents = documents;
    }

    /** What the query finds; if nothing, with another spelling that does, where one is known. */
    public SearchResults search(SearchQuery query) {
        SearchResults results = once(query);
        if (results.total() > 0 || query.text().isBlank()) {
            return results;
        }
        return spelling.corrections(query.text()).stream()
                .filter(it -> once(query.withText(it).page(0, 1)).total() > 0)
                .findFirst()
                .map(results::suggesting)
                .orElse(results);
    }

    private SearchResults once(SearchQuery query) {
        SearchIndex index = shelf.current();
        try {
            return marked(index.search(query, documents::publicAmong));
        } catch (IllegalStateException replaced) {
            if (index == shelf.current()) {
                throw replaced;
            }
            return marked(shelf.current().search(query, documents::publicAmong));
        } catch (UncheckedIOException damaged) {
            LOG.error("The search index cannot be read and is made again", damaged);
            indexer.rebuildBecause("damaged");
            return SearchResults.none(false);
        }
    }

    /** An index that is still being filled says so. */
    private SearchResults marked(SearchResults found) {
        return found.complete() && !shelf.complete()
                ? new SearchResults(
                        found.total(),
                        found.hits(),
                        found.facets(),
                        found.next(),
                        found.suggestion(),
                        false)
                : found;
    }
}
