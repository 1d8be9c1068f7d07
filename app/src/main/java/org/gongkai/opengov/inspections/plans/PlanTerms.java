package org.gongkai.opengov.inspections.plans;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;

/**
 * By when plan and draws are owed (计划期限设置): no law fixes it, so each agency sets it, by date and
 * with its source. Our defaults: the plan by the end of March, each quarter's draw within its first
 * month (ADR 0238).
 *
 * @param from the first day these terms hold
 * @param planBy the last day for the plan of the year
 * @param drawMonth within which month of the quarter its draw is owed, 1 to 3
 * @param officerCap most visits of one officer in a quarter, for new plans
 */
public record PlanTerms(
        LocalDate from, String source, MonthDay planBy, int drawMonth, int officerCap) {
    static final PlanTerms USUAL =
            new PlanTerms(LocalDate.of(2015, 1, 1), "", MonthDay.of(3, 31), 1, 60);

    private static final int MONTHS = 3;

    /** The last day for the plan of this year. */
    public LocalDate planDue(int year) {
        return planBy.atYear(year);
    }

    /** The last day for the draw of this quarter. */
    public LocalDate drawDue(int year, int quarter) {
        return YearMonth.of(year, (quarter - 1) * MONTHS + drawMonth).atEndOfMonth();
    }

    /** The quarter of a day, from 1. */
    public static int quarterOf(LocalDate day) {
        return (day.getMonthValue() + MONTHS - 1) / MONTHS;
    }

    /** The first day of a quarter. */
    static LocalDate firstDay(int year, int quarter) {
        return LocalDate.of(year, (quarter - 1) * MONTHS + 1, 1);
    }

    /** The last day of a quarter. */
    static LocalDate lastDay(int year, int quarter) {
        return YearMonth.of(year, quarter * MONTHS).atEndOfMonth();
    }
}
