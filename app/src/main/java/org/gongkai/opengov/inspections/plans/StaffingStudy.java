package org.gongkai.opengov.inspections.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.opengov.inspections.plans.Feasibility.Bottleneck;
import org.gongkai.opengov.inspections.plans.Feasibility.QuarterLoad;
import org.gongkai.opengov.inspections.plans.Feasibility.SpecialityLoad;
import org.jspecify.annotations.Nullable;

/**
 * What one quarter asks of the officers (一个季度的人员测算).
 *
 * @param officers who can be sent on any day of it
 * @param lapsing whose certificate does not last through it
 * @param away who is on leave or seconded
 */
record StaffingStudy(
        int quarter, int seats, List<Inspector> officers, List<Long> lapsing, List<Long> away) {

    /**
     * What a line owes in this quarter.
     *
     * @param units how many are drawn
     * @param recused of its class the units that some officer keeps away from, with these officers
     */
    record Demand(
            long line, int units, @Nullable String speciality, Map<Long, Set<Long>> recused) {}

    QuarterLoad of(List<Demand> demands) {
        var visits = demands.stream().flatMap(it -> visits(it).stream()).toList();
        var answer = TeamMatching.of(officers, visits);
        return new QuarterLoad(
                quarter,
                visits.size(),
                answer.seats(),
                officers.stream().map(Inspector::officer).toList(),
                officers.stream().mapToInt(Inspector::cap).sum(),
                answer.filled(),
                lapsing,
                away,
                specialities(demands),
                unstaffable(demands),
                answer.complete() ? null : bottleneck(answer));
    }

    /** The hardest draw: first the units whom most of these officers must keep away from. */
    private List<VisitNeed> visits(Demand demand) {
        var visits = new ArrayList<VisitNeed>();
        demand.recused().entrySet().stream()
                .sorted(
                        Map.Entry.<Long, Set<Long>>comparingByValue(
                                        (one, other) -> Integer.compare(other.size(), one.size()))
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(demand.units())
                .forEach(it -> visits.add(visit(demand, it.getKey(), it.getValue())));
        while (visits.size() < demand.units()) {
            visits.add(visit(demand, null, Set.of()));
        }
        return visits;
    }

    private VisitNeed visit(Demand demand, @Nullable Long unit, Set<Long> recused) {
        return new VisitNeed(demand.line(), unit, seats, demand.speciality(), recused);
    }

    private List<SpecialityLoad> specialities(List<Demand> demands) {
        var wanted = new TreeMap<String, Integer>();
        for (var it : demands) {
            var speciality = it.speciality();
            if (speciality != null) {
                wanted.merge(speciality, it.units(), Integer::sum);
            }
        }
        return wanted.entrySet().stream()
                .map(
                        it -> {
                            var able = able(it.getKey());
                            var capacity = able.stream().mapToInt(Inspector::cap).sum();
                            return new SpecialityLoad(
                                    it.getKey(), it.getValue(), able.size(), capacity);
                        })
                .toList();
    }

    private List<Inspector> able(String speciality) {
        return officers.stream().filter(it -> it.specialities().contains(speciality)).toList();
    }

    /** With too few officers left, or nobody left who can do what is special. */
    private List<Long> unstaffable(List<Demand> demands) {
        return demands.stream()
                .filter(it -> it.units() > 0)
                .flatMap(it -> unstaffable(it).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<Long> unstaffable(Demand demand) {
        var all = ids(officers);
        var speciality = demand.speciality();
        var able = speciality == null ? all : ids(able(speciality));
        return demand.recused().entrySet().stream()
                .filter(it -> left(all, it.getValue()) < seats || left(able, it.getValue()) < 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<Long> ids(List<Inspector> officers) {
        return officers.stream().map(Inspector::officer).collect(Collectors.toSet());
    }

    private static long left(Set<Long> officers, Set<Long> recused) {
        return officers.size() - recused.stream().filter(officers::contains).count();
    }

    private static Bottleneck bottleneck(TeamMatching.Answer answer) {
        var tight = answer.tight();
        return new Bottleneck(
                tight.stream().map(VisitNeed::line).distinct().toList(),
                tight.size(),
                answer.seats() - answer.filled(),
                answer.few().stream().sorted().toList(),
                tight.stream().map(VisitNeed::unit).filter(Objects::nonNull).sorted().toList());
    }
}
