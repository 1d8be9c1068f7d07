package org.gongkai.opengov.inspections.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.opengov.inspections.LocalRulesBook;
import org.gongkai.opengov.inspections.OfficerState;
import org.gongkai.opengov.inspections.RiskClass;
import org.gongkai.opengov.inspections.plans.Feasibility.LineCount;
import org.gongkai.opengov.inspections.plans.Feasibility.QuarterLoad;
import org.gongkai.opengov.inspections.registers.EnforcementOfficer;
import org.gongkai.opengov.inspections.registers.EnforcementOfficers;
import org.gongkai.opengov.inspections.registers.InspectionItem;
import org.gongkai.opengov.inspections.registers.InspectionItems;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what a plan owes and what that asks of the officers, from the registers (计划测算). */
@Component
class PlanNumbers {
    private static final int QUARTERS = 4;

    private final ClassRegister classes;
    private final EnforcementOfficers officers;
    private final InspectionItems items;
    private final DrawRegister draws;
    private final LocalRulesBook rules;

    PlanNumbers(
            ClassRegister classes,
            EnforcementOfficers officers,
            InspectionItems items,
            DrawRegister draws,
            LocalRulesBook rules) {
        this.classes = classes;
        this.officers = officers;
        this.items = items;
        this.draws = draws;
        this.rules = rules;
    }

    /** The numbers of a version, on the registers of this day. */
    Feasibility of(PlanVersion version, LocalDate day) {
        var agency = version.agency();
        var counts = new ArrayList<LineCount>();
        version.lines().forEach(it -> counts.addAll(counts(agency, it, day)));
        var quarters = new ArrayList<QuarterLoad>();
        for (int quarter = 1; quarter <= QUARTERS; quarter++) {
            load(version, quarter, day, counts).ifPresent(quarters::add);
        }
        return new Feasibility(day, inPost(agency, day), counts, quarters);
    }

    /** What was computed, with the counts of the draws that were frozen since then. */
    Feasibility frozen(Feasibility computed) {
        return new Feasibility(
                computed.asOf(),
                computed.officersInPost(),
                computed.counts().stream().map(this::frozen).toList(),
                computed.quarters());
    }

    private LineCount frozen(LineCount count) {
        return draws.standing(count.line(), count.quarter())
                .map(it -> new LineCount(count.line(), count.quarter(), true, draws.quotas(it)))
                .orElse(count);
    }

    /** What was computed, held against the local rules of that day. */
    List<LocalFloor> floors(PlanVersion version, Feasibility counts) {
        return LocalFloor.of(
                version,
                counts,
                rules.on(version.agency(), counts.asOf()),
                classes.bySupervision(version.agency(), counts.asOf()));
    }

    /** What a line owes in a quarter, when its draw is frozen on this day. */
    List<FrozenQuota> due(AgencyId agency, PlanLine line, int quarter, LocalDate day) {
        return rule(agency, line, day)
                .due(
                        register(agency, line, day),
                        line.turn(quarter),
                        draws.drawnBefore(line.key(), quarter));
    }

    /** What the first officer of each visit must be able to do; null for nothing special. */
    @Nullable String speciality(AgencyId agency, PlanLine line) {
        return line.items().stream()
                .flatMap(it -> items.find(agency, it).stream())
                .map(InspectionItem::need)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /**
     * In post, of whom numbers by head are counted: in the directory and not seconded (ADR 0235).
     */
    private int inPost(AgencyId agency, LocalDate day) {
        return (int)
                officers.on(agency, day).stream()
                        .filter(it -> it.state() != OfficerState.SECONDED)
                        .count();
    }

    private QuotaRule rule(AgencyId agency, PlanLine line, LocalDate day) {
        return new QuotaRule(
                line.formula(), line.graded() ? RiskMultipliers.of(rules.on(agency, day)) : null);
    }

    private QuotaRule.Register register(AgencyId agency, PlanLine line, LocalDate day) {
        return new QuotaRule.Register(classes.counts(agency, line, day), inPost(agency, day), day);
    }

    /** Quarter by quarter; what is not drawn yet is taken to be drawn as owed. */
    private List<LineCount> counts(AgencyId agency, PlanLine line, LocalDate day) {
        var rule = rule(agency, line, day);
        var register = register(agency, line, day);
        var drawn = new EnumMap<RiskClass, Integer>(RiskClass.class);
        var counts = new ArrayList<LineCount>();
        for (int quarter : line.quarters()) {
            var frozen = draws.standing(line.key(), quarter);
            var quotas =
                    frozen.map(draws::quotas)
                            .orElseGet(() -> rule.due(register, line.turn(quarter), drawn));
            counts.add(new LineCount(line.key(), quarter, frozen.isPresent(), quotas));
            var actual = draws.drawnIn(line.key(), quarter);
            if (actual.isEmpty()) {
                quotas.forEach(it -> drawn.merge(gradeOf(it), it.count(), Integer::sum));
            } else {
                actual.forEach((grade, units) -> drawn.merge(grade, units, Integer::sum));
            }
        }
        return counts;
    }

    /** Of a class that is not graded only the sum counts. */
    private static RiskClass gradeOf(FrozenQuota quota) {
        return Objects.requireNonNullElse(quota.grade(), RiskClass.B);
    }

    private Optional<QuarterLoad> load(
            PlanVersion version, int quarter, LocalDate day, List<LineCount> counts) {
        var demands =
                counts.stream()
                        .filter(it -> it.quarter() == quarter && !it.frozen())
                        .map(it -> demand(version, it, day))
                        .toList();
        return demands.isEmpty()
                ? Optional.empty()
                : Optional.of(study(version, quarter, day).of(demands));
    }

    private StaffingStudy.Demand demand(PlanVersion version, LineCount count, LocalDate day) {
        var line = version.line(count.line()).orElseThrow();
        var from = PlanTerms.firstDay(version.year(), count.quarter());
        var to = PlanTerms.lastDay(version.year(), count.quarter());
        return new StaffingStudy.Demand(
                line.key(),
                count.units(),
                speciality(version.agency(), line),
                classes.recused(version.agency(), line, day, from, to));
    }

    private StaffingStudy study(PlanVersion version, int quarter, LocalDate day) {
        var until = PlanTerms.lastDay(version.year(), quarter);
        var able = new ArrayList<Inspector>();
        var lapsing = new ArrayList<Long>();
        var away = new ArrayList<Long>();
        for (var it : officers.on(version.agency(), day)) {
            if (it.state() != OfficerState.ON_DUTY) {
                away.add(it.id());
            } else if (it.certificateValidTo().isBefore(until)) {
                lapsing.add(it.id());
            } else {
                able.add(inspector(it, version.settings().officerCap()));
            }
        }
        return new StaffingStudy(quarter, version.settings().seats(), able, lapsing, away);
    }

    private static Inspector inspector(EnforcementOfficer it, int cap) {
        return new Inspector(it.id(), new HashSet<>(it.specialities()), cap);
    }

    /** The pools of a draw on this day, one for each count. */
    Map<FrozenQuota, DrawPool> pools(
            PlanVersion version, PlanLine line, List<FrozenQuota> quotas, LocalDate day) {
        var candidates = classes.candidates(version.agency(), line, version.year(), day);
        var pools = new LinkedHashMap<FrozenQuota, DrawPool>();
        for (var quota : quotas) {
            var stratum =
                    candidates.stream()
                            .filter(it -> quota.grade() == null || it.grade() == quota.grade())
                            .toList();
            var repeats = quota.grade() == RiskClass.D && !quota.formula().yearly();
            pools.put(
                    quota,
                    DrawPool.of(stratum, quota.count(), repeats, version.settings().yearlyCap()));
        }
        return pools;
    }
}
