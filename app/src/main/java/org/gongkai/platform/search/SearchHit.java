package org.gongkai.platform.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document found (检索结果条目).
 *
 * @param title the whole title, what was looked for marked
 * @param attachment name of the attachment that the snippet is from (见附件), null if it is from the
 *     document itself
 * @param cursor where to continue behind this hit, see {@link SearchQuery#after()}
 */
public record SearchHit(
        String id,
        List<MarkedText> title,
        Snippet snippet,
        @Nullable String attachment,
        String columnKey,
        String kind,
        int year,
        String section,
        Instant publishedAt,
        @Nullable String documentNumber,
        @Nullable String indexNumber,
        String cursor) {
    public SearchHit {
        title = List.copyOf(title);
    }
}
