package org.gongkai.opengov.disclosures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.opengov.disclosures.Assessment;
import org.gongkai.opengov.disclosures.Assessment.Standing;
import org.gongkai.opengov.disclosures.AssessmentDesk;
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

/** What is not public and when it is looked at again, for programs (定期评估接口). */
@RestController
@RequestMapping("/api/v1/assessments")
class AssessmentsApi {
    private final AssessmentDesk desk;
    private final Organization organization;
    private final Clock clock;

    AssessmentsApi(AssessmentDesk desk, Organization organization, Clock clock) {
        this.desk = desk;
        this.organization = organization;
        this.clock = clock;
    }

    /** An assessment to be done, or done. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String document,
            String title,
            String section,
            String attribute,
            LocalDate dueOn,
            String standing,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String assessedBy,
            @Nullable Instant assessedAt) {}

    @GetMapping
    Items<Line> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String section,
            @RequestParam(required = false) @Nullable String standing,
            Paging paging) {
        var asked = ClockQuestions.sectionNamed(organization, actor, section);
        var skip = paging.cursor(1).map(it -> (int) it.number(0)).orElse(0);
        var found =
                desk.list(actor, asked, standing(standing)).stream()
                        .skip(skip)
                        .limit(paging.fetch())
                        .toList();
        return Items.of(found, paging, last -> Cursor.at(skip + paging.limit())).map(this::line);
    }

    private Line line(Assessment it) {
        var by = it.assessedBy();
        var outcome = it.outcome();
        return new Line(
                it.document().id().toString(),
                it.document().title(),
                organization.section(it.document().section()).name(),
                it.document().attribute(),
                it.dueOn(),
                it.standing(LocalDate.now(clock)).slug(),
                outcome == null ? null : outcome.slug(),
                it.reason(),
                by == null ? null : organization.person(by).name(),
                it.assessedAt());
    }

    private static @Nullable Standing standing(@Nullable String slug) {
        if (slug == null || slug.isBlank()) {
            return null;
        }
        return Standing.named(slug)
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        "standing",
                                        "disclosures.field.choice",
                                        "late, soon, later, done"));
    }
}
