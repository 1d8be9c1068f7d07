package org.gongkai.opengov.inspections.draws.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.opengov.inspections.draws.DrawEvent;
import org.gongkai.opengov.inspections.draws.DrawRun;
import org.gongkai.opengov.inspections.draws.DrawStep;
import org.gongkai.opengov.inspections.draws.DrawStory;
import org.gongkai.opengov.inspections.draws.InspectionDraw;
import org.gongkai.opengov.inspections.draws.PlanPart;
import org.gongkai.opengov.inspections.draws.PlannedSource;
import org.gongkai.opengov.inspections.draws.SourceDesk;
import org.gongkai.platform.draw.Amendment;
import org.gongkai.platform.draw.NumbersSource;
import org.jspecify.annotations.Nullable;

/**
 * A draw, for programs (抽取接口). What a stage does not have yet is null.
 *
 * @param draw the name in the manifest and the log
 * @param sealedUntil the day by which the secret is public; null in open mode
 * @param run how far the computation is; for the desk alone
 * @param allowedSteps what the caller can do; for the desk alone
 * @param bundle address of the bundle; null while it is not public
 */
record DrawAnswer(
        String agency,
        long seq,
        String draw,
        String title,
        String state,
        String mode,
        String suite,
        @Nullable PlanPart plan,
        @Nullable String outsidePlan,
        List<String> items,
        List<StratumAnswer> strata,
        List<String> seats,
        int officerCap,
        List<SourceAnswer> sources,
        Instant noncesUntil,
        Instant freezeUntil,
        LocalDate checkFrom,
        LocalDate checkTo,
        @Nullable LocalDate sealedUntil,
        boolean revealOverdue,
        @Nullable String manifestHash,
        List<ExclusionAnswer> exclusions,
        @Nullable ResultAnswer result,
        List<AmendmentAnswer> amendments,
        List<EventAnswer> events,
        @Nullable String bundle,
        @Nullable RunAnswer run,
        @Nullable List<String> allowedSteps,
        @Nullable Long version) {

    /**
     * What is drawn of which class.
     *
     * @param n how many were announced; null for one that came about at the freeze
     * @param frozen how many the freeze counted; null before it
     */
    record StratumAnswer(
            String id,
            List<String> classes,
            List<String> risk,
            @Nullable Integer n,
            @Nullable Integer frozen,
            @Nullable Integer register,
            boolean weighted) {

        static StratumAnswer of(DrawStory.Counted it) {
            var announced = it.announced();
            return announced == null
                    ? new StratumAnswer(
                            it.id(), List.of(), List.of(), null, it.n(), it.register(), false)
                    : new StratumAnswer(
                            it.id(),
                            announced.classes().stream().map(SupervisionClass::slug).toList(),
                            announced.risks().stream().map(Enum::name).sorted().toList(),
                            announced.n(),
                            it.n(),
                            it.register(),
                            announced.weighted());
        }
    }

    /** A source; {@code at} and {@code issue} of a public one, {@code name} of a witness. */
    record SourceAnswer(
            String id,
            String kind,
            @Nullable String name,
            @Nullable String issue,
            @Nullable Instant at,
            boolean bound,
            @Nullable Object disclosed) {}

    record ExclusionAnswer(String kind, @Nullable String stratum, String reason, long count) {}

    /** {@code unfilled} as drawn, {@code unfilledNow} after all amendments. */
    record ResultAnswer(String root, int visits, int unfilled, int unfilledNow) {}

    record AmendmentAnswer(String op, String reason) {}

    record EventAnswer(
            String kind,
            @Nullable String subject,
            @Nullable String words,
            Instant at,
            long leafIndex) {}

    record RunAnswer(String state, String phase, int done, int total, @Nullable String problem) {}

    /** For everybody. */
    static DrawAnswer of(DrawStory story, boolean overdue) {
        return of(story, overdue, null, null);
    }

    /** For the desk. */
    static DrawAnswer of(
            DrawStory story,
            boolean overdue,
            @Nullable DrawRun run,
            @Nullable Set<DrawStep> allowed) {
        var draw = story.draw();
        var announced = draw.announcement();
        var frozen = story.frozen();
        var result = story.result();
        return new DrawAnswer(
                story.agencyKey(),
                draw.seq(),
                draw.name(),
                draw.title(),
                draw.state().slug(),
                announced.mode().slug(),
                announced.suite().slug(),
                announced.plan(),
                announced.outside().isEmpty() ? null : announced.outside(),
                announced.items(),
                story.strata().stream().map(StratumAnswer::of).toList(),
                announced.seats(),
                announced.officerCap(),
                story.sources().stream().map(DrawAnswer::source).toList(),
                announced.noncesUntil(),
                announced.freezeUntil(),
                announced.checkFrom(),
                announced.checkTo(),
                draw.isSealed() ? announced.revealBy() : null,
                overdue,
                frozen == null ? null : frozen.hash(),
                story.exclusions().stream()
                        .map(
                                it ->
                                        new ExclusionAnswer(
                                                slug(it.kind()),
                                                it.stratum().isEmpty() ? null : it.stratum(),
                                                slug(it.reason()),
                                                it.count()))
                        .toList(),
                result == null
                        ? null
                        : new ResultAnswer(
                                result.root(),
                                result.visits(),
                                result.unfilled(),
                                story.unfilled()),
                story.amendments().stream().map(DrawAnswer::amendment).toList(),
                story.events().stream().map(DrawAnswer::event).toList(),
                draw.isOpenToAll() ? bundle(story) : null,
                run == null ? null : run(run),
                allowed == null ? null : allowed.stream().map(DrawStep::slug).toList(),
                allowed == null ? null : draw.version());
    }

    private static String bundle(DrawStory story) {
        return "/api/v1/public" + story.address() + "/bundle.json";
    }

    private static SourceAnswer source(DrawStory.Spoken spoken) {
        return switch (spoken.source()) {
            case PlannedSource.Witness it ->
                    new SourceAnswer(
                            it.id(),
                            "reveal",
                            it.name(),
                            null,
                            null,
                            spoken.bound(),
                            spoken.disclosed());
            case PlannedSource.Public it -> {
                var numbers = it.source() instanceof NumbersSource printed ? printed : null;
                yield new SourceAnswer(
                        it.id(),
                        SourceDesk.kind(it.source()),
                        numbers == null ? null : numbers.name(),
                        numbers == null ? null : numbers.issue(),
                        it.at(),
                        true,
                        spoken.disclosed());
            }
        };
    }

    private static AmendmentAnswer amendment(Amendment amendment) {
        return new AmendmentAnswer(
                (String) Objects.requireNonNull(amendment.toJson().get("op")), amendment.reason());
    }

    private static EventAnswer event(DrawEvent event) {
        return new EventAnswer(
                slug(event.kind()),
                event.subject().isEmpty() ? null : event.subject(),
                event.words().isEmpty() ? null : event.words(),
                event.at(),
                event.leafIndex());
    }

    private static RunAnswer run(DrawRun run) {
        return new RunAnswer(
                run.state().slug(),
                slug(run.phase()),
                run.done(),
                run.total(),
                run.problem().isEmpty() ? null : run.problem());
    }

    /** The name of a constant in the API. */
    static String slug(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One line of a list. */
    record Line(
            long seq,
            String draw,
            String title,
            String state,
            String mode,
            @Nullable PlanPart plan,
            @Nullable String outsidePlan,
            Instant announcedAt,
            LocalDate checkFrom,
            LocalDate checkTo,
            int toDraw,
            boolean revealOverdue) {

        static Line of(InspectionDraw draw, LocalDate today) {
            var announced = draw.announcement();
            return new Line(
                    draw.seq(),
                    draw.name(),
                    draw.title(),
                    draw.state().slug(),
                    announced.mode().slug(),
                    announced.plan(),
                    announced.outside().isEmpty() ? null : announced.outside(),
                    draw.announcedAt(),
                    announced.checkFrom(),
                    announced.checkTo(),
                    announced.toDraw(),
                    draw.isRevealOverdue(today));
        }
    }
}
