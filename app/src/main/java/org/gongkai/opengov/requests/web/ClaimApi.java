package org.gongkai.opengov.requests.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.requests.Applicant;
import org.gongkai.opengov.requests.Claim;
import org.gongkai.opengov.requests.ClaimDesk;
import org.gongkai.opengov.requests.ClaimDesk.StepEntry;
import org.gongkai.opengov.requests.ClaimEntry;
import org.gongkai.opengov.requests.ClaimEvent;
import org.gongkai.opengov.requests.ClaimIntake;
import org.gongkai.opengov.requests.ClaimStep;
import org.gongkai.opengov.requests.papers.ApplicantLetters;
import org.gongkai.opengov.requests.papers.LetterOwner;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Corrections of personal records and complaints over the API (更正本人信息、投诉接口). */
@RestController
class ClaimApi {
    private static final int PART = 100;

    private final ClaimDesk desk;
    private final ClaimIntake intake;
    private final ClaimTracking tracking;
    private final ApplicantLetters letters;

    ClaimApi(ClaimDesk desk, ClaimIntake intake, ClaimTracking tracking, ApplicantLetters letters) {
        this.desk = desk;
        this.intake = intake;
        this.tracking = tracking;
        this.letters = letters;
    }

    /** What somebody keeps. */
    record Received(String number, String secret, LocalDate receivedOn, @Nullable LocalDate due) {}

    /** Number and secret. */
    record Question(@Nullable String number, @Nullable String secret) {}

    /** The evidence that was asked for, with number and secret. */
    record Evidence(@Nullable String number, @Nullable String secret, @Nullable String evidence) {}

    /** A letter that was sent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Letter(String title, @Nullable String number, @Nullable LocalDate writtenOn) {}

    /** How it stands, in the words of the tracking page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tracked(
            String number,
            String kind,
            String stage,
            String agency,
            LocalDate receivedOn,
            @Nullable LocalDate due,
            @Nullable LocalDate closedOn,
            String explanation,
            List<ClaimTracking.Counted> days,
            List<ApplicantApi.Told> events,
            List<Letter> letters) {}

    /** A step that was taken. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Happened(
            String step,
            LocalDate on,
            @Nullable Long person,
            @Nullable String note,
            @Nullable LocalDate term) {
        static Happened of(ClaimEvent it) {
            var by = it.by();
            return new Happened(
                    it.step().slug(),
                    it.on(),
                    by == null ? null : by.value(),
                    it.note(),
                    it.term());
        }
    }

    /** A correction or complaint; who claims is not among it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            long id,
            String number,
            String kind,
            String about,
            @Nullable String evidence,
            LocalDate receivedOn,
            @Nullable LocalDate due,
            @Nullable LocalDate closedOn,
            @Nullable List<Happened> events,
            @Nullable List<String> allowedSteps) {
        static Answer of(Claim it) {
            return of(it, null, null);
        }

        static Answer of(ClaimDesk.View it) {
            return of(
                    it.claim(),
                    it.events().stream().map(Happened::of).toList(),
                    it.allowed().stream().map(ClaimStep::slug).toList());
        }

        private static Answer of(
                Claim it, @Nullable List<Happened> events, @Nullable List<String> allowed) {
            return new Answer(
                    it.id(),
                    it.number(),
                    it.kind().slug(),
                    it.about(),
                    it.evidence(),
                    it.receivedOn(),
                    it.due(),
                    it.closedOn(),
                    events,
                    allowed);
        }
    }

    /** A page of the register. */
    record Register(List<Answer> items, long total) {}

    /** Why somebody is looked at. */
    record Reason(@Nullable String reason) {}

    /** Who claims. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(
            String name,
            String identityKind,
            String identityNumber,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address) {
        static Person of(Applicant it) {
            return new Person(
                    it.identity().name(),
                    it.identity().kind().slug(),
                    it.identity().number(),
                    it.contact().phone(),
                    it.contact().email(),
                    it.contact().address());
        }
    }

    @PostMapping("/api/v1/public/requests/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    Received ask(@RequestBody ClaimEntry entry, HttpServletRequest request) {
        var kept = intake.ask(entry, request.getRemoteAddr());
        var it = kept.claim();
        return new Received(it.number(), kept.secret(), it.receivedOn(), it.due());
    }

    @PostMapping("/api/v1/public/request-claims/track")
    Tracked track(@RequestBody Question asked, HttpServletRequest request) {
        return tracked(intake.follow(asked.number(), asked.secret(), request.getRemoteAddr()));
    }

    @PostMapping("/api/v1/public/request-claims/track/evidence")
    Tracked addEvidence(@RequestBody Evidence given, HttpServletRequest request) {
        return tracked(
                intake.addEvidence(
                        given.number(), given.secret(), given.evidence(), request.getRemoteAddr()));
    }

    @PostMapping("/api/v1/public/request-claims/track/taking-back")
    Tracked takeBack(@RequestBody Question asked, HttpServletRequest request) {
        return tracked(intake.takeBack(asked.number(), asked.secret(), request.getRemoteAddr()));
    }

    private Tracked tracked(ClaimIntake.Followed it) {
        var claim = it.claim();
        return new Tracked(
                claim.number(),
                claim.kind().slug(),
                it.stage().slug(),
                it.agency(),
                claim.receivedOn(),
                claim.due(),
                claim.closedOn(),
                tracking.explanation(it),
                tracking.days(it.target()),
                tracking.timeline(it).stream().map(ApplicantApi.Told::of).toList(),
                letters.of(LetterOwner.claim(claim.id())).stream()
                        .map(sent -> new Letter(sent.title(), sent.number(), sent.writtenOn()))
                        .toList());
    }

    @PostMapping("/api/v1/request-claims/{id}/secret")
    ClaimDesk.Receipt secret(Actor actor, @PathVariable long id, @RequestBody Reason why) {
        return desk.secretAgain(actor, id, why.reason());
    }

    @GetMapping("/api/v1/request-claims")
    Register list(
            Actor actor,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "0") int skip) {
        var openAlone = !state.equals("all");
        return new Register(
                desk.page(actor, openAlone, Math.max(0, skip), PART).stream()
                        .map(Answer::of)
                        .toList(),
                desk.count(actor, openAlone));
    }

    @PostMapping("/api/v1/request-claims")
    @ResponseStatus(HttpStatus.CREATED)
    Answer takeIn(Actor actor, @RequestBody ClaimEntry entry) {
        return Answer.of(desk.takeIn(actor, entry));
    }

    @GetMapping("/api/v1/request-claims/{id}")
    Answer one(Actor actor, @PathVariable long id) {
        return Answer.of(desk.one(actor, id));
    }

    @PostMapping("/api/v1/request-claims/{id}/steps")
    Answer record(Actor actor, @PathVariable long id, @RequestBody StepEntry step) {
        desk.record(actor, id, step);
        return Answer.of(desk.one(actor, id));
    }

    @PostMapping("/api/v1/request-claims/{id}/erasure")
    Answer erase(Actor actor, @PathVariable long id, @RequestBody Reason why) {
        desk.erase(actor, id, why.reason());
        return Answer.of(desk.one(actor, id));
    }

    @PostMapping("/api/v1/request-claims/{id}/person")
    Person person(Actor actor, @PathVariable long id, @RequestBody Reason why) {
        return desk.person(actor, id, why.reason()).map(Person::of).orElseThrow(Refusal::notFound);
    }
}
