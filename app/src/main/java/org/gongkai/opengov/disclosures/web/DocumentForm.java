package org.gongkai.opengov.disclosures.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.opengov.disclosures.Article20Item;
import org.gongkai.opengov.disclosures.AttachedFile;
import org.gongkai.opengov.disclosures.DocumentContent;
import org.gongkai.opengov.disclosures.DocumentField;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.PublicAttribute;
import org.gongkai.opengov.disclosures.Source;
import org.gongkai.platform.pages.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What stands in the drafting form (起草表单), as texts, so that everything typed can be shown again.
 *
 * <p>Pictures of a draft are shown from the desk's own address; in the content they have the public
 * one, which answers only once the document is public.
 */
public record DocumentForm(
        String kind,
        String title,
        String column,
        String section,
        String bodyHtml,
        String attribute,
        String legalGround,
        String article20Item,
        String origin,
        String sourceName,
        String sourceUrl,
        boolean emergency,
        Map<String, String> fields,
        Map<String, String> alternatives,
        List<AttachedFile> attachments) {
    private static final String OWN = "own";
    private static final String REPOSTED = "reposted";

    static DocumentForm of(
            DocumentId id, DocumentContent content, String column, boolean emergency) {
        var source = content.source();
        return new DocumentForm(
                content.kind().slug(),
                content.title(),
                column,
                content.section(),
                desk(id, content.bodyHtml()),
                text(content.attribute()),
                text(content.legalGround()),
                content.article20Item() == null ? "" : content.article20Item().toString(),
                source == null ? "" : source.own() ? OWN : REPOSTED,
                source == null ? "" : text(source.name()),
                source == null ? "" : text(source.url()),
                emergency,
                content.fields(),
                Map.of(),
                content.attachments());
    }

    static DocumentForm typed(MultiValueMap<String, String> typed, List<AttachedFile> attachments) {
        return new DocumentForm(
                value(typed, "kind"),
                value(typed, "title"),
                value(typed, "column"),
                value(typed, "section"),
                value(typed, "bodyHtml"),
                value(typed, "attribute"),
                value(typed, "legalGround"),
                value(typed, "article20Item"),
                value(typed, "origin"),
                value(typed, "sourceName"),
                value(typed, "sourceUrl"),
                !value(typed, "emergency").isEmpty(),
                under("fields.", typed),
                under("alternative.", typed),
                attachments);
    }

    /**
     * What was not typed as it usually is: kind, section, column; a single section needs no choice.
     */
    DocumentForm orElse(DocumentInput usual, List<Choice> sections) {
        var onlySection = sections.size() == 1 ? sections.getFirst().value() : "";
        return new DocumentForm(
                either(kind, text(usual.kind())),
                title,
                either(column, text(usual.column())),
                either(section, either(text(usual.section()), onlySection)),
                bodyHtml,
                attribute,
                legalGround,
                article20Item,
                origin,
                sourceName,
                sourceUrl,
                emergency,
                fields,
                alternatives,
                attachments);
    }

    DocumentInput input(DocumentId id) {
        return new DocumentInput(
                kind,
                title,
                column,
                section,
                Pictures.described(bodyHtml, alternatives).replace(deskFiles(id), "/files/"),
                attribute,
                ground(),
                item(),
                source(),
                new HashMap<String, @Nullable String>(fields),
                attachments.stream()
                        .map(it -> new DocumentInput.AttachmentInput(it.sha256(), it.name()))
                        .toList(),
                emergency);
    }

    /** The fields of its kind, in the order of the form. */
    public List<DocumentField> kindFields() {
        return DocumentKind.named(kind).map(DocumentKind::fields).orElse(List.of());
    }

    /** The same without this attachment. */
    DocumentForm without(String sha256) {
        return new DocumentForm(
                kind,
                title,
                column,
                section,
                bodyHtml,
                attribute,
                legalGround,
                article20Item,
                origin,
                sourceName,
                sourceUrl,
                emergency,
                fields,
                alternatives,
                attachments.stream().filter(it -> !it.sha256().equals(sha256)).toList());
    }

    /** The pictures that still need their words. */
    public List<Pictures.Silent> silentPictures() {
        return Pictures.silentIn(bodyHtml);
    }

    /** Shows the pictures of a draft from the desk's own address. */
    static String desk(DocumentId id, String html) {
        return html.replace("src=\"/files/", "src=\"" + deskFiles(id));
    }

    static String deskFiles(DocumentId id) {
        return "/desk/documents/" + id + "/files/";
    }

    private @Nullable Source source() {
        return switch (origin) {
            case OWN -> Source.ours();
            case REPOSTED ->
                    Source.reposted(
                            sourceName.strip(), sourceUrl.isBlank() ? null : sourceUrl.strip());
            default -> null;
        };
    }

    private static Map<String, String> under(String prefix, MultiValueMap<String, String> typed) {
        var values = new HashMap<String, String>();
        typed.forEach(
                (name, all) -> {
                    if (name.startsWith(prefix)) {
                        values.put(name.substring(prefix.length()), all.getFirst());
                    }
                });
        return values;
    }

    private static String either(String typed, String otherwise) {
        return typed.isBlank() ? otherwise : typed;
    }

    /**
     * Proactive disclosure rests on the item of art. 20 that was chosen, if nothing else is typed.
     */
    private String ground() {
        if (!legalGround.isBlank() || !PublicAttribute.PROACTIVE.term().equals(attribute)) {
            return legalGround;
        }
        return Optional.ofNullable(item())
                .flatMap(Article20Item::numbered)
                .map(Article20Item::ground)
                .orElse("");
    }

    private @Nullable Integer item() {
        return article20Item.matches("\\d{1,2}") ? Integer.valueOf(article20Item) : null;
    }

    private static String value(MultiValueMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "");
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
