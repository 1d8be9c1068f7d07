package org.gongkai.platform.search.text;

import java.util.List;
import java.util.function.Supplier;
import org.gongkai.platform.search.Snippet;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of a document that is shown with a hit, and where it stands (摘要及出处).
 *
 * @param attachment name of the attachment it is from, null if it is from the document itself
 */
public record Excerpt(Snippet snippet, @Nullable String attachment) {

    /**
     * From the body; from a field or an attachment if what was looked for is only there.
     *
     * @param fields asked only if the body does not have it
     * @param attachments name and text of each, the name in the first line; asked last
     */
    public static Excerpt of(
            Marker marker,
            String body,
            Supplier<List<String>> fields,
            Supplier<List<String>> attachments) {
        Snippet fromBody = marker.snippet(body);
        if (fromBody.pieces().stream().anyMatch(it -> it.marked())) {
            return new Excerpt(fromBody, null);
        }
        for (String field : fields.get()) {
            if (marker.finds(field)) {
                return new Excerpt(marker.snippet(field), null);
            }
        }
        for (String attachment : attachments.get()) {
            if (marker.finds(attachment)) {
                return new Excerpt(marker.snippet(attachment), name(attachment));
            }
        }
        return new Excerpt(fromBody, null);
    }

    private static String name(String attachment) {
        int end = attachment.indexOf('\n');
        return end < 0 ? attachment : attachment.substring(0, end);
    }
}
