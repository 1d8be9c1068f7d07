package org.gongkai.opengov.disclosures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into a draft (起草内容), before anything is known to be right.
 *
 * @param column key or name of the column it is meant for
 * @param section key or name of the responsible section
 * @param attachments by hash, after their upload
 * @param emergency whether it is urgent; no level is skipped
 */
public record DocumentInput(
        @Nullable String kind,
        @Nullable String title,
        @Nullable String column,
        @Nullable String section,
        @Nullable String bodyHtml,
        @Nullable String attribute,
        @Nullable String legalGround,
        @Nullable Integer article20Item,
        @Nullable Source source,
        @Nullable Map<String, @Nullable String> fields,
        @Nullable List<AttachmentInput> attachments,
        @Nullable Boolean emergency) {

    /** What content says, as it would have been typed. */
    public static DocumentInput of(DocumentContent content, String column, boolean emergency) {
        return new DocumentInput(
                content.kind().slug(),
                content.title(),
                column,
                content.section(),
                content.bodyHtml(),
                content.attribute(),
                content.legalGround(),
                content.article20Item(),
                content.source(),
                new HashMap<String, @Nullable String>(content.fields()),
                content.attachments().stream()
                        .map(it -> new AttachmentInput(it.sha256(), it.name()))
                        .toList(),
                emergency);
    }

    /** The same with these attachments. */
    public DocumentInput with(List<AttachmentInput> files) {
        return new DocumentInput(
                kind,
                title,
                column,
                section,
                bodyHtml,
                attribute,
                legalGround,
                article20Item,
                source,
                fields,
                files,
                emergency);
    }

    /** No field at all: for a correction that leaves everything as it is. */
    public static DocumentInput nothing() {
        return new DocumentInput(
                null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** A file uploaded before, by hash, with the name readers see. */
    public record AttachmentInput(String sha256, @Nullable String name) {}
}
