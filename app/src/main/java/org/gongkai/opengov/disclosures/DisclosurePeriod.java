package org.gongkai.opengov.disclosures;

import java.time.LocalDate;
import org.gongkai.platform.calendar.ReminderLevel;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * By when information that must be public is published (主动公开期限).
 *
 * <p>《政府信息公开条例》 (Order No. 711, in force 2019-05-15), art. 26: within 20 working days from the day
 * the information was formed or changed, unless law or regulation sets another term. The day of
 * forming itself is not counted.
 */
public record DisclosurePeriod(LocalDate formedOn) {
    static final int WORKING_DAYS = 20;

    /**
     * The last day on which publication is in time; null where the calendar does not reach: for a
     * historical paper (历史规划) it passed long ago.
     */
    public @Nullable LocalDate lastDay(WorkingCalendar calendar) {
        return WorkingCalendar.reaches(formedOn) && WorkingCalendar.reaches(formedOn.plusYears(1))
                ? calendar.dueAfter(formedOn, WORKING_DAYS)
                : null;
    }

    /** How it stands: published on that day, or on {@code today} not yet published. */
    public ClockStanding standing(
            @Nullable LocalDate publishedOn, LocalDate today, WorkingCalendar calendar) {
        boolean late = isLate(publishedOn, today, calendar);
        if (publishedOn != null) {
            return late ? ClockStanding.PUBLISHED_LATE : ClockStanding.PUBLISHED_IN_TIME;
        }
        if (late) {
            return ClockStanding.LATE;
        }
        var lastDay = lastDay(calendar);
        return lastDay == null || ReminderLevel.on(today, lastDay, calendar) == ReminderLevel.NONE
                ? ClockStanding.IN_TIME
                : ClockStanding.DUE_SOON;
    }

    /** Whether publication on {@code publishedOn}, or none until {@code today}, is late. */
    public boolean isLate(
            @Nullable LocalDate publishedOn, LocalDate today, WorkingCalendar calendar) {
        var day = publishedOn == null ? today : publishedOn;
        var lastDay = lastDay(calendar);
        return lastDay == null ? formedOn.isBefore(day.minusYears(1)) : day.isAfter(lastDay);
    }
}
