package org.gongkai.opengov.pushing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.Source;
import org.jspecify.annotations.Nullable;

/**
 * What the platform is told (推送报文), field for field as in {@code docs/guides/push.md}. Each message
 * holds the whole present state of the document, so that the newest is the only one that counts.
 *
 * @param sequence grows with each push of the document; a lower one than the last is out of date
 * @param content the document; only where the operation shows it
 * @param withdrawal why it is shown no longer; only for a withdrawal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PushMessage(
        String protocol,
        String idempotencyKey,
        String document,
        int sequence,
        String operation,
        int edition,
        Instant queuedAt,
        Publisher agency,
        String indexNumber,
        String page,
        @Nullable Content content,
        @Nullable Takedown withdrawal) {
    static final String PROTOCOL = "gongkai-push/1";

    /** Who publishes (发布机构). */
    record Publisher(String name, String siteIdCode) {}

    /** A column or a section, by key and name. */
    record Place(String key, String name) {}

    /** The document as the public reads it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Content(
            String kind,
            String title,
            String summary,
            List<Place> column,
            Place section,
            Instant publishedAt,
            Instant editedAt,
            @Nullable String documentNumber,
            @Nullable LocalDate formedOn,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate expiresOn,
            @Nullable String legalGround,
            @Nullable Integer article20Item,
            @Nullable Source source,
            Map<String, String> fields,
            String bodyHtml,
            @Nullable String correctionNote,
            String sha256,
            List<File> attachments,
            List<File> images) {}

    /** A file of the document, bound by its hash. */
    record File(String name, String mediaType, long size, String sha256, String address) {}

    /** Why it was taken back. */
    record Takedown(String reason, String legalBasis, Instant withdrawnAt) {}

    /** Every file that belongs to the document. */
    List<File> files() {
        return content == null
                ? List.of()
                : Stream.concat(content.attachments().stream(), content.images().stream()).toList();
    }
}
