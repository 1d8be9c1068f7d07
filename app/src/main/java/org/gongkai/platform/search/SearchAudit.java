package org.gongkai.platform.search;

import org.springframework.stereotype.Component;

/** Holds the index against the database (索引核对), for operators, restores and tests. */
@Component
public class SearchAudit {

    private final SearchIndexer indexer;

    SearchAudit(SearchIndexer indexer) {
        this.indexer = indexer;
    }

    /** What is public and cannot be found, and what can be found and is not public. */
    public IndexDifference compare() {
        return indexer.compare();
    }
}
