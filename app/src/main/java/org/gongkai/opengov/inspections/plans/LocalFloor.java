package org.gongkai.opengov.inspections.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.opengov.inspections.LocalRules;
import org.gongkai.opengov.inspections.LocalRules.Span;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.jspecify.annotations.Nullable;

/**
 * What the local rules ask of a class at least, and what a plan owes of it (与实施细则对照): ratios of 环办
 * 〔2015〕88号 and, of ordinary units, so many for each officer in post, the larger of both.
 *
 * <p>Lines about one class alone count; how the units of a line about several fall to each is not
 * known before the draw.
 *
 * @param quarter null for what is asked of the year
 * @param register units of the class
 * @param asked what the rules ask for
 * @param planned what the lines owe
 */
public record LocalFloor(
        SupervisionClass of, @Nullable Integer quarter, int register, int asked, int planned) {
    private static final int QUARTERS = 4;

    /** Whether the plan reaches what is asked. */
    public boolean met() {
        return planned >= asked;
    }

    /** Each class of which something is asked, quarter by quarter where a ratio is meant so. */
    static List<LocalFloor> of(
            PlanVersion version,
            Feasibility counts,
            LocalRules rules,
            Map<SupervisionClass, Integer> register) {
        var floors = new ArrayList<LocalFloor>();
        for (var of : SupervisionClass.values()) {
            int units = register.getOrDefault(of, 0);
            var ratio = rules.ratio(of);
            if (ratio.span() == Span.QUARTER && ratio.percent() > 0) {
                for (int quarter = 1; quarter <= QUARTERS; quarter++) {
                    floors.add(
                            new LocalFloor(
                                    of,
                                    quarter,
                                    units,
                                    ratio.of(units),
                                    planned(version, counts, of, quarter)));
                }
            }
            var year = ofYear(of, units, counts.officersInPost(), rules);
            if (year > 0) {
                floors.add(
                        new LocalFloor(of, null, units, year, planned(version, counts, of, null)));
            }
        }
        return floors;
    }

    private static int ofYear(SupervisionClass of, int units, int officers, LocalRules rules) {
        var ratio = rules.ratio(of);
        var byRatio = ratio.span() == Span.YEAR ? ratio.of(units) : 0;
        var byHead =
                of == SupervisionClass.ORDINARY
                        ? new QuotaFormula.PerOfficer(rules.perOfficer()).wanted(units, officers)
                        : 0;
        return Math.max(byRatio, byHead);
    }

    private static int planned(
            PlanVersion version,
            Feasibility counts,
            SupervisionClass of,
            @Nullable Integer quarter) {
        return version.lines().stream()
                .filter(it -> it.classes().equals(Set.of(of)))
                .mapToInt(
                        it ->
                                quarter == null
                                        ? counts.units(it.key())
                                        : counts.units(it.key(), quarter))
                .sum();
    }
}
