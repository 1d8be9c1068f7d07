package org.gongkai.opengov.inspections.results.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongkai.opengov.inspections.results.Decision;
import org.gongkai.opengov.inspections.results.DecisionFilter;
import org.gongkai.opengov.inspections.results.EnforcementDecisionDesk;
import org.gongkai.opengov.inspections.results.EnforcementDecisionDesk.DecisionLine;
import org.gongkai.opengov.inspections.results.EnforcementDecisionDesk.RulingLine;
import org.gongkai.opengov.inspections.results.Ruling;
import org.gongkai.opengov.inspections.results.Timeliness;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Decisions and rulings over the API (决定公开与撤下接口). */
@RestController
@RequestMapping("/api/v1/inspections")
class EnforcementDecisionApi {
    private final EnforcementDecisionDesk desk;

    EnforcementDecisionApi(EnforcementDecisionDesk desk) {
        this.desk = desk;
    }

    /** A decision with its days. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionAnswer(
            long id,
            String task,
            String kind,
            String number,
            LocalDate decidedOn,
            LocalDate due,
            @Nullable LocalDate publishedOn,
            String timeliness,
            @Nullable UUID document) {
        static DecisionAnswer of(DecisionLine it) {
            var decision = it.decision();
            return new DecisionAnswer(
                    decision.id(),
                    decision.taskNumber(),
                    decision.kind().slug(),
                    decision.number(),
                    decision.decidedOn(),
                    it.due().lastDay(),
                    decision.publishedOn(),
                    it.timeliness().slug(),
                    decision.document());
        }
    }

    /** A ruling with its days. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RulingAnswer(
            long id,
            String task,
            String kind,
            LocalDate ruledOn,
            String reasons,
            LocalDate due,
            @Nullable LocalDate downOn,
            String timeliness,
            UUID document) {
        static RulingAnswer of(RulingLine it) {
            var ruling = it.ruling();
            return new RulingAnswer(
                    ruling.id(),
                    ruling.number(),
                    ruling.kind().slug(),
                    ruling.ruledOn(),
                    ruling.reasons(),
                    it.due().lastDay(),
                    ruling.downOn(),
                    it.timeliness().slug(),
                    ruling.document());
        }
    }

    /** A decision to be recorded. */
    record DecisionInput(
            @Nullable String task,
            @Nullable String kind,
            @Nullable String number,
            @Nullable String decidedOn) {}

    /** Which document publishes it. */
    record PublicationInput(@Nullable String indexNumber) {}

    /** A ruling to be recorded. */
    record RulingInput(
            @Nullable String task,
            @Nullable String kind,
            @Nullable String ruledOn,
            @Nullable String reasons) {}

    @GetMapping("/decisions")
    Items<DecisionAnswer> decisions(
            Actor actor,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String timeliness,
            @RequestParam(defaultValue = "") String words,
            Paging paging) {
        if (!kind.isEmpty() && Decision.Kind.named(kind).isEmpty()) {
            throw unknown("kind");
        }
        var asked = desk.decisions(actor, filter(kind, timeliness, words));
        return part(asked, paging).map(DecisionAnswer::of);
    }

    @PostMapping("/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    DecisionAnswer record(Actor actor, @RequestBody DecisionInput input) {
        return decision(
                actor,
                desk.record(actor, input.task(), input.kind(), input.number(), input.decidedOn()));
    }

    @PostMapping("/decisions/{id}/publication")
    DecisionAnswer publication(
            Actor actor, @PathVariable long id, @RequestBody PublicationInput input) {
        desk.publishedAs(actor, id, input.indexNumber());
        return decision(actor, id);
    }

    @GetMapping("/rulings")
    Items<RulingAnswer> rulings(
            Actor actor,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String timeliness,
            @RequestParam(defaultValue = "") String words,
            Paging paging) {
        if (!kind.isEmpty() && Ruling.Kind.named(kind).isEmpty()) {
            throw unknown("kind");
        }
        var asked = desk.rulings(actor, filter(kind, timeliness, words));
        return part(asked, paging).map(RulingAnswer::of);
    }

    @PostMapping("/rulings")
    @ResponseStatus(HttpStatus.CREATED)
    RulingAnswer rule(Actor actor, @RequestBody RulingInput input) {
        desk.rule(actor, input.task(), input.kind(), input.ruledOn(), input.reasons());
        return RulingAnswer.of(desk.rulings(actor, DecisionFilter.all()).getFirst());
    }

    private DecisionAnswer decision(Actor actor, long id) {
        return desk.decisions(actor, DecisionFilter.all()).stream()
                .filter(it -> it.decision().id() == id)
                .findFirst()
                .map(DecisionAnswer::of)
                .orElseThrow(Refusal::notFound);
    }

    private static DecisionFilter filter(String kind, String timeliness, String words) {
        return new DecisionFilter(
                kind,
                timeliness.isEmpty()
                        ? null
                        : Timeliness.named(timeliness).orElseThrow(() -> unknown("timeliness")),
                words);
    }

    private static Refusal unknown(String field) {
        return Refusal.invalid(field, "inspections.decisions.field.filter");
    }

    private static <T> Items<T> part(List<T> all, Paging paging) {
        var from = Math.min(paging.skip(), all.size());
        var fetched = all.subList(from, Math.min(from + paging.fetch(), all.size()));
        return Items.of(fetched, paging, _ -> Cursor.at(from + paging.limit()));
    }
}
