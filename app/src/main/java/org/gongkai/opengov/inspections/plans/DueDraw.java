package org.gongkai.opengov.inspections.plans;

import java.time.LocalDate;

/**
 * A draw the plan in force owes (应抽取): of this line, for this quarter.
 *
 * @param dueBy the last day for it
 */
public record DueDraw(
        long plan, int version, int year, PlanLine line, int quarter, LocalDate dueBy) {}
