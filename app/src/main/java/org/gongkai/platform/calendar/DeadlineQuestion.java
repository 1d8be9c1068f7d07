package org.gongkai.platform.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks the deadline calculator (期限测算): from when, how many working days, by which
 * calendar.
 *
 * @param asKnownOn counts by what was known on this day; null for all that is known
 */
public record DeadlineQuestion(
        LocalDate from, int workingDays, CalendarCode calendar, @Nullable LocalDate asKnownOn) {

    /** The longest period that is explained. */
    public static final int MOST = 400;

    /** The last day to count from, so that the longest period still ends inside the calendar. */
    static final LocalDate LAST_START = WorkingCalendar.LAST_DAY.minusYears(2);

    /** Reads what was typed; refuses it with all that is wrong at once. */
    public static DeadlineQuestion read(
            @Nullable String from,
            @Nullable String workingDays,
            @Nullable String calendar,
            @Nullable String asKnownOn) {
        var reading = new Reading(new ArrayList<>());
        var start = reading.start(text(from));
        var days = reading.days(text(workingDays));
        var code = reading.calendar(text(calendar));
        var known = text(asKnownOn).isEmpty() ? null : reading.day("asKnownOn", text(asKnownOn));
        if (!reading.problems().isEmpty() || start == null || days == null || code == null) {
            throw Refusal.invalid(reading.problems());
        }
        return new DeadlineQuestion(start, days, code, known);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private record Reading(List<FieldProblem> problems) {

        @Nullable LocalDate start(String typed) {
            if (typed.isEmpty()) {
                return missing("from", "calendar.deadline.from.missing");
            }
            var day = day("from", typed);
            if (day == null || WorkingCalendar.FIRST_DAY.isAfter(day) || day.isAfter(LAST_START)) {
                return day == null
                        ? null
                        : missing(
                                "from",
                                "calendar.deadline.from.out-of-reach",
                                WorkingCalendar.FIRST_DAY,
                                LAST_START);
            }
            return day;
        }

        @Nullable LocalDate day(String field, String typed) {
            try {
                return LocalDate.parse(typed);
            } catch (DateTimeParseException e) {
                return missing(field, "calendar.deadline.day.unreadable");
            }
        }

        @Nullable Integer days(String typed) {
            if (typed.isEmpty()) {
                return missing("workingDays", "calendar.deadline.days.missing");
            }
            boolean inRange = typed.matches("[0-9]{1,4}") && Integer.parseInt(typed) <= MOST;
            return inRange
                    ? Integer.valueOf(typed)
                    : missing("workingDays", "calendar.deadline.days.out-of-range", MOST);
        }

        @Nullable CalendarCode calendar(String typed) {
            var code = CalendarCode.of(typed);
            return code.isPresent()
                    ? code.get()
                    : missing("calendar", "calendar.deadline.calendar.unknown");
        }

        private <T> @Nullable T missing(String field, String key, Object... arguments) {
            problems.add(FieldProblem.of(field, key, arguments));
            return null;
        }
    }
}
