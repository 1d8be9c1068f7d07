package org.gongkai.platform.calendar;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The working days of a place (工作日历): a value that never changes, for 2014 to 2100.
 *
 * <p>Each question is answered from a count made once, so a deadline costs the same however long it
 * is. Which day counts, and in which order the notices decide: {@link CalendarMerge}.
 */
public final class WorkingCalendar {

    /** The first day that can be asked for. */
    public static final LocalDate FIRST_DAY = LocalDate.of(LunarFestivals.FIRST_YEAR, 1, 1);

    /** The last day that can be asked for. */
    public static final LocalDate LAST_DAY = LocalDate.of(LunarFestivals.LAST_YEAR, 12, 31);

    private static final long ORIGIN = FIRST_DAY.toEpochDay();
    private static final int LENGTH = (int) (LAST_DAY.toEpochDay() - ORIGIN + 1);

    private final CalendarCode code;
    private final String version;
    private final SortedMap<LocalDate, CalendarDay> namedDays;
    private final KnownYears knownYears;

    /** How many working days there are before the day at this index. */
    private final int[] before = new int[LENGTH + 1];

    /** The index of each working day, first to last. */
    private final int[] workingDays;

    WorkingCalendar(
            CalendarCode code,
            String version,
            SortedMap<LocalDate, CalendarDay> namedDays,
            KnownYears knownYears) {
        this.code = code;
        this.version = version;
        this.namedDays = namedDays;
        this.knownYears = knownYears;
        for (int i = 0; i < LENGTH; i++) {
            before[i + 1] = before[i] + (reason(day(i)).counted() ? 1 : 0);
        }
        this.workingDays =
                IntStream.range(0, LENGTH).filter(i -> before[i + 1] > before[i]).toArray();
    }

    /** Whose days these are. */
    public CalendarCode code() {
        return code;
    }

    /** Names the notices that went into it: the same notices give the same version everywhere. */
    public String version() {
        return version;
    }

    /** Whether the calendar reaches this day. */
    public static boolean reaches(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /** Whether the day is a working day. */
    public boolean isWorkingDay(LocalDate day) {
        int i = index(day);
        return before[i + 1] > before[i];
    }

    /** Why the day is a working day or is not. */
    public DayReason reason(LocalDate day) {
        var named = namedDays.get(day);
        if (named != null) {
            return named.reason();
        }
        return HolidayRules.isWeekend(day) ? DayReason.WEEKEND : DayReason.WORKING_DAY;
    }

    /** The day with its reason and the notice that decides it. */
    public CalendarDay day(LocalDate day) {
        index(day);
        var named = namedDays.get(day);
        if (named != null) {
            return named;
        }
        return new CalendarDay(day, reason(day), null, null, null, isProvisional(day));
    }

    /** Whether a notice still to come may change the day: its year's notice is not known. */
    public boolean isProvisional(LocalDate day) {
        var named = namedDays.get(day);
        return named == null ? !knownYears.knows(day.getYear(), code) : named.provisional();
    }

    /** Whether any day after {@code from}, up to and including {@code to}, is provisional. */
    boolean anyProvisional(LocalDate from, LocalDate to) {
        return from.isBefore(to)
                && from.plusDays(1).datesUntil(to.plusDays(1)).anyMatch(this::isProvisional);
    }

    /** The working days after this day, in order, to the end of the calendar. */
    public Stream<LocalDate> workingDaysAfter(LocalDate day) {
        return IntStream.range(before[index(day) + 1], workingDays.length)
                .mapToObj(k -> day(workingDays[k]));
    }

    /**
     * The last day of a period of working days: the day {@code from} is not counted. Zero gives
     * {@code from} itself, also when it is a day off; a negative number counts back the same way.
     */
    public LocalDate dueAfter(LocalDate from, int count) {
        int i = index(from);
        if (count == 0) {
            return from;
        }
        int k = count > 0 ? before[i + 1] + count - 1 : before[i] + count;
        if (k < 0 || k >= workingDays.length) {
            throw new OutsideCalendar(from, count);
        }
        return day(workingDays[k]);
    }

    /**
     * How many working days after {@code from}, up to and including {@code to}; below zero where
     * {@code to} lies earlier. The inverse of {@link #dueAfter}.
     */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        int i = index(from);
        int j = index(to);
        return i <= j ? before[j + 1] - before[i + 1] : before[j] - before[i];
    }

    /** Which years' notices went into it. */
    KnownYears knownYears() {
        return knownYears;
    }

    private static LocalDate day(int index) {
        return LocalDate.ofEpochDay(ORIGIN + index);
    }

    private static int index(LocalDate day) {
        long index = day.toEpochDay() - ORIGIN;
        if (index < 0 || index >= LENGTH) {
            throw new OutsideCalendar(day, 0);
        }
        return (int) index;
    }
}
