package org.gongkai.platform.search.lucene;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.gongkai.platform.search.Inquiry;
import org.gongkai.platform.search.SearchHit;
import org.gongkai.platform.search.SearchQuery;
import org.gongkai.platform.search.SearchResults;
import org.gongkai.platform.search.SearchableDocument;
import org.gongkai.platform.search.text.Dictionary;
import org.gongkai.platform.search.text.Words;

/** An index in a folder, for tests. */
final class LuceneFixture {

    static final Dictionary DICTIONARY = Dictionary.shipped();
    static final Words WORDS = new Words(DICTIONARY);
    static final Inquiry INQUIRY = Inquiry.shipped();

    private LuceneFixture() {}

    static LuceneIndex indexOf(Path folder, Collection<SearchableDocument> documents)
            throws Exception {
        LuceneIndex index = LuceneIndex.open(folder, DICTIONARY, WORDS);
        documents.forEach(index::put);
        index.makeVisible();
        return index;
    }

    static SearchResults find(LuceneIndex index, SearchQuery query) {
        return INQUIRY.search(index, query, HashSet::new);
    }

    static List<String> ids(LuceneIndex index, String text) {
        return ids(find(index, SearchQuery.of(text)));
    }

    static List<String> ids(SearchResults results) {
        return results.hits().stream().map(SearchHit::id).toList();
    }
}
