package org.gongkai.platform.calendar;

import java.time.LocalDate;
import java.util.List;

/** A year of a calendar, day by day (年历). */
public record CalendarYear(
        int year,
        CalendarCode calendar,
        String version,
        boolean provisional,
        List<CalendarDay> days) {
    public CalendarYear {
        days = List.copyOf(days);
    }

    static CalendarYear of(int year, WorkingCalendar calendar) {
        var days =
                LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year, 1, 1).plusYears(1))
                        .map(calendar::day)
                        .toList();
        return new CalendarYear(
                year,
                calendar.code(),
                calendar.version(),
                days.stream().anyMatch(CalendarDay::provisional),
                days);
    }

    /** How many working days it has. */
    public int workingDays() {
        return (int) days.stream().filter(CalendarDay::counted).count();
    }

    /** The days of one month, 1 to 12. */
    public List<CalendarDay> month(int month) {
        return days.stream().filter(it -> it.date().getMonthValue() == month).toList();
    }
}
