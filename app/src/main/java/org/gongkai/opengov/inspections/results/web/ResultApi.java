package org.gongkai.opengov.inspections.results.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongkai.opengov.inspections.results.Consistency;
import org.gongkai.opengov.inspections.results.ConsistencyDesk;
import org.gongkai.opengov.inspections.results.ConsistencyDesk.OfDraw;
import org.gongkai.opengov.inspections.results.Measure;
import org.gongkai.opengov.inspections.results.Openness;
import org.gongkai.opengov.inspections.results.ResultDesk;
import org.gongkai.opengov.inspections.results.ResultDesk.Filter;
import org.gongkai.opengov.inspections.results.ResultLine;
import org.gongkai.opengov.inspections.results.Timeliness;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Results and consistency over the API (检查结果接口). */
@RestController
@RequestMapping("/api/v1/inspections")
class ResultApi {
    private final ResultDesk desk;
    private final ConsistencyDesk consistency;
    private final Clock clock;

    ResultApi(ResultDesk desk, ConsistencyDesk consistency, Clock clock) {
        this.desk = desk;
        this.consistency = consistency;
        this.clock = clock;
    }

    /** A result; the unit's name as it is published. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ResultAnswer(
            long task,
            String number,
            boolean drawn,
            @Nullable Long draw,
            String unit,
            String creditCode,
            String item,
            LocalDate endedOn,
            @Nullable String result,
            @Nullable String skipReason,
            List<String> measures,
            LocalDate due,
            boolean provisional,
            @Nullable LocalDate publishedOn,
            String openness,
            String timeliness,
            @Nullable UUID document) {
        static ResultAnswer of(ResultLine it) {
            var skip = it.skip();
            return new ResultAnswer(
                    it.task(),
                    it.number(),
                    it.drawn(),
                    it.drawSeq(),
                    it.unit().published(),
                    it.unit().publishedCode(),
                    it.itemTitle(),
                    it.endedOn(),
                    it.value(),
                    skip == null ? null : skip.slug(),
                    it.measures().stream().map(Measure::slug).toList(),
                    it.due().lastDay(),
                    it.due().provisional(),
                    it.publishedOn(),
                    it.openness().slug(),
                    it.timeliness().slug(),
                    it.document());
        }
    }

    /** Which results are to be drafted for publication. */
    record DraftInput(@Nullable List<Long> tasks, @Nullable String title) {}

    /** The draft. */
    record Drafted(String document) {}

    /** A visit behind a number. */
    record Case(long task, String number) {
        static List<Case> of(List<Consistency.Visit> visits) {
            return visits.stream().map(it -> new Case(it.task(), it.number())).toList();
        }
    }

    /** A draw and how it agrees. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsistencyAnswer(
            long draw,
            int drawn,
            int checked,
            int skipped,
            int published,
            List<Case> open,
            List<Case> unpublished,
            List<Case> premature,
            boolean holds,
            @Nullable LocalDate closedOn) {
        static ConsistencyAnswer of(OfDraw it) {
            var numbers = it.consistency();
            return new ConsistencyAnswer(
                    it.draw(),
                    numbers.drawn().size(),
                    numbers.checked().size(),
                    numbers.skipped().size(),
                    numbers.published().size(),
                    Case.of(numbers.open()),
                    Case.of(numbers.unpublished()),
                    Case.of(numbers.premature()),
                    numbers.holds(),
                    it.closedOn().orElse(null));
        }
    }

    @GetMapping("/results")
    Items<ResultAnswer> list(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String openness,
            @RequestParam(required = false) @Nullable String timeliness,
            Paging paging) {
        var filter =
                new Filter(
                        year == null ? LocalDate.now(clock).getYear() : year,
                        openness == null
                                ? null
                                : Openness.named(openness)
                                        .orElseThrow(
                                                () ->
                                                        Refusal.invalid(
                                                                "openness",
                                                                "inspections.results.field.openness")),
                        timeliness == null
                                ? null
                                : Timeliness.named(timeliness)
                                        .orElseThrow(
                                                () ->
                                                        Refusal.invalid(
                                                                "timeliness",
                                                                "inspections.results.field.timeliness")));
        var all = desk.list(actor, filter);
        int from = Math.min(paging.skip(), all.size());
        var part = all.subList(from, Math.min(from + paging.fetch(), all.size()));
        return Items.of(part, paging, _ -> Cursor.at(from + paging.limit())).map(ResultAnswer::of);
    }

    @PostMapping("/results")
    ResponseEntity<Drafted> draft(Actor actor, @RequestBody DraftInput input) {
        var document = desk.draft(actor, input.tasks(), input.title());
        return ResponseEntity.created(URI.create("/api/v1/documents/" + document))
                .body(new Drafted(document.toString()));
    }

    @GetMapping("/consistency")
    Items<ConsistencyAnswer> all(Actor actor) {
        return Items.whole(consistency.all(actor).stream().map(ConsistencyAnswer::of).toList());
    }

    @GetMapping("/consistency/{draw}")
    ConsistencyAnswer one(Actor actor, @PathVariable long draw) {
        return ConsistencyAnswer.of(consistency.one(actor, draw));
    }

    @PostMapping("/consistency/{draw}/close")
    ConsistencyAnswer close(Actor actor, @PathVariable long draw) {
        consistency.close(actor, draw);
        return one(actor, draw);
    }
}
