package org.gongkai.opengov.inspections.plans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.opengov.inspections.plans.PlannedDraw.Stratum;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The draws that the plan in force owes (计划内抽取): which are due, what each draws from, and what
 * became of it. The ceremony freezes, draws and amends; here it is told to the plan, in the same
 * transaction.
 */
@Service
public class PlannedDraws {
    /** Ends the name of a stratum of those drawn before in the year. */
    private static final String AGAIN = "-again";

    private final Plans plans;
    private final PlanNumbers numbers;
    private final DrawRegister register;
    private final PlanTermsBook terms;
    private final Clock clock;

    PlannedDraws(
            Plans plans,
            PlanNumbers numbers,
            DrawRegister register,
            PlanTermsBook terms,
            Clock clock) {
        this.plans = plans;
        this.numbers = numbers;
        this.register = register;
        this.terms = terms;
        this.clock = clock;
    }

    /** What is due on this day: of this quarter and, if it was missed, of those before. */
    @Transactional(readOnly = true)
    public List<DueDraw> due(AgencyId agency, LocalDate today) {
        var version = plans.inForce(agency, today.getYear()).orElse(null);
        if (version == null) {
            return List.of();
        }
        var frozen = register.quartersFrozen(version.plan());
        var now = PlanTerms.quarterOf(today);
        var owed = terms.on(agency, today);
        return version.lines().stream()
                .flatMap(
                        line ->
                                line.quarters().headSet(now + 1).stream()
                                        .filter(
                                                it ->
                                                        !frozen.getOrDefault(line.key(), List.of())
                                                                .contains(it))
                                        .map(it -> due(version, line, it, owed)))
                .sorted(
                        Comparator.comparing(DueDraw::dueBy)
                                .thenComparing(it -> it.line().position()))
                .toList();
    }

    private static DueDraw due(PlanVersion version, PlanLine line, int quarter, PlanTerms owed) {
        return new DueDraw(
                version.plan(),
                version.number(),
                version.year(),
                line,
                quarter,
                owed.drawDue(version.year(), quarter));
    }

    /** What the draw of a line and quarter would draw from today; nothing is kept. */
    @Transactional(readOnly = true)
    public PlannedDraw preview(AgencyId agency, int year, long line, int quarter) {
        return drawn(null, inForce(agency, year), line, quarter);
    }

    /** The same for a version that need not be in force. */
    PlannedDraw look(PlanVersion version, long line, int quarter) {
        return drawn(null, version, line, quarter);
    }

    /**
     * Freezes the counts of a draw; refused when it is frozen already. Belongs to the transaction
     * that freezes the draw itself.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public PlannedDraw freeze(Actor by, int year, long line, int quarter) {
        InspectionRights.mustKeep(by);
        var version = inForce(by.agency(), year);
        plans.hold(version.plan());
        if (register.standing(line, quarter).isPresent()) {
            throw Refusal.notPossibleNow(List.of(), "inspections.plans.frozen-before");
        }
        var today = LocalDate.now(clock);
        var looked = drawn(null, version, line, quarter);
        var id =
                register.freeze(
                        version, looked.line(), quarter, today, by.person(), clock.instant());
        looked.strata().stream()
                .filter(it -> !it.again())
                .forEach(it -> register.add(id, it.id(), it.quota()));
        return new PlannedDraw(
                id,
                looked.plan(),
                looked.version(),
                looked.year(),
                looked.line(),
                looked.quarter(),
                looked.asOf(),
                looked.seats(),
                looked.officerCap(),
                looked.speciality(),
                looked.strata(),
                looked.excluded());
    }

    /** The draw is void; it can be frozen again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void voided(AgencyId agency, long draw, String reason) {
        if (!register.voided(agency, draw, reason, clock.instant())) {
            throw Refusal.notFound();
        }
    }

    /** These were drawn. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void drawn(AgencyId agency, long draw, Collection<Long> units) {
        if (!register.stands(agency, draw)) {
            throw Refusal.notFound();
        }
        register.drawn(draw, units, clock.instant());
    }

    /** One that was drawn is replaced by the next of the reserve. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replaced(AgencyId agency, long draw, long unit, long by) {
        if (!register.stands(agency, draw)) {
            throw Refusal.notFound();
        }
        register.ended(draw, unit, clock.instant());
        register.drawn(draw, List.of(by), clock.instant());
    }

    private PlannedDraw drawn(@Nullable Long id, PlanVersion version, long key, int quarter) {
        var line =
                version.line(key)
                        .filter(it -> it.quarters().contains(quarter))
                        .orElseThrow(Refusal::notFound);
        var today = LocalDate.now(clock);
        var quotas = numbers.due(version.agency(), line, quarter, today);
        var strata = new ArrayList<Stratum>();
        var excluded = new TreeMap<Long, Exclusion>();
        numbers.pools(version, line, quotas, today)
                .forEach(
                        (quota, pool) -> {
                            strata.addAll(strata(line, quota, pool));
                            excluded.putAll(pool.excluded());
                        });
        return new PlannedDraw(
                id,
                version.plan(),
                version.number(),
                version.year(),
                line,
                quarter,
                today,
                version.settings().seats(),
                version.settings().officerCap(),
                numbers.speciality(version.agency(), line),
                strata,
                excluded);
    }

    private static List<Stratum> strata(PlanLine line, FrozenQuota quota, DrawPool pool) {
        var classes =
                line.classes().stream()
                        .map(SupervisionClass::slug)
                        .collect(Collectors.joining("+"));
        var id = quota.grade() == null ? classes : classes + "-" + quota.grade();
        var first = new Stratum(id, quota, false, pool.fromWaiting(), pool.waiting());
        return pool.again().isEmpty()
                ? List.of(first)
                : List.of(
                        first,
                        new Stratum(id + AGAIN, quota, true, pool.fromAgain(), pool.again()));
    }

    private PlanVersion inForce(AgencyId agency, int year) {
        return plans.inForce(agency, year)
                .orElseThrow(
                        () -> Refusal.notPossibleNow(List.of(), "inspections.plans.none-in-force"));
    }

    /** How many of each line and quarter were frozen: line, then quarters. */
    Map<Long, List<Integer>> frozen(long plan) {
        return register.quartersFrozen(plan);
    }
}
