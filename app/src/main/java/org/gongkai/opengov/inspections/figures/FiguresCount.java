package org.gongkai.opengov.inspections.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gongkai.opengov.inspections.plans.Feasibility;
import org.gongkai.opengov.inspections.plans.FrozenQuota;
import org.gongkai.opengov.inspections.plans.PlanLine;
import org.gongkai.opengov.inspections.plans.PlanVersion;

/** Counts visits (统计计算): a pure function of plan, registers and visits. */
final class FiguresCount {
    private FiguresCount() {}

    /**
     * Each line and quarter; a visit counts for the first line it carries out, and once for a unit.
     */
    static List<Reached> reached(PlanVersion plan, Feasibility counts, List<VisitFact> visits) {
        var left = new ArrayList<>(visits);
        var reached = new ArrayList<Reached>();
        for (var line : plan.lines()) {
            for (int quarter : line.quarters()) {
                var of = of(line, quarter, left);
                left.removeAll(of);
                reached.add(
                        new Reached(
                                line.key(),
                                quarter,
                                register(counts, line, quarter),
                                counts.units(line.key(), quarter),
                                of));
            }
        }
        return reached;
    }

    private static List<VisitFact> of(PlanLine line, int quarter, List<VisitFact> visits) {
        return visits.stream().filter(it -> it.carriesOut(line, quarter)).toList();
    }

    private static int register(Feasibility counts, PlanLine line, int quarter) {
        return counts.counts().stream()
                .filter(it -> it.line() == line.key() && it.quarter() == quarter)
                .flatMap(it -> it.quotas().stream())
                .mapToInt(FrozenQuota::classRegister)
                .findFirst()
                .orElse(0);
    }

    /** Units inspected at least once, by what groups them; groups in the order of the register. */
    static List<Coverage> coverage(
            Map<String, Integer> register,
            List<VisitFact> visits,
            Function<VisitFact, String> group,
            Function<String, String> name) {
        var covered = new HashMap<String, Set<Long>>();
        visits.stream()
                .filter(VisitFact::checked)
                .forEach(
                        it ->
                                covered.computeIfAbsent(group.apply(it), _ -> new HashSet<>())
                                        .add(it.unit()));
        return register.entrySet().stream()
                .map(
                        it ->
                                new Coverage(
                                        it.getKey(),
                                        name.apply(it.getKey()),
                                        it.getValue(),
                                        covered.getOrDefault(it.getKey(), Set.of()).size()))
                .toList();
    }

    /** Each officer of the directory, most visits first. */
    static List<OfficerLoad> loads(Map<Long, String> officers, List<VisitFact> visits) {
        var assigned = new HashMap<Long, Integer>();
        var checked = new HashMap<Long, Integer>();
        for (var visit : visits) {
            for (var officer : visit.officers()) {
                assigned.merge(officer, visit.skipped() ? 0 : 1, Integer::sum);
                checked.merge(officer, visit.checked() ? 1 : 0, Integer::sum);
            }
        }
        return officers.entrySet().stream()
                .map(
                        it ->
                                new OfficerLoad(
                                        it.getKey(),
                                        it.getValue(),
                                        assigned.getOrDefault(it.getKey(), 0),
                                        checked.getOrDefault(it.getKey(), 0)))
                .sorted(
                        Comparator.comparingInt(OfficerLoad::visits)
                                .reversed()
                                .thenComparing(OfficerLoad::officer))
                .toList();
    }
}
