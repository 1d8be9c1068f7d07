package org.gongkai.platform.search;

import java.time.Instant;
import java.util.ArrayList;
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
 * @param item number of the item of 条例 art. 20, if it has one
 * @param force the dates of a normative document, null for others
 * @param attachmentTexts name and text of each attachment, the name in the first line
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
        @Nullable String item,
        LegalForce.@Nullable Dates force,
        Instant publishedAt,
        List<String> attachmentTexts,
        Map<String, String> fields) {

    /** What lies beyond this in all attachments together is not searched. */
    private static final int LONGEST_ATTACHMENTS = 1_000_000;

    public SearchableDocument {
        columnPath = columnPath.isEmpty() ? List.of(columnKey) : List.copyOf(columnPath);
        attachmentTexts = List.copyOf(attachmentTexts);
        fields = Map.copyOf(fields);
    }

    /** One that is no normative document and names no item. */
    public SearchableDocument(
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
        this(
                id,
                title,
                bodyText,
                documentNumber,
                indexNumber,
                columnKey,
                columnPath,
                kind,
                year,
                section,
                null,
                null,
                publishedAt,
                attachmentTexts,
                fields);
    }

    /** The values of its fields, always in the same order. */
    public List<String> fieldTexts() {
        return fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The attachments as far as they are searched. */
    public List<String> searchedAttachments() {
        var searched = new ArrayList<String>();
        int room = LONGEST_ATTACHMENTS;
        for (String text : attachmentTexts) {
            String part = text.substring(0, Math.min(room, text.length()));
            searched.add(part);
            room -= part.length();
        }
        return searched;
    }
}
