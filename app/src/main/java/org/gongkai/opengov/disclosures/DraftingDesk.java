package org.gongkai.opengov.disclosures;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.disclosures.Assessment.Outcome;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a section does with its drafts (起草): write, send for review, take back, correct.
 *
 * <p>谁制定、谁公开: only the responsible section's clerks write, and stay responsible.
 */
@Service
@Transactional
public class DraftingDesk {
    private final Documents documents;
    private final Reviews reviews;
    private final Editions editions;
    private final Assessments assessments;
    private final RouteBook routes;
    private final Preparation preparation;
    private final Reading reading;
    private final Rights rights;
    private final Records records;
    private final WordImports imports;
    private final DraftDefaults defaults;
    private final Columns columns;
    private final Organization organization;
    private final List<SubmissionCheck> checks;

    DraftingDesk(
            Documents documents,
            Reviews reviews,
            Editions editions,
            Assessments assessments,
            RouteBook routes,
            Preparation preparation,
            Reading reading,
            Rights rights,
            Records records,
            WordImports imports,
            DraftDefaults defaults,
            Columns columns,
            Organization organization,
            List<SubmissionCheck> checks) {
        this.documents = documents;
        this.reviews = reviews;
        this.editions = editions;
        this.assessments = assessments;
        this.routes = routes;
        this.preparation = preparation;
        this.reading = reading;
        this.rights = rights;
        this.records = records;
        this.imports = imports;
        this.defaults = defaults;
        this.columns = columns;
        this.organization = organization;
        this.checks = List.copyOf(checks);
    }

    /** Where this clerk last wrote: kind, section and column, if any. */
    @Transactional(readOnly = true)
    public DocumentInput usualPlace(Actor actor) {
        return defaults.place(actor);
    }

    /** The columns this clerk used last, the newest first, each once. */
    @Transactional(readOnly = true)
    public List<ColumnId> usualColumns(Actor actor) {
        return defaults.last(actor).stream().map(Document::column).distinct().toList();
    }

    /** Starts a draft that has all it needs for review; refused with every problem at once. */
    public DocumentId create(Actor actor, DocumentInput input) {
        return add(actor, input, true);
    }

    /**
     * Starts a draft that may still be unfinished, as the page does while somebody types; what was
     * not said about openness and source is as in the clerk's last document.
     */
    public DocumentId begin(Actor actor, DocumentInput input) {
        return add(actor, defaults.fill(actor, input), false);
    }

    /** Saves a change; whatever was signed is void from then on. */
    public void save(Actor actor, DocumentId id, int expectedVersion, DocumentInput input) {
        change(actor, id, expectedVersion, input, true);
    }

    /** Saves while somebody types: may be unfinished, but nothing in it may be wrong in form. */
    public void autosave(Actor actor, DocumentId id, int expectedVersion, DocumentInput input) {
        change(actor, id, expectedVersion, input, false);
    }

    /**
     * What this text would change in what is stored now; empty when it cannot be compared because
     * it lacks kind, title, section or column.
     */
    @Transactional(readOnly = true)
    public Optional<ContentDifference> compare(Actor actor, DocumentId id, DocumentInput input) {
        var document = documents.find(id).orElseThrow(Refusal::notFound);
        rights.mayTake(actor, Step.SAVE, document);
        var stored = documents.workingCopy(id).content();
        try {
            var typed = preparation.prepare(actor.agency(), input, stored.correctionNote());
            return Optional.of(ContentDifference.between(stored, typed.content()));
        } catch (Refusal unfinished) {
            return Optional.empty();
        }
    }

    /** Sends the draft for review: freezes it, and asks the first level. */
    public void submit(Actor actor, DocumentId id) {
        var document = locked(id);
        var grant = rights.mayTake(actor, Step.SUBMIT, document);
        var copy = documents.workingCopy(id);
        var problems = DraftRules.problems(copy.content());
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        var findings = reading.findings(document.agency(), copy.content());
        var open = reading.open(id, findings);
        if (!open.isEmpty()) {
            throw Refusal.notPossibleNow(
                    rights.allowed(actor, document).stream().map(Step::slug).toList(),
                    "disclosures.refusal.blocking-findings",
                    open.size(),
                    open.getFirst().maskedQuote());
        }
        var route = routes.routeFor(document.agency(), document.kind());
        var text = CanonicalText.of(copy.content());
        var submission = new Submission(actor, document, copy.content(), text.sha256());
        checks.forEach(it -> it.check(submission));
        reviews.freeze(
                id,
                text,
                route,
                Reading.written(findings),
                actor.person(),
                grant.onBehalfOf(),
                records.now());
        imports.forget(id);
        records.move(
                document,
                Step.SUBMIT,
                DocumentState.IN_REVIEW,
                route.levels().getFirst(),
                actor,
                grant,
                null,
                text.sha256());
    }

    /** Takes it back before everybody has signed. */
    public void recall(Actor actor, DocumentId id) {
        simple(actor, id, Step.RECALL, DocumentState.DRAFT, null);
    }

    /** Gives a draft up; it stays on record. */
    public void discard(Actor actor, DocumentId id) {
        simple(actor, id, Step.DISCARD, DocumentState.DISCARDED, null);
    }

    /** Takes up again what was kept from the public, because it may become public (条例 art. 18). */
    public void reopen(Actor actor, DocumentId id, String reason) {
        var document = locked(id);
        var grant = rights.mayTake(actor, Step.REOPEN, document);
        if (reason.isBlank()) {
            throw Refusal.invalid("reason", "disclosures.field.required");
        }
        assessments.close(id, Outcome.REOPENED, reason.strip(), actor, grant, records.now());
        records.move(
                document,
                Step.REOPEN,
                DocumentState.DRAFT,
                null,
                actor,
                grant,
                reason.strip(),
                null);
    }

    /**
     * Starts a correction of what is public: the public edition stays until the corrected one has
     * passed every level.
     *
     * @param note what is corrected, for readers
     * @param changes the corrected fields; those left out stay as published
     */
    public void correct(Actor actor, DocumentId id, String note, @Nullable DocumentInput changes) {
        var document = locked(id);
        var grant = rights.mayTake(actor, Step.CORRECT, document);
        if (note.isBlank()) {
            throw Refusal.invalid("note", "disclosures.field.correction-note");
        }
        var published = publishedContent(id);
        var input = overlaid(published, document, changes);
        var prepared = preparation.prepare(actor.agency(), input, note.strip());
        store(actor, grant, document, prepared, Step.CORRECT, note.strip());
    }

    private DocumentId add(Actor actor, DocumentInput input, boolean complete) {
        if (!actor.has(Role.CLERK)) {
            throw Refusal.of(
                    RefusalKind.NOT_ALLOWED,
                    "disclosures.refusal.role",
                    Named.step(Step.SAVE),
                    Named.roles(Step.SAVE.roles()));
        }
        var prepared = preparation.prepare(actor.agency(), input, null);
        var problems = complete ? prepared.allProblems() : prepared.problems();
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        var grant =
                actor.grant(Role.CLERK, prepared.section().id())
                        .orElseThrow(
                                () ->
                                        Refusal.of(
                                                RefusalKind.NOT_ALLOWED,
                                                "disclosures.refusal.section",
                                                prepared.section().name()));
        var text = CanonicalText.of(prepared.content());
        var now = records.now();
        var document =
                new Document(
                        DocumentId.create(),
                        actor.agency(),
                        prepared.section().id(),
                        prepared.column().id(),
                        prepared.content().kind(),
                        DocumentState.DRAFT,
                        null,
                        1,
                        prepared.content().title(),
                        attributeOf(prepared.content()),
                        DraftRules.day(prepared.content().field("formedOn")),
                        prepared.emergency(),
                        actor.person(),
                        now,
                        now);
        documents.add(document, text);
        documents.addDrafters(document.id(), actor.person(), grant.onBehalfOf(), now);
        records.record(document, document, null, actor, grant, null, text.sha256());
        return document.id();
    }

    private void change(
            Actor actor,
            DocumentId id,
            int expectedVersion,
            DocumentInput input,
            boolean complete) {
        var document = locked(id);
        var grant = rights.mayTake(actor, Step.SAVE, document);
        mustBe(document, expectedVersion);
        var note = documents.workingCopy(id).content().correctionNote();
        var prepared = preparation.prepare(actor.agency(), input, note);
        var problems = complete ? prepared.allProblems() : prepared.problems();
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        store(actor, grant, document, prepared, Step.SAVE, null);
    }

    private void store(
            Actor actor,
            Grant grant,
            Document document,
            Preparation.Prepared prepared,
            Step step,
            @Nullable String note) {
        if (actor.grant(Role.CLERK, prepared.section().id()).isEmpty()) {
            throw Refusal.of(
                    RefusalKind.NOT_ALLOWED,
                    "disclosures.refusal.section",
                    prepared.section().name());
        }
        var text = CanonicalText.of(prepared.content());
        var now = records.now();
        var changed =
                new Document(
                        document.id(),
                        document.agency(),
                        prepared.section().id(),
                        prepared.column().id(),
                        prepared.content().kind(),
                        document.state() == DocumentState.RETURNED
                                ? DocumentState.RETURNED
                                : DocumentState.DRAFT,
                        null,
                        document.version() + 1,
                        prepared.content().title(),
                        attributeOf(prepared.content()),
                        DraftRules.day(prepared.content().field("formedOn")),
                        prepared.emergency(),
                        document.createdBy(),
                        document.createdAt(),
                        now);
        documents.update(changed);
        documents.overwriteWorkingCopy(document.id(), text, actor.person(), now);
        documents.addDrafters(document.id(), actor.person(), grant.onBehalfOf(), now);
        records.record(document, changed, step, actor, grant, note, text.sha256());
    }

    /** Refuses a change to another version than the one its writer read. */
    void mustBe(Document document, int expectedVersion) {
        if (document.version() != expectedVersion) {
            throw Refusal.stale(
                    document.version(),
                    "disclosures.refusal.stale",
                    organization.person(documents.workingCopy(document.id()).editedBy()).name(),
                    document.version());
        }
    }

    /** Content as it would have been typed. */
    DocumentInput asTyped(Document document, DocumentContent content) {
        return DocumentInput.of(
                content, columns.column(document.column()).key(), document.emergency());
    }

    private void simple(
            Actor actor, DocumentId id, Step step, DocumentState state, @Nullable String note) {
        var document = locked(id);
        var grant = rights.mayTake(actor, step, document);
        records.move(document, step, state, null, actor, grant, note, null);
    }

    private DocumentContent publishedContent(DocumentId id) {
        var published = editions.of(id).stream().map(Edition::revision).toList();
        return reviews.revisions(id).stream()
                .filter(it -> !published.isEmpty() && it.id() == published.getLast())
                .map(Revision::content)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private DocumentInput overlaid(
            DocumentContent published, Document document, @Nullable DocumentInput changes) {
        var old = asTyped(document, published);
        if (changes == null) {
            return old;
        }
        return new DocumentInput(
                old.kind(),
                either(changes.title(), old.title()),
                either(changes.column(), old.column()),
                either(changes.section(), old.section()),
                either(changes.bodyHtml(), old.bodyHtml()),
                either(changes.attribute(), old.attribute()),
                either(changes.legalGround(), old.legalGround()),
                either(changes.article20Item(), old.article20Item()),
                either(changes.source(), old.source()),
                either(changes.fields(), old.fields()),
                either(changes.attachments(), old.attachments()),
                either(changes.emergency(), old.emergency()));
    }

    private static <T> @Nullable T either(@Nullable T changed, @Nullable T old) {
        return changed == null ? old : changed;
    }

    private Document locked(DocumentId id) {
        return documents.locked(id).orElseThrow(Refusal::notFound);
    }

    private static String attributeOf(DocumentContent content) {
        return Objects.requireNonNullElse(content.attribute(), "");
    }
}
