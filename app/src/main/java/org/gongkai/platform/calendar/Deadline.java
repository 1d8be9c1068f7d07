package org.gongkai.platform.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A deadline in working days that explains itself (期限及其计算过程): each day from the day after {@code
 * from} to the due day, counted or not, and why.
 */
public record Deadline(
        CalendarCode calendar,
        String calendarVersion,
        LocalDate from,
        int workingDays,
        LocalDate due,
        List<CalendarDay> days,
        List<Assumption> assumptions) {

    /** From this day of December on a day may be named by the next year's notice. */
    private static final int YEAR_END = 25;

    public Deadline {
        days = List.copyOf(days);
        assumptions = List.copyOf(assumptions);
    }

    /** Counts so many working days, none or more, from the day after {@code from}. */
    public static Deadline count(LocalDate from, int workingDays, WorkingCalendar calendar) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("Days are explained forwards: " + workingDays);
        }
        var due = calendar.dueAfter(from, workingDays);
        var days = from.plusDays(1).datesUntil(due.plusDays(1)).map(calendar::day).toList();
        return new Deadline(
                calendar.code(),
                calendar.version(),
                from,
                workingDays,
                due,
                days,
                assumptions(days, calendar));
    }

    /** Whether a notice still to come may move it. */
    public boolean provisional() {
        return days.stream().anyMatch(CalendarDay::provisional);
    }

    /** Whether something done on this day is late. */
    public boolean isMissedBy(LocalDate doneOn) {
        return doneOn.isAfter(due);
    }

    private static List<Assumption> assumptions(List<CalendarDay> days, WorkingCalendar calendar) {
        var known = calendar.knownYears();
        var years = new TreeSet<Integer>();
        days.stream()
                .filter(CalendarDay::provisional)
                .forEach(it -> years.add(it.date().getYear()));
        var national =
                years.stream()
                        .filter(it -> !known.national().contains(it))
                        .map(it -> new Assumption(Assumption.Kind.NATIONAL_NOTICE_UNKNOWN, it));
        var regional =
                years.stream()
                        .filter(it -> calendar.code() == CalendarCode.NX)
                        .filter(it -> !known.regional().contains(it))
                        .map(it -> new Assumption(Assumption.Kind.REGIONAL_NOTICE_UNKNOWN, it));
        return Stream.of(national, regional, yearEnds(days, known))
                .flatMap(it -> it)
                .distinct()
                .toList();
    }

    private static Stream<Assumption> yearEnds(List<CalendarDay> days, KnownYears known) {
        return days.stream()
                .map(CalendarDay::date)
                .filter(it -> it.getMonth() == Month.DECEMBER && it.getDayOfMonth() >= YEAR_END)
                .map(LocalDate::getYear)
                .filter(it -> known.national().contains(it))
                .filter(it -> !known.national().contains(it + 1))
                .map(it -> new Assumption(Assumption.Kind.YEAR_END_MAY_CHANGE, it));
    }
}
