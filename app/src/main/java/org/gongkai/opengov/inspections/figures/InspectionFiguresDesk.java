package org.gongkai.opengov.inspections.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.plans.Feasibility;
import org.gongkai.opengov.inspections.plans.PlanDesk;
import org.gongkai.opengov.inspections.plans.PlanVersion;
import org.gongkai.opengov.inspections.registers.IndustryCode;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.organization.RegionCode;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The figures about inspections, and the visits behind each (双随机抽查统计). Who reads registers reads
 * them.
 */
@Service
@Transactional(readOnly = true)
public class InspectionFiguresDesk {
    private static final int FIRST_YEAR = 2015;
    private static final int DIVISION = 2;

    private final VisitFacts facts;
    private final PlanDesk plans;
    private final Calendars calendars;
    private final Clock clock;

    InspectionFiguresDesk(VisitFacts facts, PlanDesk plans, Calendars calendars, Clock clock) {
        this.facts = facts;
        this.plans = plans;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The figures of a year. */
    public InspectionFigures figures(Actor by, int year) {
        InspectionRights.mustRead(by);
        var today = LocalDate.now(clock);
        if (year < FIRST_YEAR || year > today.getYear()) {
            throw Refusal.notFound();
        }
        var plan = plans.inForce(by, year).orElse(null);
        var visits = facts.of(by.agency(), year, today);
        return new InspectionFigures(
                year,
                today,
                plan,
                reached(plan, plan == null ? null : plans.owed(by, plan), visits),
                FiguresCount.coverage(
                        facts.register(by.agency(), today, false),
                        visits,
                        VisitFact::region,
                        InspectionFiguresDesk::district),
                FiguresCount.coverage(
                        facts.register(by.agency(), today, true),
                        visits,
                        it -> it.industry().substring(0, DIVISION),
                        it -> new IndustryCode(it).divisionName()),
                Publication.of(visits, today, calendars.current(CalendarCode.NX)),
                FiguresCount.loads(plans.officerNames(by), visits),
                visits);
    }

    private static List<Reached> reached(
            @Nullable PlanVersion plan, @Nullable Feasibility counts, List<VisitFact> visits) {
        return plan == null || counts == null
                ? List.of()
                : FiguresCount.reached(plan, counts, visits);
    }

    private static String district(String code) {
        return RegionCode.isKnown(code) ? new RegionCode(code).regionName() : code;
    }

    /**
     * The visits behind a figure.
     *
     * @param figure {@code all}, {@code checked}, {@code skipped}, {@code line.7.2}, {@code
     *     district.640104}, {@code industry.26}, {@code officer.3}, {@code in-time}, {@code late},
     *     {@code running} or {@code overdue}
     */
    public List<VisitFact> behind(Actor by, int year, String figure) {
        var figures = figures(by, year);
        var parts = figure.split("\\.", -1);
        return switch (parts[0]) {
            case "all" -> figures.visits();
            case "checked" -> those(figures, VisitFact::checked);
            case "skipped" -> those(figures, VisitFact::skipped);
            case "line" ->
                    figures.reached().stream()
                            .filter(it -> figure.equals("line." + it.line() + "." + it.quarter()))
                            .findFirst()
                            .map(Reached::visits)
                            .orElseThrow(Refusal::notFound);
            case "district" ->
                    those(figures, it -> it.checked() && figure.equals("district." + it.region()));
            case "industry" ->
                    those(
                            figures,
                            it ->
                                    it.checked()
                                            && figure.equals(
                                                    "industry."
                                                            + it.industry()
                                                                    .substring(0, DIVISION)));
            case "officer" ->
                    those(
                            figures,
                            it ->
                                    !it.skipped()
                                            && it.officers().stream()
                                                    .anyMatch(o -> figure.equals("officer." + o)));
            case "in-time" -> figures.publication().inTime();
            case "late" -> figures.publication().late();
            case "running" -> figures.publication().running();
            case "overdue" -> figures.publication().overdue();
            default -> throw Refusal.notFound();
        };
    }

    private static List<VisitFact> those(InspectionFigures figures, Predicate<VisitFact> which) {
        return figures.visits().stream().filter(which).toList();
    }
}
