package org.gongkai.opengov.disclosures.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.disclosures.ClockDesk;
import org.gongkai.opengov.disclosures.ContentDifference;
import org.gongkai.opengov.disclosures.Document;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentFilter;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentState;
import org.gongkai.opengov.disclosures.OutsideRecord;
import org.gongkai.opengov.disclosures.PublishingDesk;
import org.gongkai.opengov.disclosures.ReviewForms;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Fact;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of documents, and each document with what is to be done with it (文件台账、文件页). */
@Controller
@RequestMapping("/desk/documents")
class DocumentPages {
    static final int PER_PAGE = 30;
    private static final int MOST_EXPORTED = 10_000;

    private final DocumentDesk desk;
    private final PublishingDesk publishing;
    private final ClockDesk clocks;
    private final ReviewForms reviewForms;
    private final Organization organization;
    private final Columns columns;
    private final Wording wording;
    private final ObjectProvider<OutsideRecord> outside;
    private final Clock clock;

    DocumentPages(
            DocumentDesk desk,
            PublishingDesk publishing,
            ClockDesk clocks,
            ReviewForms reviewForms,
            Organization organization,
            Columns columns,
            Wording wording,
            ObjectProvider<OutsideRecord> outside,
            Clock clock) {
        this.desk = desk;
        this.publishing = publishing;
        this.clocks = clocks;
        this.reviewForms = reviewForms;
        this.organization = organization;
        this.columns = columns;
        this.wording = wording;
        this.outside = outside;
        this.clock = clock;
    }

    /** A line of the list. */
    public record Line(
            DocumentId id,
            String title,
            String kind,
            DocumentState state,
            @Nullable String awaiting,
            String section,
            LocalDate changedOn,
            @Nullable LocalDate due) {}

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var filter = filter(actor, state, q);
        var total = desk.count(actor, filter);
        var pages = Pages.of(page, total, PER_PAGE, it -> address(state, q, it));
        var shown = filter.page((pages.number() - 1) * PER_PAGE, PER_PAGE);
        model.addAttribute("lines", desk.list(actor, shown).stream().map(this::line).toList());
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute("state", state);
        model.addAttribute("q", q);
        model.addAttribute("states", states());
        model.addAttribute("mayDraft", actor.has(Role.CLERK));
        return "disclosures/list";
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export(
            Actor actor,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q) {
        var lines =
                desk.list(actor, filter(actor, state, q).page(0, MOST_EXPORTED)).stream()
                        .map(this::line)
                        .map(this::csv)
                        .collect(Collectors.joining("\r\n", "\uFEFF" + csvHead(), "\r\n"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"documents.csv\"")
                .body(lines.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{id}")
    String show(
            Actor actor,
            @PathVariable DocumentId id,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        var view = desk.view(actor, id);
        var document = view.document();
        model.addAttribute("view", view);
        model.addAttribute("document", document);
        model.addAttribute("bodyHtml", DocumentForm.desk(id, view.copy().content().bodyHtml()));
        model.addAttribute("history", desk.review(actor, id));
        model.addAttribute("steps", desk.steps(actor, id).reversed());
        model.addAttribute("columnPath", columns.pathTo(document.column()));
        model.addAttribute("section", organization.section(document.section()).name());
        model.addAttribute("clock", clocks.of(actor, id).orElse(null));
        model.addAttribute("people", organization);
        model.addAttribute("outside", outside(actor, id));
        model.addAttribute("done", doneMessage(done));
        return "disclosures/document";
    }

    private List<Fact> outside(Actor actor, DocumentId id) {
        return outside.orderedStream().flatMap(it -> it.factsOf(actor, id).stream()).toList();
    }

    @GetMapping("/{id}/compare")
    String compare(Actor actor, @PathVariable DocumentId id, Model model) {
        var view = desk.view(actor, id);
        var signed = desk.review(actor, id).revisions().stream().findFirst();
        model.addAttribute("view", view);
        model.addAttribute(
                "difference",
                signed.flatMap(it -> Optional.ofNullable(it.content()))
                        .map(it -> ContentDifference.between(it, view.copy().content()))
                        .orElse(null));
        model.addAttribute("editor", organization.person(view.copy().editedBy()).name());
        return "disclosures/compare";
    }

    @GetMapping("/{id}/review-form.pdf")
    ResponseEntity<byte[]> formAsPdf(Actor actor, @PathVariable DocumentId id) {
        return file(reviewForms.print(actor, id).pdf(), "application/pdf", "review-form.pdf");
    }

    @GetMapping("/{id}/review-form.docx")
    ResponseEntity<byte[]> formAsDocx(Actor actor, @PathVariable DocumentId id) {
        return file(
                reviewForms.print(actor, id).docx(),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "review-form.docx");
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, String type, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }

    private DocumentFilter filter(Actor actor, String state, String q) {
        var all = DocumentFilter.of(actor.agency());
        var words =
                new DocumentFilter(
                        all.agency(),
                        all.states(),
                        all.sections(),
                        all.awaiting(),
                        null,
                        q,
                        0,
                        PER_PAGE);
        if (state.isBlank()) {
            return words;
        }
        return Arrays.stream(DocumentState.values())
                .filter(it -> DocumentAnswer.slug(it).equals(state))
                .findFirst()
                .map(it -> words.in(Set.of(it)))
                .orElseThrow(Refusal::notFound);
    }

    private List<Choice> states() {
        return Arrays.stream(DocumentState.values())
                .filter(it -> it != DocumentState.PURGED)
                .sorted(Comparator.naturalOrder())
                .map(
                        it ->
                                new Choice(
                                        DocumentAnswer.slug(it),
                                        wording.say("disclosures.state." + it.name()),
                                        null))
                .toList();
    }

    private Line line(Document document) {
        boolean open =
                Set.of(
                                DocumentState.DRAFT,
                                DocumentState.RETURNED,
                                DocumentState.IN_REVIEW,
                                DocumentState.APPROVED,
                                DocumentState.SCHEDULED)
                        .contains(document.state());
        return new Line(
                document.id(),
                document.title(),
                wording.say("disclosures.kind." + document.kind().name()),
                document.state(),
                document.awaiting() == null
                        ? null
                        : wording.say("disclosures.level." + document.awaiting().name()),
                organization.section(document.section()).name(),
                LocalDate.ofInstant(document.changedAt(), clock.getZone()),
                open ? publishing.lastDay(document) : null);
    }

    private String csvHead() {
        return wording.say("disclosures.list.csv-head") + "\r\n";
    }

    private String csv(Line line) {
        return List.of(
                        line.title(),
                        line.kind(),
                        wording.say("disclosures.state." + line.state().name()),
                        line.section(),
                        line.changedOn().toString(),
                        line.due() == null ? "" : line.due().toString())
                .stream()
                .map(DocumentPages::cell)
                .collect(Collectors.joining(","));
    }

    /** Quoted, and never read as a formula by a spreadsheet. */
    private static String cell(String text) {
        var safe = text.matches("[=+\\-@\\t].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private @Nullable String doneMessage(@Nullable String done) {
        return done != null && done.matches("[a-z-]{1,30}")
                ? wording.find("disclosures.done." + done).orElse(null)
                : null;
    }

    private static String address(String state, String q, int page) {
        return UriComponentsBuilder.fromPath("/desk/documents")
                .queryParam("state", state)
                .queryParam("q", q)
                .queryParam("page", page)
                .encode()
                .toUriString();
    }
}
