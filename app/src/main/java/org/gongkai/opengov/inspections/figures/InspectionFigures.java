package org.gongkai.opengov.inspections.figures;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.inspections.plans.PlanVersion;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a year (年度统计).
 *
 * @param plan the plan in force; null where there is none
 * @param reached each line and quarter with what was reached
 * @param visits every drawn visit of the year that is no secret
 */
public record InspectionFigures(
        int year,
        LocalDate asOf,
        @Nullable PlanVersion plan,
        List<Reached> reached,
        List<Coverage> districts,
        List<Coverage> industries,
        Publication publication,
        List<OfficerLoad> officers,
        List<VisitFact> visits) {
    public InspectionFigures {
        reached = List.copyOf(reached);
        districts = List.copyOf(districts);
        industries = List.copyOf(industries);
        officers = List.copyOf(officers);
        visits = List.copyOf(visits);
    }

    /** How many were inspected. */
    public long checked() {
        return visits.stream().filter(VisitFact::checked).count();
    }

    /** How many were left out for a reason. */
    public long skipped() {
        return visits.stream().filter(VisitFact::skipped).count();
    }

    /** The largest load less the smallest, among those in the directory. */
    public int spread() {
        var loads = officers.stream().mapToInt(OfficerLoad::visits).summaryStatistics();
        return officers.isEmpty() ? 0 : loads.getMax() - loads.getMin();
    }
}
