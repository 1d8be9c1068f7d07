package org.gongkai.opengov.requests.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.gongkai.opengov.requestclock.ClockExplanations;
import org.gongkai.opengov.requests.Applicant;
import org.gongkai.opengov.requests.EventEntry;
import org.gongkai.opengov.requests.IntakeEntry;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestEntry;
import org.gongkai.opengov.requests.RequestIntake;
import org.gongkai.opengov.requests.RequestReceipt;
import org.gongkai.opengov.requests.RequestStage;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.pages.SignedIn;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests over the API (依申请公开接口): whoever is signed in takes in, everybody else asks. */
@RestController
@RequestMapping("/api/v1/requests")
class RequestApi {
    private final RequestDesk desk;
    private final RequestIntake intake;
    private final CaseWords words;
    private final ClockExplanations explanations;
    private final RequestFilters filters;
    private final SignedIn signedIn;

    RequestApi(
            RequestDesk desk,
            RequestIntake intake,
            CaseWords words,
            ClockExplanations explanations,
            RequestFilters filters,
            SignedIn signedIn) {
        this.desk = desk;
        this.intake = intake;
        this.words = words;
        this.explanations = explanations;
        this.filters = filters;
        this.signedIn = signedIn;
    }

    /** A request, and for staff how it came. */
    record Asked(
            @Nullable String applicantClass,
            @Nullable String name,
            @Nullable String representative,
            @Nullable String identityKind,
            @Nullable String identityNumber,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable List<String> matters,
            @Nullable String form,
            @Nullable String delivery,
            @Nullable String agentName,
            @Nullable String agentNumber,
            @Nullable String agentPhone,
            @Nullable String mandate,
            @Nullable String website,
            @Nullable String channel,
            @Nullable String arrivedOn,
            @Nullable String evidence,
            @Nullable String lateReason,
            @Nullable Boolean takenDown,
            @Nullable String task,
            @Nullable String answer,
            @Nullable String identityProof,
            @Nullable String mandateProof) {

        RequestEntry entry() {
            return new RequestEntry(
                    applicantClass,
                    name,
                    representative,
                    identityKind,
                    identityNumber,
                    phone,
                    email,
                    address,
                    matters,
                    form,
                    delivery,
                    agentName,
                    agentNumber,
                    agentPhone,
                    mandate,
                    website,
                    identityProof,
                    mandateProof);
        }

        @Override
        public String toString() {
            return "Asked";
        }
    }

    /** Why something is looked at. */
    record Reason(@Nullable String reason) {}

    /** Who asks. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ApplicantAnswer(
            @Nullable String name,
            @Nullable String representative,
            @Nullable String identityKind,
            @Nullable String identityNumber,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            Applicant.@Nullable Agent agent) {
        static ApplicantAnswer of(Applicant it) {
            return new ApplicantAnswer(
                    it.identity().name(),
                    it.identity().representative(),
                    it.identity().kind().slug(),
                    it.identity().number(),
                    it.contact().phone(),
                    it.contact().email(),
                    it.contact().address(),
                    it.agent());
        }
    }

    @PostMapping
    ResponseEntity<RequestReceipt> take(@RequestBody Asked asked, HttpServletRequest request) {
        var actor = signedIn.actor();
        if (actor.isEmpty() && request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            // A token that has run out makes nobody an applicant.
            throw Refusal.of(RefusalKind.NOT_SIGNED_IN, "refusals.not-signed-in");
        }
        var receipt =
                actor.map(it -> desk.takeIn(it, intakeOf(asked)))
                        .orElseGet(
                                () ->
                                        intake.ask(
                                                        asked.entry(),
                                                        false,
                                                        new RequestIntake.Sending(
                                                                request.getRemoteAddr(),
                                                                asked.task(),
                                                                asked.answer()))
                                                .getFirst());
        return ResponseEntity.created(URI.create("/api/v1/requests/" + receipt.id())).body(receipt);
    }

    private static IntakeEntry intakeOf(Asked asked) {
        return new IntakeEntry(
                asked.entry(),
                asked.channel(),
                asked.arrivedOn(),
                asked.evidence(),
                asked.lateReason(),
                Boolean.TRUE.equals(asked.takenDown()));
    }

    @GetMapping
    Items<RequestAnswer> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String stage,
            @ModelAttribute Narrowed narrowed,
            Paging paging) {
        var filter = filters.of(actor, narrowed.query()).in(stage(stage));
        return desk.list(actor, filter, paging).map(RequestAnswer::of);
    }

    /** What the list is narrowed to beyond the stage; nothing is open and done. */
    record Narrowed(
            @Nullable String q,
            @Nullable String channel,
            @Nullable String section,
            @Nullable String due,
            @Nullable String state,
            @Nullable String scope,
            @Nullable String holder) {
        RequestQuery query() {
            return new RequestQuery(
                    q,
                    null,
                    channel,
                    section,
                    due,
                    state == null || state.isBlank() ? "all" : state,
                    scope,
                    holder,
                    null);
        }
    }

    @GetMapping("/{id}")
    ResponseEntity<RequestAnswer> one(Actor actor, @PathVariable long id) {
        var view = desk.one(actor, id);
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(view.request().version()))
                .body(RequestAnswer.of(view, explanations.of(view.clock()), words));
    }

    @PostMapping("/{id}/events")
    ResponseEntity<RequestAnswer> record(
            Actor actor, @PathVariable long id, @RequestBody EventEntry event, IfMatch match) {
        desk.record(actor, id, match.version(), event);
        return desk.sees(actor, id) ? one(actor, id) : ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/applicant")
    ApplicantAnswer applicant(Actor actor, @PathVariable long id, @RequestBody Reason why) {
        return desk.applicant(actor, id, why.reason())
                .map(ApplicantAnswer::of)
                .orElseThrow(Refusal::notFound);
    }

    /** The words of the public register. */
    record PublicWords(@Nullable String words) {}

    @PostMapping("/{id}/public-words")
    ResponseEntity<RequestAnswer> describe(
            Actor actor, @PathVariable long id, @RequestBody PublicWords said) {
        desk.describe(actor, id, said.words());
        return one(actor, id);
    }

    @PostMapping("/{id}/secret")
    RequestReceipt secret(Actor actor, @PathVariable long id, @RequestBody Reason why) {
        return desk.secretAgain(actor, id, why.reason());
    }

    private static @Nullable RequestStage stage(@Nullable String asked) {
        return asked == null || asked.isBlank()
                ? null
                : RequestStage.named(asked)
                        .orElseThrow(() -> Refusal.invalid("stage", "requests.field.stage"));
    }
}
