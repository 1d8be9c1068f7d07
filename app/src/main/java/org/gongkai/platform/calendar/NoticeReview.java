package org.gongkai.platform.calendar;

import java.util.List;

/**
 * What a notice would change (登记前核对): nothing is entered yet.
 *
 * @param notice the notice as it would be entered; of a whole year that is already known only the
 *     days that differ
 * @param changes the days whose reason would change, before and after
 * @param repeated how many days of the list say what is known already
 * @param workingDaysBefore how many working days the year has now
 * @param fingerprint to be given back on entering: stands for this notice and this state of the
 *     register
 */
public record NoticeReview(
        HolidayNotice notice,
        List<DayChange> changes,
        int repeated,
        int workingDaysBefore,
        int workingDaysAfter,
        String fingerprint) {
    public NoticeReview {
        changes = List.copyOf(changes);
    }

    /** A day before and after (变动日期). */
    public record DayChange(CalendarDay before, CalendarDay after) {

        /** Whether the day changes from a working day to a day off or back. */
        public boolean changesCount() {
            return before.counted() != after.counted();
        }
    }
}
