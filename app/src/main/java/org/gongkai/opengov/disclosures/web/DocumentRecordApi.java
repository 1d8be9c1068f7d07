package org.gongkai.opengov.disclosures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.opengov.disclosures.ContentDifference.FieldChange;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.Edition;
import org.gongkai.opengov.disclosures.FindingOverride;
import org.gongkai.opengov.disclosures.MarkedPassage;
import org.gongkai.opengov.disclosures.PaperDesk;
import org.gongkai.opengov.disclosures.PaperScan;
import org.gongkai.opengov.disclosures.ReviewForms;
import org.gongkai.opengov.disclosures.ReviewHistory;
import org.gongkai.opengov.disclosures.ReviewReturn;
import org.gongkai.opengov.disclosures.Revision;
import org.gongkai.opengov.disclosures.Signature;
import org.gongkai.opengov.disclosures.StepTaken;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a document's record proves, for programs (办理记录接口): steps, signatures, editions, form. */
@RestController
@RequestMapping("/api/v1/documents/{id}")
class DocumentRecordApi {
    private static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final DocumentDesk desk;
    private final ReviewForms forms;
    private final Organization organization;
    private final PaperDesk paper;

    DocumentRecordApi(
            DocumentDesk desk, ReviewForms forms, Organization organization, PaperDesk paper) {
        this.desk = desk;
        this.forms = forms;
        this.organization = organization;
        this.paper = paper;
    }

    /**
     * A step that was taken; without {@code step} it is the creation, without person the program.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Taken(
            @Nullable String step,
            @Nullable String from,
            String to,
            @Nullable String person,
            @Nullable String onBehalfOf,
            @Nullable String note,
            @Nullable String sha256,
            Instant at) {}

    /** What was sent for review. */
    record Sent(
            int revision,
            String sha256,
            List<String> levels,
            String submittedBy,
            Instant submittedAt) {}

    /** A signature; valid as long as what it signed is what was last sent for review. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Signed(
            int revision,
            String sha256,
            String level,
            String signer,
            @Nullable String onBehalfOf,
            String opinion,
            boolean onPaper,
            @Nullable String confirmedBy,
            Instant signedAt,
            boolean valid) {}

    /** Sent back to the drafter. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Returned(
            int revision,
            String level,
            String returnedBy,
            @Nullable String onBehalfOf,
            String reason,
            List<MarkedPassage> passages,
            Instant returnedAt) {}

    /** A blocking finding that was let pass. */
    record Passed(String finding, String reason, String by, Instant at) {}

    /** How far the review has come. */
    record Review(
            List<Sent> revisions,
            List<Signed> signatures,
            List<Returned> returns,
            List<Passed> overrides) {}

    /** An edition that was published. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Published(
            int number,
            String sha256,
            String publishedBy,
            @Nullable String onBehalfOf,
            Instant publishedAt) {}

    @GetMapping("/steps")
    Items<Taken> steps(Actor actor, @PathVariable DocumentId id) {
        return Items.whole(desk.steps(actor, id)).map(this::taken);
    }

    @GetMapping("/review")
    Review review(Actor actor, @PathVariable DocumentId id) {
        var history = desk.review(actor, id);
        Map<Long, Integer> numbers =
                history.revisions().stream()
                        .collect(Collectors.toMap(Revision::id, Revision::number));
        return new Review(
                history.revisions().stream().map(this::sent).toList(),
                history.signatures().stream().map(it -> signed(it, history, numbers)).toList(),
                history.returns().stream().map(it -> returned(it, numbers)).toList(),
                history.overrides().stream().map(this::passed).toList());
    }

    @GetMapping("/editions")
    Items<Published> editions(Actor actor, @PathVariable DocumentId id) {
        return Items.whole(desk.editions(actor, id)).map(this::published);
    }

    /** What differs between two texts, field by field and paragraph by paragraph. */
    record Differing(
            int from, @Nullable Integer to, List<FieldChange> fields, List<ChangedLine> lines) {}

    /** A paragraph that was kept, removed or added. */
    record ChangedLine(String kind, String text) {}

    @GetMapping("/difference")
    Differing difference(
            Actor actor,
            @PathVariable DocumentId id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to) {
        var found = desk.difference(actor, id, from, to);
        return new Differing(
                found.from(),
                found.to(),
                found.difference().fields(),
                found.difference().lines().stream()
                        .map(it -> new ChangedLine(DocumentAnswer.slug(it.kind()), it.text()))
                        .toList());
    }

    /** A scan of a form signed by hand. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scanned(
            String level,
            String signer,
            String opinion,
            String sha256,
            String scan,
            String scannedBy,
            Instant scannedAt,
            @Nullable String outcome,
            @Nullable String note,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {}

    @GetMapping("/paper-scans")
    Items<Scanned> scans(Actor actor, @PathVariable DocumentId id) {
        return Items.whole(paper.scans(actor, id)).map(this::scanned);
    }

    private Scanned scanned(PaperScan it) {
        var outcome = it.outcome();
        return new Scanned(
                DocumentAnswer.slug(it.level()),
                organization.person(it.signer()).name(),
                it.opinion(),
                it.sha256(),
                it.scanSha256(),
                organization.person(it.scannedBy()).name(),
                it.scannedAt(),
                outcome == null ? null : DocumentAnswer.slug(outcome),
                it.note(),
                name(it.decidedBy()),
                it.decidedAt());
    }

    @GetMapping("/review-form.pdf")
    ResponseEntity<byte[]> formAsPdf(Actor actor, @PathVariable DocumentId id) {
        return file(forms.print(actor, id).pdf(), "application/pdf", "review-form.pdf");
    }

    @GetMapping("/review-form.docx")
    ResponseEntity<byte[]> formAsDocx(Actor actor, @PathVariable DocumentId id) {
        return file(forms.print(actor, id).docx(), DOCX, "review-form.docx");
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, String type, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }

    private Taken taken(StepTaken it) {
        return new Taken(
                it.step() == null ? null : it.step().slug(),
                it.from() == null ? null : DocumentAnswer.slug(it.from()),
                DocumentAnswer.slug(it.to()),
                name(it.person()),
                name(it.onBehalfOf()),
                it.note(),
                it.sha256(),
                it.at());
    }

    private Sent sent(Revision it) {
        return new Sent(
                it.number(),
                it.sha256(),
                it.levels().stream().map(DocumentAnswer::slug).toList(),
                organization.person(it.submittedBy()).name(),
                it.submittedAt());
    }

    private Signed signed(Signature it, ReviewHistory history, Map<Long, Integer> numbers) {
        return new Signed(
                numbers.getOrDefault(it.revision(), 0),
                it.sha256(),
                DocumentAnswer.slug(it.level()),
                organization.person(it.signer()).name(),
                name(it.onBehalfOf()),
                it.opinion(),
                it.scanSha256() != null,
                name(it.confirmedBy()),
                it.signedAt(),
                history.valid().contains(it));
    }

    private Returned returned(ReviewReturn it, Map<Long, Integer> numbers) {
        return new Returned(
                numbers.getOrDefault(it.revision(), 0),
                DocumentAnswer.slug(it.level()),
                organization.person(it.returnedBy()).name(),
                name(it.onBehalfOf()),
                it.reason(),
                it.passages(),
                it.returnedAt());
    }

    private Passed passed(FindingOverride it) {
        return new Passed(it.finding(), it.reason(), organization.person(it.by()).name(), it.at());
    }

    private Published published(Edition it) {
        return new Published(
                it.number(),
                it.sha256(),
                organization.person(it.publishedBy()).name(),
                name(it.onBehalfOf()),
                it.publishedAt());
    }

    private @Nullable String name(@Nullable PersonId person) {
        return person == null ? null : organization.person(person).name();
    }
}
