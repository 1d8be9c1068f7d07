package org.gongkai.opengov.disclosures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.disclosures.ClockDesk;
import org.gongkai.opengov.disclosures.ClockDesk.Question;
import org.gongkai.opengov.disclosures.ClockStanding;
import org.gongkai.opengov.disclosures.TimedPublication;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the term of publication is kept, for programs (公开期限接口). */
@RestController
@RequestMapping("/api/v1/publication-clock")
class ClockApi {
    private final ClockDesk desk;
    private final Organization organization;
    private final Clock clock;

    ClockApi(ClockDesk desk, Organization organization, Clock clock) {
        this.desk = desk;
        this.organization = organization;
        this.clock = clock;
    }

    /** A publication and its last day. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String document,
            String title,
            String section,
            String kind,
            String state,
            int edition,
            @Nullable LocalDate countedFrom,
            @Nullable LocalDate due,
            @Nullable LocalDate publishedOn,
            String standing,
            @Nullable Integer workingDays) {}

    /** The figures, by standing. */
    record Counts(int year, LocalDate asOf, Map<String, Long> counts) {}

    @GetMapping("/counts")
    Counts counts(
            Actor actor,
            @RequestParam(required = false) @Nullable String section,
            @RequestParam(required = false) @Nullable Integer year) {
        var question = question(actor, section, year);
        var counts = new LinkedHashMap<String, Long>();
        desk.counts(actor, question).forEach((it, count) -> counts.put(it.slug(), count));
        return new Counts(question.year(), LocalDate.now(clock), counts);
    }

    @GetMapping
    Items<Line> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String section,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String standing,
            Paging paging) {
        var skip = paging.cursor(1).map(it -> (int) it.number(0)).orElse(0);
        List<TimedPublication> found =
                desk.list(actor, question(actor, section, year), standing(standing)).stream()
                        .skip(skip)
                        .limit(paging.fetch())
                        .toList();
        return Items.of(found, paging, last -> Cursor.at(skip + paging.limit())).map(this::line);
    }

    private Line line(TimedPublication it) {
        return new Line(
                it.document().toString(),
                it.title(),
                organization.section(it.section()).name(),
                it.kind().slug(),
                it.state().slug(),
                it.edition(),
                it.countedFrom(),
                it.due(),
                it.publishedOn(),
                it.standing().slug(),
                it.due() == null ? null : it.workingDays());
    }

    private Question question(Actor actor, @Nullable String section, @Nullable Integer year) {
        return ClockQuestions.of(organization, actor, section, year, LocalDate.now(clock));
    }

    private static @Nullable ClockStanding standing(@Nullable String slug) {
        if (slug == null || slug.isBlank()) {
            return null;
        }
        return ClockStanding.named(slug)
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        "standing",
                                        "disclosures.field.choice",
                                        String.join(
                                                ", ",
                                                Arrays.stream(ClockStanding.values())
                                                        .map(ClockStanding::slug)
                                                        .toList())));
    }
}
