package org.gongkai.opengov.inspections.plans;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A draw the plan in force owes (应抽取): of this line, for this quarter.
 *
 * @param dueBy the last day for it
 * @param seq the ceremony that was announced for it and has not frozen its lists yet; null for none
 */
public record DueDraw(
        long plan,
        int version,
        int year,
        PlanLine line,
        int quarter,
        LocalDate dueBy,
        @Nullable Long seq) {

    /** Whether the day has passed. */
    public boolean isLate(LocalDate today) {
        return dueBy.isBefore(today);
    }
}
