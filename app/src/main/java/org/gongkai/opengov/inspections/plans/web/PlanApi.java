package org.gongkai.opengov.inspections.plans.web;

import java.util.Objects;
import org.gongkai.opengov.inspections.plans.PlanDesk;
import org.gongkai.opengov.inspections.plans.PlanDesk.At;
import org.gongkai.opengov.inspections.plans.PlanLineEntry;
import org.gongkai.opengov.inspections.plans.PlanPapers;
import org.gongkai.opengov.inspections.plans.PlanSettings;
import org.gongkai.opengov.inspections.plans.PlanTerms;
import org.gongkai.opengov.inspections.plans.PlanWords;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Yearly plans over the API (年度抽查计划接口). */
@RestController
@RequestMapping("/api/v1/inspections")
class PlanApi {
    private final PlanDesk desk;
    private final PlanPapers papers;
    private final PlanWords words;

    PlanApi(PlanDesk desk, PlanPapers papers, PlanWords words) {
        this.desk = desk;
        this.papers = papers;
        this.words = words;
    }

    /** The year of a plan to begin. */
    record Beginning(@Nullable Integer year) {}

    /** What a step needs: a text, or the settings. */
    record StepInput(
            @Nullable String text,
            @Nullable Integer seats,
            @Nullable Integer officerCap,
            @Nullable Integer yearlyCap) {
        PlanSettings settings() {
            return new PlanSettings(
                    Objects.requireNonNullElse(officerCap, -1),
                    Objects.requireNonNullElse(yearlyCap, -1),
                    Objects.requireNonNullElse(seats, -1));
        }
    }

    /** A draft prepared for the public. */
    record Prepared(String document) {}

    @GetMapping("/plans")
    Items<PlanAnswer> list(Actor actor) {
        return Items.whole(desk.list(actor).stream().map(it -> PlanAnswer.of(it, words)).toList());
    }

    @PostMapping("/plans")
    ResponseEntity<PlanAnswer> begin(Actor actor, @RequestBody Beginning input) {
        var plan = desk.begin(actor, Objects.requireNonNullElse(input.year(), -1));
        return answer(HttpStatus.CREATED, actor, plan, null);
    }

    @GetMapping("/plans/{plan}")
    ResponseEntity<PlanAnswer> one(
            Actor actor,
            @PathVariable long plan,
            @RequestParam(required = false) @Nullable Integer version) {
        return answer(HttpStatus.OK, actor, plan, version);
    }

    @PostMapping("/plans/{plan}/versions/{number}/lines")
    ResponseEntity<PlanAnswer> addLine(
            Actor actor,
            @PathVariable long plan,
            @PathVariable int number,
            @RequestBody PlanLineEntry entry,
            IfMatch match) {
        desk.addLine(actor, new At(plan, number, match.version()), entry);
        return answer(HttpStatus.CREATED, actor, plan, number);
    }

    @PutMapping("/plans/{plan}/versions/{number}/lines/{key}")
    ResponseEntity<PlanAnswer> changeLine(
            Actor actor,
            @PathVariable long plan,
            @PathVariable int number,
            @PathVariable long key,
            @RequestBody PlanLineEntry entry,
            IfMatch match) {
        desk.changeLine(actor, new At(plan, number, match.version()), key, entry);
        return answer(HttpStatus.OK, actor, plan, number);
    }

    @DeleteMapping("/plans/{plan}/versions/{number}/lines/{key}")
    ResponseEntity<PlanAnswer> removeLine(
            Actor actor,
            @PathVariable long plan,
            @PathVariable int number,
            @PathVariable long key,
            IfMatch match) {
        desk.removeLine(actor, new At(plan, number, match.version()), key);
        return answer(HttpStatus.OK, actor, plan, number);
    }

    @GetMapping("/plans/{plan}/versions/{number}/lines/{key}/pool")
    PlanAnswer.Pool pool(
            Actor actor,
            @PathVariable long plan,
            @PathVariable int number,
            @PathVariable long key,
            @RequestParam int quarter) {
        return PlanAnswer.Pool.of(desk.look(actor, plan, number, key, quarter));
    }

    @PostMapping("/plans/{plan}/versions/{number}/steps/{step}")
    ResponseEntity<?> step(
            Actor actor,
            @PathVariable long plan,
            @PathVariable int number,
            @PathVariable String step,
            @RequestBody StepInput input,
            IfMatch match) {
        var at = new At(plan, number, match.version());
        switch (step) {
            case "set" -> desk.set(actor, at, input.settings());
            case "compute" -> desk.compute(actor, at);
            case "return" -> desk.giveBack(actor, at, input.text());
            case "approve" -> desk.approve(actor, at, input.text());
            case "drop" -> desk.drop(actor, at, input.text());
            case "amend" -> {
                return answer(HttpStatus.OK, actor, plan, desk.amend(actor, at, input.text()));
            }
            case "prepare" -> {
                return ResponseEntity.ok(new Prepared(papers.prepare(actor, at).toString()));
            }
            default -> throw Refusal.notFound();
        }
        return answer(HttpStatus.OK, actor, plan, number);
    }

    private ResponseEntity<PlanAnswer> answer(
            HttpStatus status, Actor actor, long plan, @Nullable Integer number) {
        var view = desk.one(actor, plan, number);
        return ResponseEntity.status(status)
                .eTag(IfMatch.etag(view.version().revision()))
                .body(PlanAnswer.of(view, words));
    }

    @GetMapping("/plan-terms")
    TermsForm terms(Actor actor) {
        return answer(desk.terms(actor));
    }

    @PostMapping("/plan-terms")
    ResponseEntity<TermsForm> setTerms(Actor actor, @RequestBody TermsForm input) {
        var terms = input.read();
        desk.setTerms(actor, terms);
        return ResponseEntity.status(HttpStatus.CREATED).body(answer(terms));
    }

    private static TermsForm answer(PlanTerms it) {
        return TermsForm.of(it, it.from());
    }
}
