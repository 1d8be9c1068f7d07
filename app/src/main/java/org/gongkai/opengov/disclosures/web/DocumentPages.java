package org.gongkai.opengov.disclosures.web;

import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.disclosures.ClockDesk;
import org.gongkai.opengov.disclosures.ContentDifference;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.OutsideRecord;
import org.gongkai.opengov.disclosures.PublishingDesk;
import org.gongkai.opengov.disclosures.ReviewForms;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Fact;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
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

/** Each document with what is to be done with it (文件页). */
@Controller
@RequestMapping("/desk/documents")
class DocumentPages {
    private final DocumentDesk desk;
    private final PublishingDesk publishing;
    private final ClockDesk clocks;
    private final ReviewForms reviewForms;
    private final Organization organization;
    private final Columns columns;
    private final Wording wording;
    private final ObjectProvider<OutsideRecord> outside;

    DocumentPages(
            DocumentDesk desk,
            PublishingDesk publishing,
            ClockDesk clocks,
            ReviewForms reviewForms,
            Organization organization,
            Columns columns,
            Wording wording,
            ObjectProvider<OutsideRecord> outside) {
        this.desk = desk;
        this.publishing = publishing;
        this.clocks = clocks;
        this.reviewForms = reviewForms;
        this.organization = organization;
        this.columns = columns;
        this.wording = wording;
        this.outside = outside;
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

    private @Nullable String doneMessage(@Nullable String done) {
        return done != null && done.matches("[a-z-]{1,30}")
                ? wording.find("disclosures.done." + done).orElse(null)
                : null;
    }
}
