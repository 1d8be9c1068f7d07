package org.gongkai.platform.search.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.gongkai.platform.search.SearchHit;
import org.gongkai.platform.search.Snippet;
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
        return new SearchHit(
                entry.get(Names.ID),
                marker.whole(entry.get(Names.TITLE)),
                snippet(doc, entry.get(Names.BODY)),
                entry.get(Names.COLUMN),
                entry.get(Names.KIND),
                Integer.parseInt(entry.get(Names.YEAR)),
                entry.get(Names.SECTION),
                Instant.ofEpochMilli(entry.getField(Names.PUBLISHED).numericValue().longValue()),
                entry.get(Names.DOCUMENT_NUMBER),
                entry.get(Names.INDEX_NUMBER),
                cursor);
    }

    /** From the body; from an attachment or a field if what was looked for is only there. */
    private Snippet snippet(int doc, String body) throws IOException {
        Snippet fromBody = marker.snippet(body);
        if (fromBody.pieces().stream().anyMatch(it -> it.marked())) {
            return fromBody;
        }
        String more = stored.document(doc, Set.of(Names.MORE)).get(Names.MORE);
        for (String text : more == null ? List.<String>of() : split(more)) {
            if (marker.finds(text)) {
                return marker.snippet(text);
            }
        }
        return fromBody;
    }

    private static List<String> split(String more) {
        return List.of(more.split(String.valueOf(Pairs.BREAK)));
    }
}
