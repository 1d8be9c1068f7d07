package org.gongkai.platform.calendar;

import java.time.LocalDate;

/**
 * The deadline of an agency in the region (本区机关的期限): by the national and by the regional calendar.
 *
 * <p>工作日 is not defined in the law, and on a regional festival the agency is shut. Our reading (ADR
 * 0020): it is warned by the earlier day and in breach only after the later one.
 */
public record AgencyDeadline(LocalDate national, LocalDate regional, boolean provisional) {

    /** The deadline of a period that starts on this day. */
    public static AgencyDeadline of(
            Period period, LocalDate start, WorkingCalendar national, WorkingCalendar regional) {
        var byNation = period.lastDay(start, national);
        var byRegion = period.lastDay(start, regional);
        return new AgencyDeadline(
                byNation, byRegion, isProvisional(start, byNation, byRegion, national, regional));
    }

    /** The day to hold: the earlier one. */
    public LocalDate warnBy() {
        return national.isBefore(regional) ? national : regional;
    }

    /** The last day in time: the later one. */
    public LocalDate lastDay() {
        return national.isAfter(regional) ? national : regional;
    }

    /** Whether something done on this day is late. */
    public boolean isBreachedBy(LocalDate doneOn) {
        return doneOn.isAfter(lastDay());
    }

    /** Whether the two calendars give different days. */
    public boolean differs() {
        return !national.equals(regional);
    }

    private static boolean isProvisional(
            LocalDate start,
            LocalDate byNation,
            LocalDate byRegion,
            WorkingCalendar national,
            WorkingCalendar regional) {
        return national.anyProvisional(start, byNation) || regional.anyProvisional(start, byRegion);
    }
}
