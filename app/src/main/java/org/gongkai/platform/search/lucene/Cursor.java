package org.gongkai.platform.search.lucene;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.util.BytesRef;
import org.gongkai.platform.search.SearchOrder;
import org.jspecify.annotations.Nullable;

/** Where in the order of hits one stands (翻页位置), as a text that can be handed out. */
final class Cursor {

    private Cursor() {}

    /** The order of hits; the id makes it total, so that pages neither repeat nor skip. */
    static Sort sort(SearchOrder order) {
        var newest = new SortedNumericSortField(Names.PUBLISHED, SortField.Type.LONG, true);
        var id = new SortField(Names.ID, SortField.Type.STRING);
        return switch (order) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, newest, id);
            case DATE -> new Sort(newest, id);
        };
    }

    /** The text for this hit. */
    static String of(FieldDoc hit, SearchOrder order) {
        int first = order == SearchOrder.RELEVANCE ? 1 : 0;
        String score =
                first == 1 ? Integer.toHexString(Float.floatToIntBits((Float) hit.fields[0])) : "d";
        String text =
                score
                        + ":"
                        + hit.fields[first]
                        + ":"
                        + ((BytesRef) hit.fields[first + 1]).utf8ToString();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hit the text stands for; null if it is none of ours or of another order. */
    static @Nullable FieldDoc read(@Nullable String text, SearchOrder order) {
        if (text == null) {
            return null;
        }
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(text);
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 3);
            boolean scored = parts.length == 3 && !parts[0].equals("d");
            if (parts.length != 3 || scored != (order == SearchOrder.RELEVANCE)) {
                return null;
            }
            Object published = Long.valueOf(parts[1]);
            var id = new BytesRef(parts[2]);
            if (!scored) {
                return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {published, id});
            }
            float score = Float.intBitsToFloat(Integer.parseUnsignedInt(parts[0], 16));
            return new FieldDoc(Integer.MAX_VALUE, score, new Object[] {score, published, id});
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }
}
