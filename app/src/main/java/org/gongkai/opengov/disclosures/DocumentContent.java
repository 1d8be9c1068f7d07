package org.gongkai.opengov.disclosures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that reviewers sign and readers see (公开内容).
 *
 * <p>Its canonical text is hashed; each signature binds that hash. The column is not part of it:
 * where a document is shown may change without touching what was signed.
 *
 * @param section key of the responsible section (谁制定、谁公开)
 * @param attribute one of the law's three words; null only while drafting
 * @param legalGround the article that the attribute rests on
 * @param article20Item number of the item of art. 20, 1 to 15
 * @param fields the fields of its kind; empty ones are left out
 * @param correctionNote what a correction changed, shown to readers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentContent(
        DocumentKind kind,
        String title,
        String section,
        String bodyHtml,
        @Nullable String attribute,
        @Nullable String legalGround,
        @Nullable Integer article20Item,
        @Nullable Source source,
        Map<String, String> fields,
        List<AttachedFile> attachments,
        List<AttachedFile> images,
        @Nullable String correctionNote) {

    public DocumentContent {
        var filled = new TreeMap<String, String>();
        fields.forEach(
                (key, value) -> {
                    if (value != null && !value.isBlank()) {
                        filled.put(key, value.strip());
                    }
                });
        fields = filled;
        attachments = List.copyOf(attachments);
        images = List.copyOf(images);
    }

    /** A field of its kind, or null. */
    public @Nullable String field(String key) {
        return fields.get(key);
    }

    /** The fields of its kind that readers are shown, by name. */
    public Map<String, String> publicFields() {
        var shown = new TreeMap<>(fields);
        shown.keySet().retainAll(kind.publicFields().stream().map(DocumentField::key).toList());
        return shown;
    }

    /** The hashes of every file that belongs to it. */
    public List<String> fileHashes() {
        return Stream.concat(attachments.stream(), images.stream())
                .map(AttachedFile::sha256)
                .toList();
    }

    /** The same content with a note on what was corrected. */
    public DocumentContent withCorrectionNote(@Nullable String note) {
        return new DocumentContent(
                kind,
                title,
                section,
                bodyHtml,
                attribute,
                legalGround,
                article20Item,
                source,
                fields,
                attachments,
                images,
                note);
    }
}
