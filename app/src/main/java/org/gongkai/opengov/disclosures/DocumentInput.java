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

    /** The same with this title. */
    public DocumentInput withTitle(String words) {
        return new DocumentInput(
                kind,
                words,
                column,
                section,
                bodyHtml,
                attribute,
                legalGround,
                article20Item,
                source,
                fields,
                attachments,
                emergency);
    }

    /** The same with this body and these fields of its kind. */
    public DocumentInput withBody(String html, Map<String, @Nullable String> ofItsKind) {
        return new DocumentInput(
                kind,
                title,
                column,
                section,
                html,
                attribute,
                legalGround,
                article20Item,
                source,
                ofItsKind,
                attachments,
                emergency);
    }

    /** The same with these facts of openness and origin. */
    public DocumentInput withOpenness(
            @Nullable String newAttribute,
            @Nullable String newGround,
            @Nullable Integer newItem,
            @Nullable Source newSource) {
        return new DocumentInput(
                kind,
                title,
                column,
                section,
                bodyHtml,
                newAttribute,
                newGround,
                newItem,
                newSource,
                fields,
                attachments,
                emergency);
    }

    /** Nothing yet but where it belongs. */
    public static DocumentInput at(String kind, String section, String column) {
        return new DocumentInput(
                kind, null, column, section, null, null, null, null, null, null, null, null);
    }

    /** No field at all: for a correction that leaves everything as it is. */
    public static DocumentInput nothing() {
        return new DocumentInput(
                null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** A file uploaded before, by hash, with the name readers see. */
    public record AttachmentInput(String sha256, @Nullable String name) {}
}
