package org.gongkai.opengov.inspections.draws.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.inspections.draws.AmendEntry;
import org.gongkai.opengov.inspections.draws.AmendmentDesk;
import org.gongkai.opengov.inspections.draws.Amendments.Asked;
import org.gongkai.opengov.inspections.draws.AnnounceEntry;
import org.gongkai.opengov.inspections.draws.DrawDesk;
import org.gongkai.opengov.inspections.draws.DrawState;
import org.gongkai.opengov.inspections.draws.DrawStories;
import org.gongkai.opengov.inspections.draws.DrawingDesk;
import org.gongkai.opengov.inspections.draws.RevealDesk;
import org.gongkai.opengov.inspections.draws.SourceDesk;
import org.gongkai.opengov.inspections.draws.VisitDesk;
import org.gongkai.opengov.inspections.draws.WitnessDesk;
import org.gongkai.opengov.inspections.plans.DueDraw;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a draw over the API (抽取办理接口). */
@RestController
@RequestMapping("/api/v1/inspections/draws")
class DrawApi {
    private final DrawDesk desk;
    private final DrawStories stories;
    private final WitnessDesk witnesses;
    private final SourceDesk sources;
    private final DrawingDesk drawing;
    private final AmendmentDesk amendments;
    private final RevealDesk reveals;
    private final VisitDesk visits;
    private final Clock clock;

    DrawApi(
            DrawDesk desk,
            DrawStories stories,
            WitnessDesk witnesses,
            SourceDesk sources,
            DrawingDesk drawing,
            AmendmentDesk amendments,
            RevealDesk reveals,
            VisitDesk visits,
            Clock clock) {
        this.desk = desk;
        this.stories = stories;
        this.witnesses = witnesses;
        this.sources = sources;
        this.drawing = drawing;
        this.amendments = amendments;
        this.reveals = reveals;
        this.visits = visits;
        this.clock = clock;
    }

    /** The code of a witness, and what binds the number or the number itself. */
    record NonceInput(@Nullable String code, @Nullable String commitment, @Nullable String nonce) {}

    /** What a witness sees of the draw. */
    record NonceAnswer(
            String draw,
            String source,
            String state,
            @Nullable String commitment,
            boolean opened,
            @Nullable String manifestHash) {

        static NonceAnswer of(WitnessDesk.View view) {
            return new NonceAnswer(
                    view.draw().name(),
                    view.witness().sourceId(),
                    view.draw().state().slug(),
                    view.witness().commitment(),
                    view.witness().opened() != null,
                    view.manifestHash());
        }
    }

    /** What a source said: printed numbers with their issue, or a beacon's whole word. */
    record SourceInput(
            @Nullable String source,
            @Nullable String issue,
            @Nullable List<List<Long>> groups,
            @Nullable Object disclosure) {}

    /** What became of it. */
    record SourceOutcome(String source, String outcome) {}

    record Reason(@Nullable String reason) {}

    record Decision(@Nullable Boolean consents, @Nullable String words) {}

    /** A link for a witness; told here alone. */
    record WitnessLink(String source, String name, String code, String address) {}

    record AmendmentLine(
            long id,
            String op,
            @Nullable Object visit,
            @Nullable Object seat,
            String reason,
            String words,
            long askedBy,
            Instant askedAt,
            String standing,
            @Nullable Integer number,
            @Nullable String root) {

        static AmendmentLine of(Asked asked) {
            var json = asked.amendment().toJson();
            var decision = asked.decision();
            var made = decision != null && decision.edition() != null;
            return new AmendmentLine(
                    asked.id(),
                    (String) Objects.requireNonNull(json.get("op")),
                    json.get("t"),
                    json.get("j"),
                    asked.amendment().reason(),
                    asked.words(),
                    asked.by().value(),
                    asked.at(),
                    decision == null ? "waiting" : made ? "made" : "declined",
                    decision == null ? null : decision.edition(),
                    decision == null ? null : decision.root());
        }
    }

    record AmendmentLines(List<AmendmentLine> items) {}

    @GetMapping
    Items<DrawAnswer.Line> list(
            Actor actor, @RequestParam(required = false) @Nullable String state, Paging paging) {
        var today = LocalDate.now(clock);
        return desk.list(actor, state(state), paging)
                .map(it -> DrawAnswer.Line.of(it.draw(), today));
    }

    /** A draw that the plan in force owes. */
    record DueAnswer(
            int year,
            int version,
            long line,
            String title,
            int quarter,
            LocalDate dueBy,
            boolean late,
            @Nullable Long seq) {

        static DueAnswer of(DueDraw it, LocalDate today) {
            return new DueAnswer(
                    it.year(),
                    it.version(),
                    it.line().key(),
                    it.line().title(),
                    it.quarter(),
                    it.dueBy(),
                    it.isLate(today),
                    it.seq());
        }
    }

    @GetMapping("/due")
    Items<DueAnswer> due(Actor actor) {
        var today = LocalDate.now(clock);
        return Items.whole(desk.due(actor).stream().map(it -> DueAnswer.of(it, today)).toList());
    }

    @PostMapping
    ResponseEntity<DrawAnswer> announce(Actor actor, @RequestBody AnnounceEntry entry) {
        var draw = desk.announce(actor, entry);
        return answer(actor, draw.seq(), HttpStatus.CREATED);
    }

    @GetMapping("/{seq}")
    ResponseEntity<DrawAnswer> one(Actor actor, @PathVariable long seq) {
        return answer(actor, seq, HttpStatus.OK);
    }

    @PostMapping("/{seq}/freeze")
    ResponseEntity<DrawAnswer> freeze(Actor actor, @PathVariable long seq, IfMatch match) {
        desk.freeze(actor, seq, match.version());
        return answer(actor, seq, HttpStatus.OK);
    }

    @PostMapping("/{seq}/witnesses/{source}/link")
    @ResponseStatus(HttpStatus.CREATED)
    WitnessLink link(Actor actor, @PathVariable long seq, @PathVariable String source) {
        var it = witnesses.link(actor, seq, source);
        return new WitnessLink(it.sourceId(), it.name(), it.code(), it.address());
    }

    /** By the witness's code, whoever sends it: bound before the freeze, opened after it. */
    @PostMapping("/{seq}/nonce")
    NonceAnswer nonce(Actor actor, @PathVariable long seq, @RequestBody NonceInput input) {
        desk.one(actor, seq);
        return NonceAnswer.of(
                input.nonce() == null
                        ? witnesses.commit(input.code(), input.commitment())
                        : witnesses.open(input.code(), input.nonce()));
    }

    @PostMapping("/{seq}/source")
    SourceOutcome source(Actor actor, @PathVariable long seq, @RequestBody SourceInput input) {
        var source = Objects.requireNonNullElse(input.source(), "");
        var outcome =
                input.disclosure() == null
                        ? sources.type(actor, seq, source, input.issue(), input.groups())
                        : sources.paste(actor, seq, source, input.disclosure());
        return new SourceOutcome(source, outcome.slug());
    }

    @PostMapping("/{seq}/draw")
    ResponseEntity<DrawAnswer> draw(Actor actor, @PathVariable long seq, IfMatch match) {
        drawing.draw(actor, seq, match.version());
        return answer(actor, seq, HttpStatus.OK);
    }

    @PostMapping("/{seq}/stop")
    ResponseEntity<DrawAnswer> stop(Actor actor, @PathVariable long seq) {
        drawing.stop(actor, seq);
        return answer(actor, seq, HttpStatus.OK);
    }

    @GetMapping("/{seq}/amendments")
    AmendmentLines amendments(Actor actor, @PathVariable long seq) {
        return new AmendmentLines(
                amendments.list(actor, seq).stream().map(AmendmentLine::of).toList());
    }

    @PostMapping("/{seq}/amend")
    @ResponseStatus(HttpStatus.CREATED)
    AmendmentLine amend(
            Actor actor, @PathVariable long seq, @RequestBody AmendEntry entry, IfMatch match) {
        return AmendmentLine.of(amendments.ask(actor, seq, match.version(), entry));
    }

    @PostMapping("/{seq}/amendments/{id}/decision")
    AmendmentLine decide(
            Actor actor,
            @PathVariable long seq,
            @PathVariable long id,
            @RequestBody Decision decision) {
        if (decision.consents() == null) {
            throw Refusal.invalid("consents", "inspections.draw.field.consents");
        }
        return AmendmentLine.of(
                amendments.decide(actor, seq, id, decision.consents(), decision.words()));
    }

    @PostMapping("/{seq}/reveal")
    ResponseEntity<DrawAnswer> reveal(Actor actor, @PathVariable long seq, IfMatch match) {
        reveals.reveal(actor, seq, match.version());
        return answer(actor, seq, HttpStatus.OK);
    }

    @PostMapping("/{seq}/void")
    ResponseEntity<DrawAnswer> callOff(
            Actor actor, @PathVariable long seq, @RequestBody Reason input, IfMatch match) {
        desk.callOff(actor, seq, match.version(), input.reason());
        return answer(actor, seq, HttpStatus.OK);
    }

    @GetMapping("/{seq}/visits")
    Items<VisitAnswer> visits(Actor actor, @PathVariable long seq, Paging paging) {
        return visits.list(actor, seq, paging).map(VisitAnswer::of);
    }

    private ResponseEntity<DrawAnswer> answer(Actor actor, long seq, HttpStatus status) {
        var line = desk.one(actor, seq);
        var overdue = line.draw().isRevealOverdue(LocalDate.now(clock));
        var answer =
                DrawAnswer.of(
                        stories.of(actor, seq),
                        overdue,
                        drawing.run(actor, seq).orElse(null),
                        line.allowed());
        return ResponseEntity.status(status).eTag(IfMatch.etag(line.draw().version())).body(answer);
    }

    private static @Nullable DrawState state(@Nullable String asked) {
        return asked == null || asked.isBlank()
                ? null
                : DrawState.named(asked)
                        .orElseThrow(
                                () -> Refusal.invalid("state", "inspections.draw.field.state"));
    }
}
