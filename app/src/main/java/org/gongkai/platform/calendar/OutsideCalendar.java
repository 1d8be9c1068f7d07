package org.gongkai.platform.calendar;

import java.time.LocalDate;

/** A day was asked for that no calendar reaches (超出日历范围): before 2014 or after 2100. */
public final class OutsideCalendar extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    OutsideCalendar(LocalDate day, int workingDays) {
        super(
                "The calendar has %s to %s; asked for %s and %d working days"
                        .formatted(
                                WorkingCalendar.FIRST_DAY,
                                WorkingCalendar.LAST_DAY,
                                day,
                                workingDays));
    }
}
