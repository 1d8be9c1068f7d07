package org.gongkai.opengov.drinkingwater.results;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * By when the results of a month are to be here (监测结果时限): the last day of the month; from the 20th
 * on the section is reminded (our reading [D], ADR 0274; key points 二.7: monitored every month).
 */
final class ResultTerm {
    private static final int REMINDED_FROM = 20;

    private ResultTerm() {}

    /** The last day on which they are in time. */
    static LocalDate lastDay(YearMonth month) {
        return month.atEndOfMonth();
    }

    /** Whether the section is reminded of a month on this day. */
    static boolean isReminded(YearMonth month, LocalDate today) {
        return !today.isBefore(month.atDay(REMINDED_FROM));
    }

    /** Whether they are late on this day; then the head of the section is told too. */
    static boolean isLate(YearMonth month, LocalDate today) {
        return today.isAfter(lastDay(month));
    }
}
