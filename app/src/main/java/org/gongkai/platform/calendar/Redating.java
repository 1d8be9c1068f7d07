package org.gongkai.platform.calendar;

import java.time.LocalDate;

/**
 * A deadline before and after the calendar changed (期限重算): both days are kept, each with the
 * version it was counted by.
 */
public record Redating(LocalDate was, String wasVersion, LocalDate is, String isVersion) {

    /** The period counted by the older and by the newer calendar. */
    public static Redating of(
            Period period, LocalDate start, WorkingCalendar older, WorkingCalendar newer) {
        return new Redating(
                period.lastDay(start, older),
                older.version(),
                period.lastDay(start, newer),
                newer.version());
    }

    /** Whether the change moved the deadline. */
    public boolean moved() {
        return !was.equals(is);
    }
}
