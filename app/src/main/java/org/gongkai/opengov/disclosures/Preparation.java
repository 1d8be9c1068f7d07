package org.gongkai.opengov.disclosures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.platform.files.FileAddress;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.HtmlCleaner;
import org.gongkai.platform.files.PlainText;
import org.gongkai.platform.files.SeenText;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.textcheck.ClassificationMark;
import org.gongkai.platform.textcheck.TextCheck;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what was typed into content (整理): names resolved, body cleaned, files found. */
@Component
class Preparation {
    private final Organization organization;
    private final Columns columns;
    private final FileStore files;
    private final TextCheck check;

    Preparation(Organization organization, Columns columns, FileStore files, TextCheck check) {
        this.organization = organization;
        this.columns = columns;
        this.files = files;
        this.check = check;
    }

    /**
     * What was typed, resolved.
     *
     * @param problems what could not be resolved or is wrong as far as it is filled in
     */
    record Prepared(
            DocumentContent content,
            Section section,
            SiteColumn column,
            boolean emergency,
            List<FieldProblem> problems) {

        /** Everything that keeps it from review. */
        List<FieldProblem> allProblems() {
            var all = new ArrayList<>(problems);
            DraftRules.problems(content).stream().filter(it -> !all.contains(it)).forEach(all::add);
            return all;
        }
    }

    /** Resolves {@code input}; kind, section and column must be known at least. */
    Prepared prepare(AgencyId agency, DocumentInput input, @Nullable String correctionNote) {
        var problems = new ArrayList<FieldProblem>();
        var kind = Optional.ofNullable(input.kind()).flatMap(DocumentKind::named);
        var section =
                Optional.ofNullable(input.section())
                        .flatMap(it -> organization.findSection(agency, it));
        var column =
                Optional.ofNullable(input.column())
                        .flatMap(it -> columns.find(agency, it))
                        .filter(SiteColumn::isOpen);
        needed(problems, "kind", input.kind(), kind);
        needed(problems, "section", input.section(), section);
        needed(problems, "column", input.column(), column);
        if (blank(input.title())) {
            problems.add(FieldProblem.of("title", "disclosures.field.required"));
        }
        if (kind.isEmpty() || section.isEmpty() || column.isEmpty() || blank(input.title())) {
            throw Refusal.invalid(problems);
        }
        var body =
                withoutPictureProperties(
                        HtmlCleaner.clean(Objects.requireNonNullElse(input.bodyHtml(), "")).html());
        var content =
                new DocumentContent(
                        kind.get(),
                        line(Objects.requireNonNull(input.title())),
                        section.get().key(),
                        body,
                        stripped(input.attribute()),
                        stripped(input.legalGround()),
                        input.article20Item(),
                        source(input.source()),
                        fieldsOf(input),
                        attachments(input, problems),
                        images(body, problems),
                        stripped(correctionNote));
        refuseMarked(content);
        problems.addAll(DraftRules.wrong(content));
        return new Prepared(
                content,
                section.get(),
                column.get(),
                Boolean.TRUE.equals(input.emergency()),
                problems);
    }

    /** What carries a classification mark is not for this system: refused before it is stored. */
    private static void refuseMarked(DocumentContent content) {
        ClassificationMark.refuseIn("title", content.title());
        ClassificationMark.refuseIn("bodyHtml", PlainText.of(content.bodyHtml()));
        Jsoup.parseBodyFragment(content.bodyHtml())
                .select("img")
                .forEach(it -> ClassificationMark.refuseIn("bodyHtml", it.attr("alt")));
        refuseMarked("legalGround", content.legalGround());
        refuseMarked("source", content.source() == null ? null : content.source().name());
        refuseMarked("note", content.correctionNote());
        content.fields()
                .forEach((key, value) -> ClassificationMark.refuseIn("fields." + key, value));
        content.attachments().forEach(it -> refuseMarked("attachments", it.name()));
    }

    private static void refuseMarked(String field, @Nullable String text) {
        if (text != null) {
            ClassificationMark.refuseIn(field, text);
        }
    }

    private static Map<String, String> fieldsOf(DocumentInput input) {
        var fields = new HashMap<String, String>();
        if (input.fields() != null) {
            input.fields()
                    .forEach(
                            (key, value) -> {
                                if (value != null) {
                                    fields.put(SeenText.of(key), SeenText.of(value));
                                }
                            });
        }
        return fields;
    }

    private List<AttachedFile> attachments(DocumentInput input, List<FieldProblem> problems) {
        var attached = new ArrayList<AttachedFile>();
        for (var wanted :
                Objects.requireNonNullElse(
                        input.attachments(), List.<DocumentInput.AttachmentInput>of())) {
            if (wanted == null || wanted.sha256() == null) {
                problems.add(FieldProblem.of("attachments", "disclosures.field.unreadable"));
                continue;
            }
            var name = Objects.requireNonNullElse(wanted.name(), wanted.sha256());
            files.find(wanted.sha256(), name)
                    .ifPresentOrElse(
                            it ->
                                    attached.add(
                                            new AttachedFile(
                                                    it.sha256(),
                                                    it.safeName(),
                                                    it.mediaType(),
                                                    it.size(),
                                                    null)),
                            () ->
                                    problems.add(
                                            FieldProblem.of(
                                                    "attachments",
                                                    "disclosures.field.attachment-missing",
                                                    name)));
        }
        return attached;
    }

    /** Pictures of a body are published without place, author and device (个人信息保护法 art. 6). */
    private String withoutPictureProperties(String body) {
        var clean = body;
        for (var sha256 : FileAddress.allIn(body)) {
            var picture =
                    files.find(sha256, sha256)
                            .filter(it -> it.kind().isImage())
                            .map(it -> it.named(sha256 + "." + it.kind().extension()));
            if (picture.isPresent()) {
                clean = clean.replace(sha256, check.withoutProperties(picture.get()).sha256());
            }
        }
        return clean;
    }

    private List<AttachedFile> images(String body, List<FieldProblem> problems) {
        var images = new ArrayList<AttachedFile>();
        for (var sha256 : FileAddress.allIn(body)) {
            files.find(sha256, sha256)
                    .ifPresentOrElse(
                            it ->
                                    images.add(
                                            new AttachedFile(
                                                    it.sha256(),
                                                    it.safeName(),
                                                    it.mediaType(),
                                                    it.size(),
                                                    null)),
                            () ->
                                    problems.add(
                                            FieldProblem.of(
                                                    "bodyHtml",
                                                    "disclosures.field.image-missing")));
        }
        return images;
    }

    private static void needed(
            List<FieldProblem> problems, String field, @Nullable String typed, Optional<?> found) {
        if (found.isEmpty()) {
            problems.add(
                    blank(typed)
                            ? FieldProblem.of(field, "disclosures.field.required")
                            : FieldProblem.of(
                                    field, "disclosures.field.unknown", String.valueOf(typed)));
        }
    }

    private static @Nullable Source source(@Nullable Source typed) {
        return typed == null
                ? null
                : new Source(typed.own(), stripped(typed.name()), stripped(typed.url()));
    }

    private static String line(String typed) {
        return SeenText.of(typed).strip().replaceAll("\\s+", " ");
    }

    private static boolean blank(@Nullable String text) {
        return text == null || SeenText.of(text).isBlank();
    }

    private static @Nullable String stripped(@Nullable String text) {
        var seen = text == null ? "" : SeenText.of(text).strip();
        return seen.isEmpty() ? null : seen;
    }
}
