package org.gongkai.platform.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day with all that is known of it (日期及其依据).
 *
 * @param festival the festival as the notice names it, null where none does
 * @param legalHoliday the holiday of the law, where no notice is known and the law alone frees the
 *     day
 * @param notice the notice that decides the day, null where none does
 * @param provisional whether a notice still to come may change the day
 */
public record CalendarDay(
        LocalDate date,
        DayReason reason,
        @Nullable String festival,
        @Nullable Festival legalHoliday,
        @Nullable HolidayNotice notice,
        boolean provisional) {

    /** Whether the day counts as a working day. */
    public boolean counted() {
        return reason.counted();
    }
}
