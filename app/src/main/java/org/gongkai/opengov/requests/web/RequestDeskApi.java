package org.gongkai.opengov.requests.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.requests.Assigned;
import org.gongkai.opengov.requests.AssignmentDesk;
import org.gongkai.opengov.requests.AssignmentEntry;
import org.gongkai.opengov.requests.Chase;
import org.gongkai.opengov.requests.ChaseDesk;
import org.gongkai.opengov.requests.ChaseEntry;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestFilter;
import org.gongkai.opengov.requests.RequestScope;
import org.gongkai.opengov.requests.SavedFilter;
import org.gongkai.opengov.requests.SavedFilterDesk;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The board, who handles what, reminders and kept lists over the API (办件看板、分办、催办接口). */
@RestController
@RequestMapping("/api/v1/requests")
class RequestDeskApi {
    private final RequestDesk desk;
    private final AssignmentDesk assignments;
    private final ChaseDesk chases;
    private final SavedFilterDesk saved;
    private final SimilarCases similar;
    private final Organization organization;
    private final Wording wording;

    RequestDeskApi(
            RequestDesk desk,
            AssignmentDesk assignments,
            ChaseDesk chases,
            SavedFilterDesk saved,
            SimilarCases similar,
            Organization organization,
            Wording wording) {
        this.desk = desk;
        this.assignments = assignments;
        this.chases = chases;
        this.saved = saved;
        this.similar = similar;
        this.organization = organization;
        this.wording = wording;
    }

    /** A number of the board. */
    record Counted(String stage, String due, long count) {}

    /** The board; what is not among the counts is none. */
    record Board(String scope, long total, List<Counted> counts) {}

    @GetMapping("/board")
    Board board(Actor actor, @RequestParam(defaultValue = "all") String scope) {
        var chosen =
                RequestScope.named(scope)
                        .orElseThrow(() -> Refusal.invalid("scope", "requests.board.scope"));
        var board = desk.board(actor, chosen.of(actor, RequestFilter.waiting()));
        return new Board(
                chosen.slug(),
                board.total(),
                board.cells().stream()
                        .map(it -> new Counted(it.stage().slug(), it.left().slug(), it.count()))
                        .toList());
    }

    /** A request that stays as it is. */
    record Stays(long id, String number, String why) {}

    /** What became of many. */
    record Result(List<String> done, List<Stays> refused) {}

    @PostMapping("/assignments")
    Result assign(Actor actor, @RequestBody AssignmentEntry entry) {
        return result(assignments.assign(actor, entry));
    }

    /** Who hands over to whom. */
    record HandOver(@Nullable String from, @Nullable String to, @Nullable String note) {}

    @PostMapping("/hand-over")
    Result handOver(Actor actor, @RequestBody HandOver entry) {
        return result(assignments.handOver(actor, entry.from(), entry.to(), entry.note()));
    }

    private Result result(Assigned assigned) {
        return new Result(
                assigned.done(),
                assigned.refused().stream()
                        .map(it -> new Stays(it.id(), it.number(), why(it.why())))
                        .toList());
    }

    private String why(Refusal refusal) {
        return refusal.problems().isEmpty()
                ? wording.sentence(refusal)
                : wording.sentence(refusal.problems().getFirst());
    }

    /** A reminder. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reminder(
            long id,
            String kind,
            String to,
            String by,
            String words,
            LocalDate answerBy,
            Instant sentAt,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            @Nullable String answer) {}

    /** What somebody answers. */
    record Words(@Nullable String words) {}

    @GetMapping("/{id}/chases")
    List<Reminder> chases(Actor actor, @PathVariable long id) {
        return chases.log(actor, id).stream().map(this::told).toList();
    }

    @PostMapping("/{id}/chases")
    ResponseEntity<Reminder> chase(
            Actor actor, @PathVariable long id, @RequestBody ChaseEntry entry) {
        var chase = chases.send(actor, id, entry);
        return ResponseEntity.created(URI.create("/api/v1/requests/" + id + "/chases"))
                .body(one(actor, id, chase));
    }

    @PostMapping("/{id}/chases/{chase}/answer")
    Reminder answer(
            Actor actor,
            @PathVariable long id,
            @PathVariable long chase,
            @RequestBody Words answer) {
        chases.answer(actor, id, chase, answer.words());
        return one(actor, id, chase);
    }

    private Reminder one(Actor actor, long id, long chase) {
        return chases.log(actor, id).stream()
                .filter(it -> it.id() == chase)
                .findFirst()
                .map(this::told)
                .orElseThrow(Refusal::notFound);
    }

    private Reminder told(Chase it) {
        var answer = it.answer();
        return new Reminder(
                it.id(),
                it.kind().slug(),
                key(it.to()),
                key(it.by()),
                it.words(),
                it.answerBy(),
                it.sentAt(),
                answer == null ? null : key(answer.by()),
                answer == null ? null : answer.at(),
                answer == null ? null : answer.words());
    }

    private String key(PersonId person) {
        return organization.person(person).key();
    }

    @GetMapping("/{id}/similar")
    List<SimilarCases.Line> similar(Actor actor, @PathVariable long id) {
        return similar.of(actor, id);
    }

    /** A list to keep. */
    record Kept(@Nullable String name, @Nullable String query, @Nullable Boolean first) {}

    @GetMapping("/filters")
    List<SavedFilter> filters(Actor actor) {
        return saved.of(actor);
    }

    @PostMapping("/filters")
    @ResponseStatus(HttpStatus.CREATED)
    SavedFilter keep(Actor actor, @RequestBody Kept kept) {
        return saved.keep(actor, kept.name(), kept.query(), Boolean.TRUE.equals(kept.first()));
    }

    @PostMapping("/filters/{id}/steps/{step}")
    List<SavedFilter> open(Actor actor, @PathVariable long id, @PathVariable String step) {
        switch (step) {
            case "first" -> saved.openWith(actor, id);
            case "not-first" -> saved.openWithNone(actor);
            default -> throw Refusal.notFound();
        }
        return saved.of(actor);
    }

    @DeleteMapping("/filters/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable long id) {
        saved.remove(actor, id);
    }
}
