package org.gongkai.platform.textcheck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.roles.AgencyId;

/**
 * What is given to the machine to read (待校对内容).
 *
 * @param title the title
 * @param bodyHtml the clean body
 * @param fields the fields of the document's kind by their API names, as written; days as {@code
 *     2021-07-30}. {@code documentNumber}, {@code formedOn}, {@code printedOn}, {@code effectiveOn}
 *     and {@code expiresOn} are checked against each other, as are {@code commentFrom} and {@code
 *     commentUntil}
 * @param attachments the files beside it
 * @param agency whose lists apply; without one only the shipped lists do
 */
public record ReviewText(
        String title,
        String bodyHtml,
        Map<String, String> fields,
        List<Attachment> attachments,
        Optional<AgencyId> agency) {
    public ReviewText {
        fields = Map.copyOf(fields);
        attachments = List.copyOf(attachments);
    }

    /** A text read with the shipped lists only. */
    public ReviewText(
            String title,
            String bodyHtml,
            Map<String, String> fields,
            List<Attachment> attachments) {
        this(title, bodyHtml, fields, attachments, Optional.empty());
    }

    /** A file beside the text (附件). */
    public record Attachment(String name, StoredFile file) {}

    /** A title and a body alone. */
    public static ReviewText of(String title, String bodyHtml) {
        return new ReviewText(title, bodyHtml, Map.of(), List.of());
    }
}
