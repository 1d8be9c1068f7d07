package org.gongkai.platform.calendar;

import java.time.LocalDate;

/**
 * A period of the law (期限), by its way of counting.
 *
 * <p>《民法典》 art. 201: the day it starts is not counted. The day after {@link #lastDay} is late.
 */
public sealed interface Period {

    /** The last day in time of a period that starts on this day. */
    LocalDate lastDay(LocalDate start, WorkingCalendar calendar);

    /**
     * N个工作日: working days only; its last day is one by itself. Zero is the day itself, below zero
     * counts back, for reminders (ADR 0021).
     */
    record WorkingDays(int count) implements Period {
        @Override
        public LocalDate lastDay(LocalDate start, WorkingCalendar calendar) {
            return calendar.dueAfter(start, count);
        }
    }

    /** N日: every day counts; a last day that is free moves to the day after (art. 203). */
    record CalendarDays(int count) implements Period {
        public CalendarDays {
            notBelowZero(count);
        }

        @Override
        public LocalDate lastDay(LocalDate start, WorkingCalendar calendar) {
            return count == 0 ? start : firstWorkingDayFrom(start.plusDays(count), calendar);
        }
    }

    /**
     * N个月 or N年: the same numbered day of the last month, else its last day (art. 202); a last day
     * that is free moves (art. 203).
     */
    record Months(int count) implements Period {
        public Months {
            notBelowZero(count);
        }

        /** So many years (N年). */
        public static Months ofYears(int years) {
            return new Months(Math.multiplyExact(years, 12));
        }

        @Override
        public LocalDate lastDay(LocalDate start, WorkingCalendar calendar) {
            return count == 0 ? start : firstWorkingDayFrom(start.plusMonths(count), calendar);
        }
    }

    /** 某日前 ("on or before 31 January"): the day named; it does not move, our reading (ADR 0021). */
    record FixedDay(LocalDate day) implements Period {
        @Override
        public LocalDate lastDay(LocalDate start, WorkingCalendar calendar) {
            return day;
        }
    }

    /**
     * 公示期不少于N个工作日: from the first full working day after the posting to the last, our reading (ADR
     * 0021).
     */
    record PublicationPeriod(int workingDays) implements Period {
        public PublicationPeriod {
            notBelowZero(workingDays);
        }

        @Override
        public LocalDate lastDay(LocalDate posted, WorkingCalendar calendar) {
            return calendar.dueAfter(posted, workingDays);
        }

        /** The first day on which the notice may come down. */
        public LocalDate mayComeDownOn(LocalDate posted, WorkingCalendar calendar) {
            return lastDay(posted, calendar).plusDays(1);
        }
    }

    private static LocalDate firstWorkingDayFrom(LocalDate day, WorkingCalendar calendar) {
        return calendar.isWorkingDay(day) ? day : calendar.dueAfter(day, 1);
    }

    private static void notBelowZero(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("A period is not shorter than nothing: " + count);
        }
    }
}
