package org.gongkai.platform.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A public document as search sees it (检索条目): plain text only, never markup.
 *
 * @param id the document's id, stable over its editions
 * @param documentNumber 发文字号, if it has one
 * @param indexNumber 索引号, if it has one
 * @param columnKey key of the column it stands in
 * @param columnPath keys from the root column down to {@code columnKey}, which is the last
 * @param year the year a reader would look under
 * @param section the responsible section, as a filter value
 * @param attachmentTexts name and text of each attachment
 * @param fields the fields of its kind, name to value
 */
public record SearchableDocument(
        String id,
        String title,
        String bodyText,
        @Nullable String documentNumber,
        @Nullable String indexNumber,
        String columnKey,
        List<String> columnPath,
        String kind,
        int year,
        String section,
        Instant publishedAt,
        List<String> attachmentTexts,
        Map<String, String> fields) {

    public SearchableDocument {
        columnPath = columnPath.isEmpty() ? List.of(columnKey) : List.copyOf(columnPath);
        attachmentTexts = List.copyOf(attachmentTexts);
        fields = Map.copyOf(fields);
    }
}
