package org.gongkai.opengov.requests.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.requests.Erasure;
import org.gongkai.opengov.requests.ErasureKind;
import org.gongkai.opengov.requests.RequestCase;
import org.gongkai.opengov.requests.RetentionDesk;
import org.gongkai.opengov.requests.RetentionDesk.TermsEntry;
import org.gongkai.opengov.requests.RetentionTerms;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is kept how long, over the API (保管期限接口). */
@RestController
@RequestMapping("/api/v1/request-retention")
class RetentionApi {
    private final RetentionDesk desk;
    private final Organization organization;

    RetentionApi(RetentionDesk desk, Organization organization) {
        this.desk = desk;
        this.organization = organization;
    }

    /** A request that is due, or a correction or complaint with the day it ended. */
    record Due(long id, String number, @Nullable LocalDate answeredOn) {}

    /** What is due of another kind. */
    record Pile(long count, List<Due> due) {}

    /** An erasure. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            long id,
            String what,
            String proposedBy,
            Instant proposedAt,
            int requests,
            int erased,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable Boolean confirmed) {}

    /** How things stand. */
    record Standing(
            RetentionTerms terms,
            long count,
            List<Due> due,
            Pile parties,
            Pile claimants,
            List<Told> erasures) {}

    /** New terms. */
    record Terms(
            @Nullable Integer identityYears,
            @Nullable Integer fileYears,
            @Nullable Integer partyYears,
            @Nullable Integer claimYears,
            @Nullable String reason) {}

    /** What is put forward. */
    record Proposal(@Nullable List<Long> ids, @Nullable String what) {}

    @GetMapping
    Standing standing(Actor actor) {
        var standing = desk.standing(actor);
        return new Standing(
                standing.terms(),
                standing.applicants().count(),
                due(standing.applicants().due()),
                new Pile(standing.parties().count(), due(standing.parties().due())),
                new Pile(
                        standing.claimants().count(),
                        standing.claimants().due().stream()
                                .map(it -> new Due(it.id(), it.number(), it.closedOn()))
                                .toList()),
                standing.erasures().stream().map(this::told).toList());
    }

    private static List<Due> due(List<RequestCase> requests) {
        return requests.stream().map(it -> new Due(it.id(), it.number(), it.answeredOn())).toList();
    }

    @PutMapping("/terms")
    RetentionTerms set(Actor actor, @RequestBody Terms terms) {
        return desk.set(
                actor,
                new TermsEntry(
                        Objects.toString(terms.identityYears(), ""),
                        Objects.toString(terms.fileYears(), ""),
                        Objects.toString(terms.partyYears(), ""),
                        Objects.toString(terms.claimYears(), ""),
                        terms.reason()));
    }

    @PostMapping("/erasures")
    @ResponseStatus(HttpStatus.CREATED)
    Told propose(Actor actor, @RequestBody Proposal proposal) {
        return one(actor, desk.propose(actor, kind(proposal.what()), proposal.ids()));
    }

    @PostMapping("/erasures/{id}/steps/{step}")
    Told decide(Actor actor, @PathVariable long id, @PathVariable String step) {
        switch (step) {
            case "confirm" -> desk.confirm(actor, id);
            case "reject" -> desk.reject(actor, id);
            default -> throw Refusal.notFound();
        }
        return one(actor, id);
    }

    /** What kind is meant by this word. */
    static ErasureKind kind(@Nullable String what) {
        return ErasureKind.named(what)
                .orElseThrow(() -> Refusal.invalid("what", "requests.retention.kind"));
    }

    private Told one(Actor actor, long id) {
        return desk.standing(actor).erasures().stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .map(this::told)
                .orElseThrow(Refusal::notFound);
    }

    private Told told(Erasure it) {
        return new Told(
                it.id(),
                it.kind().slug(),
                key(it.proposedBy()),
                it.proposedAt(),
                it.requests(),
                it.erased(),
                it.decidedBy() == null ? null : key(it.decidedBy()),
                it.decidedAt(),
                it.confirmed());
    }

    private String key(PersonId person) {
        return organization.person(person).key();
    }
}
