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

    ClaimApi(ClaimDesk desk, ClaimIntake intake) {
        this.desk = desk;
        this.intake = intake;
    }

    /** What somebody keeps. */
    record Received(String number, LocalDate receivedOn, @Nullable LocalDate due) {}

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
        var it = intake.ask(entry, request.getRemoteAddr());
        return new Received(it.number(), it.receivedOn(), it.due());
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
