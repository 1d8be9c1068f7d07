package org.gongkai.opengov.inspections.figures;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.inspections.PermitClass;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.opengov.inspections.plans.PlanLine;
import org.gongkai.opengov.inspections.plans.PlanTerms;
import org.jspecify.annotations.Nullable;

/**
 * What figures count of a visit that was drawn (抽查任务事实): nothing of one whose list is still secret.
 *
 * @param task the task, by id
 * @param number the task's number
 * @param unit the unit, by id
 * @param unitName its name
 * @param region of the unit, GB/T 2260
 * @param industry of the unit, GB/T 4754
 * @param item the item, by id
 * @param releasedOn the first day of the visits
 * @param checkedOn the day on which it was inspected; null while it was not
 * @param skipped whether it was left out for a reason
 * @param publicOn the day on which the result became public; null while it is not
 * @param officers who went or go, by id
 * @param carried what its draw carries out of the plan; null where its draw says nothing of a plan
 */
public record VisitFact(
        long task,
        String number,
        long unit,
        String unitName,
        String region,
        String industry,
        SupervisionClass supervision,
        PermitClass permit,
        long item,
        LocalDate releasedOn,
        @Nullable LocalDate checkedOn,
        boolean skipped,
        @Nullable LocalDate publicOn,
        List<Long> officers,
        @Nullable Carried carried) {
    public VisitFact {
        officers = List.copyOf(officers);
    }

    /**
     * What a draw carries out.
     *
     * @param line the line of the plan, by key; null for a draw outside the plan
     * @param quarter of that line; 0 outside the plan
     */
    public record Carried(@Nullable Long line, int quarter) {}

    /** The same, of which nothing is public. */
    VisitFact unpublished() {
        return new VisitFact(
                task,
                number,
                unit,
                unitName,
                region,
                industry,
                supervision,
                permit,
                item,
                releasedOn,
                checkedOn,
                skipped,
                null,
                officers,
                carried);
    }

    /** Whether it was inspected. */
    public boolean checked() {
        return checkedOn != null;
    }

    /** The quarter its visits began in. */
    public int quarter() {
        return PlanTerms.quarterOf(releasedOn);
    }

    /**
     * Whether it carries out this line in this quarter: as its draw says; where that says nothing,
     * by an item of the line at a unit of its class, which counts as it is today.
     */
    boolean carriesOut(PlanLine line, int ofQuarter) {
        if (carried != null) {
            return carried.equals(new Carried(line.key(), ofQuarter));
        }
        return quarter() == ofQuarter
                && line.items().contains(item)
                && line.classes().contains(supervision)
                && (line.permitClasses().isEmpty() || line.permitClasses().contains(permit))
                && startsWithAny(industry, line.industries())
                && startsWithAny(region, line.regions());
    }

    private static boolean startsWithAny(String code, List<String> beginnings) {
        return beginnings.isEmpty() || beginnings.stream().anyMatch(code::startsWith);
    }
}
