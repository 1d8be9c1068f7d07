package org.gongkai.platform.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.gongkai.platform.search.SearchHit;
import org.gongkai.platform.search.text.Excerpt;
import org.gongkai.platform.search.text.Marker;

/** Makes a hit ready to be shown (结果条目), from the stored text. */
record Shown(StoredFields stored, Marker marker) {

    private static final Set<String> FIELDS =
            Set.of(
                    Names.ID,
                    Names.TITLE,
                    Names.BODY,
                    Names.COLUMN,
                    Names.KIND,
                    Names.YEAR,
                    Names.SECTION,
                    Names.PUBLISHED,
                    Names.DOCUMENT_NUMBER,
                    Names.INDEX_NUMBER);

    SearchHit hit(int doc, String cursor) throws IOException {
        Document entry = stored.document(doc, FIELDS);
        var excerpt = excerpt(doc, entry.get(Names.BODY));
        return new SearchHit(
                entry.get(Names.ID),
                marker.whole(entry.get(Names.TITLE)),
                excerpt.snippet(),
                excerpt.attachment(),
                entry.get(Names.COLUMN),
                entry.get(Names.KIND),
                Integer.parseInt(entry.get(Names.YEAR)),
                entry.get(Names.SECTION),
                Instant.ofEpochMilli(entry.getField(Names.PUBLISHED).numericValue().longValue()),
                entry.get(Names.DOCUMENT_NUMBER),
                entry.get(Names.INDEX_NUMBER),
                cursor);
    }

    private Excerpt excerpt(int doc, String body) {
        return Excerpt.of(
                marker, body, () -> texts(doc, Names.FIELDS), () -> texts(doc, Names.ATTACHMENTS));
    }

    private List<String> texts(int doc, String field) {
        try {
            String joined = stored.document(doc, Set.of(field)).get(field);
            return joined == null ? List.of() : List.of(joined.split(String.valueOf(Pairs.BREAK)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
