package org.gongkai.opengov.inspections.plans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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
        var announced = register.carried(agency, version.plan());
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
                                        .map(
                                                it ->
                                                        due(
                                                                version,
                                                                line,
                                                                it,
                                                                owed,
                                                                seq(announced, line, it))))
                .sorted(
                        Comparator.comparing(DueDraw::dueBy)
                                .thenComparing(it -> it.line().position()))
                .toList();
    }

    private static @Nullable Long seq(List<CarriedDraw> of, PlanLine line, int quarter) {
        return of.stream()
                .filter(it -> it.line() == line.key() && it.quarter() == quarter)
                .map(CarriedDraw::seq)
                .findFirst()
                .orElse(null);
    }

    private static DueDraw due(
            PlanVersion version, PlanLine line, int quarter, PlanTerms owed, @Nullable Long seq) {
        return new DueDraw(
                version.plan(),
                version.number(),
                version.year(),
                line,
                quarter,
                owed.drawDue(version.year(), quarter),
                seq);
    }

    /**
     * What the plan in force says of this line and quarter today, whatever its year; empty if no
     * plan in force has a draw of it. Nothing is kept.
     */
    @Transactional(readOnly = true)
    public Optional<PlannedDraw> look(AgencyId agency, long line, int quarter) {
        return plans.inForceWith(agency, line)
                .filter(it -> hasDraw(it, line, quarter))
                .map(it -> drawn(null, it, line, quarter));
    }

    /** Whether a draw of this line and quarter was frozen and stands. */
    @Transactional(readOnly = true)
    public boolean isFrozen(long line, int quarter) {
        return register.standing(line, quarter).isPresent();
    }

    /** The counts that a ceremony froze, by stratum; none for one that has frozen none. */
    @Transactional(readOnly = true)
    public SortedMap<String, FrozenQuota> quotas(AgencyId agency, long seq) {
        return register.quotas(agency, seq);
    }

    /** The ceremonies that carry out the lines of a plan. */
    @Transactional(readOnly = true)
    public List<CarriedDraw> carried(AgencyId agency, long plan) {
        return register.carried(agency, plan);
    }

    private static boolean hasDraw(PlanVersion version, long line, int quarter) {
        return version.line(line).filter(it -> it.quarters().contains(quarter)).isPresent();
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
     * Freezes the counts of a draw, as the registers have them today; refused when it is frozen
     * already, or the plan in force has no such draw any more. Belongs to the transaction that
     * freezes the draw itself.
     *
     * @param seq the number of the ceremony
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public PlannedDraw freeze(Actor by, int year, long line, int quarter, long seq) {
        InspectionRights.mustKeep(by);
        plans.hold(inForce(by.agency(), year).plan());
        var version = inForce(by.agency(), year);
        if (!hasDraw(version, line, quarter)) {
            throw Refusal.notPossibleNow(List.of(), "inspections.plans.draw-gone");
        }
        if (register.standing(line, quarter).isPresent()) {
            throw Refusal.notPossibleNow(List.of(), "inspections.plans.frozen-before");
        }
        var today = LocalDate.now(clock);
        var looked = drawn(null, version, line, quarter);
        var id =
                register.freeze(
                        version, looked.line(), quarter, seq, today, by.person(), clock.instant());
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
                looked.strata());
    }

    /** The ceremony that froze this draw is void; it can be frozen again by another. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void voided(AgencyId agency, long seq, String reason) {
        register.voided(standing(agency, seq), reason, clock.instant());
    }

    /** The ceremony drew these. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void drawn(AgencyId agency, long seq, Collection<Long> units) {
        register.drawn(standing(agency, seq), units, clock.instant());
    }

    /** One that the ceremony drew is replaced by the next of the reserve. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replaced(AgencyId agency, long seq, long unit, long by) {
        var draw = standing(agency, seq);
        register.ended(draw, unit, clock.instant());
        register.drawn(draw, List.of(by), clock.instant());
    }

    private long standing(AgencyId agency, long seq) {
        return register.frozenBy(agency, seq).orElseThrow(Refusal::notFound);
    }

    private PlannedDraw drawn(@Nullable Long id, PlanVersion version, long key, int quarter) {
        var line =
                version.line(key)
                        .filter(it -> it.quarters().contains(quarter))
                        .orElseThrow(Refusal::notFound);
        var today = LocalDate.now(clock);
        var quotas = numbers.due(version.agency(), line, quarter, today);
        var strata = new ArrayList<Stratum>();
        numbers.pools(version, line, quotas, today)
                .forEach((quota, pool) -> strata.addAll(strata(line, quota, pool)));
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
                strata);
    }

    private static List<Stratum> strata(PlanLine line, FrozenQuota quota, DrawPool pool) {
        var classes =
                line.classes().stream()
                        .map(SupervisionClass::slug)
                        .collect(Collectors.joining("+"));
        var id = quota.grade() == null ? classes : classes + "-" + quota.grade();
        var first =
                new Stratum(id, quota, false, pool.fromWaiting(), pool.waiting(), pool.excluded());
        return pool.again().isEmpty()
                ? List.of(first)
                : List.of(
                        first,
                        new Stratum(
                                id + AGAIN, quota, true, pool.fromAgain(), pool.again(), Map.of()));
    }

    private PlanVersion inForce(AgencyId agency, int year) {
        return plans.inForce(agency, year)
                .orElseThrow(
                        () -> Refusal.notPossibleNow(List.of(), "inspections.plans.none-in-force"));
    }
}
