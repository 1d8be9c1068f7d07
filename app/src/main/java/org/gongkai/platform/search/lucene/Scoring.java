package org.gongkai.platform.search.lucene;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/**
 * How words count in a field (打分): a long title says as much as a short one, and saying a word
 * twice in it says nothing more.
 */
final class Scoring extends PerFieldSimilarityWrapper {

    static final Similarity BY_FIELD = new Scoring();

    private static final Similarity TITLE = new BM25Similarity(0.4f, 0.2f);
    private static final Similarity TEXT = new BM25Similarity();

    private Scoring() {}

    @Override
    public Similarity get(String field) {
        return field.startsWith(Names.TITLE) ? TITLE : TEXT;
    }
}
