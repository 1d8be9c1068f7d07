package org.gongkai.opengov.disclosures.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.disclosures.Assessment;
import org.gongkai.opengov.disclosures.AssessmentDesk;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.MarkedPassage;
import org.gongkai.opengov.disclosures.PaperDesk;
import org.gongkai.opengov.disclosures.PaperScan;
import org.gongkai.opengov.disclosures.PublishingDesk;
import org.gongkai.opengov.disclosures.ReviewDesk;
import org.gongkai.opengov.disclosures.ReviewDesk.ThreeGates;
import org.gongkai.opengov.disclosures.Step;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Person;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which desk takes which step, with what it needs from the body of the call (办理环节接口). */
@Component
class DocumentSteps {
    /** What a scan is called that came without a name. */
    private static final String SCAN_NAME = "scan";

    private final DraftingDesk drafting;
    private final ReviewDesk review;
    private final PaperDesk paper;
    private final PublishingDesk publishing;
    private final AssessmentDesk assessments;
    private final Organization organization;
    private final JsonMapper json;

    DocumentSteps(
            DraftingDesk drafting,
            ReviewDesk review,
            PaperDesk paper,
            PublishingDesk publishing,
            AssessmentDesk assessments,
            Organization organization,
            JsonMapper json) {
        this.drafting = drafting;
        this.review = review;
        this.paper = paper;
        this.publishing = publishing;
        this.assessments = assessments;
        this.organization = organization;
        this.json = json;
    }

    /** Takes the step; an unknown one is "not found". */
    void take(Actor actor, DocumentId id, String name, Map<String, Object> body) {
        var step = Step.named(name).orElseThrow(Refusal::notFound);
        switch (step) {
            case SAVE -> throw Refusal.notFound();
            case SUBMIT -> drafting.submit(actor, id);
            case RECALL -> drafting.recall(actor, id);
            case DISCARD -> drafting.discard(actor, id);
            case ASSESS -> assess(actor, id, body);
            case REOPEN -> drafting.reopen(actor, id, text(body, "reason"));
            case CORRECT -> correct(actor, id, body);
            case SIGN -> sign(actor, id, body);
            case SCAN_IN -> paper.scanIn(actor, id, scan(actor, body));
            case CONFIRM_PAPER -> paper.confirm(actor, id);
            case REJECT_PAPER -> paper.reject(actor, id, text(body, "reason"));
            case RETURN -> review.sendBack(actor, id, text(body, "reason"), passages(body));
            case OVERRIDE_FINDING ->
                    review.overrideFinding(actor, id, text(body, "finding"), text(body, "reason"));
            case PUBLISH -> publishing.publish(actor, id);
            case SCHEDULE -> publishing.schedule(actor, id, moment(body));
            case UNSCHEDULE -> publishing.unschedule(actor, id);
            case KEEP -> publishing.keep(actor, id);
            case WITHDRAW ->
                    publishing.withdraw(actor, id, text(body, "reason"), text(body, "legalBasis"));
            case RESTORE -> publishing.restore(actor, id, text(body, "reason"));
            case PURGE -> publishing.purge(actor, id, text(body, "ground"));
        }
    }

    private void sign(Actor actor, DocumentId id, Map<String, Object> body) {
        var gates = body.get("gates") == null ? Map.of() : body.get("gates");
        review.sign(
                actor,
                id,
                text(body, "sha256"),
                read(gates, new TypeReference<ThreeGates>() {}, "gates"),
                text(body, "opinion"));
    }

    private PaperScan.Entry scan(Actor actor, Map<String, Object> body) {
        var signer =
                organization
                        .personByKey(text(body, "signer"))
                        .filter(it -> it.agency().equals(actor.agency()))
                        .map(Person::id)
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "signer",
                                                "disclosures.field.unknown",
                                                text(body, "signer")));
        var name = text(body, "name");
        return new PaperScan.Entry(
                signer,
                text(body, "opinion"),
                text(body, "scan"),
                name.isBlank() ? SCAN_NAME : name);
    }

    private void correct(Actor actor, DocumentId id, Map<String, Object> body) {
        var changes = new HashMap<>(body);
        var note = text(body, "note");
        changes.remove("note");
        drafting.correct(
                actor, id, note, read(changes, new TypeReference<DocumentInput>() {}, "body"));
    }

    private List<MarkedPassage> passages(Map<String, Object> body) {
        var passages = body.get("passages");
        return passages == null
                ? List.of()
                : read(passages, new TypeReference<List<MarkedPassage>>() {}, "passages");
    }

    private <T> T read(Object value, TypeReference<T> type, String field) {
        try {
            return json.convertValue(value, type);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw Refusal.invalid(field, "disclosures.field.unreadable");
        }
    }

    private void assess(Actor actor, DocumentId id, Map<String, Object> body) {
        var outcome =
                Assessment.Outcome.named(text(body, "outcome"))
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "outcome",
                                                "disclosures.field.choice",
                                                "stays, opens"));
        assessments.assess(actor, id, outcome, text(body, "reason"), day(body, "next"));
    }

    private static @Nullable LocalDate day(Map<String, Object> body, String field) {
        var written = text(body, field);
        if (written.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException unreadable) {
            throw Refusal.invalid(field, "disclosures.field.date");
        }
    }

    private static String text(Map<String, Object> body, String field) {
        var value = body.get(field);
        if (value != null && !(value instanceof String)) {
            throw Refusal.of(RefusalKind.MALFORMED, "disclosures.refusal.no-text", field);
        }
        return value == null ? "" : (String) value;
    }

    private static Instant moment(Map<String, Object> body) {
        try {
            return OffsetDateTime.parse(text(body, "at")).toInstant();
        } catch (DateTimeException unreadable) {
            throw Refusal.invalid("at", "disclosures.field.moment");
        }
    }
}
