package org.gongkai.opengov.requests.figures;

import java.time.LocalDate;

/**
 * The part of a calendar year that is counted (统计期间): from 1 January to a day, both included.
 *
 * @param asOf the last day counted
 */
public record ReportPeriod(LocalDate asOf) {

    /** A whole year. */
    public static ReportPeriod year(int year) {
        return new ReportPeriod(LocalDate.of(year, 12, 31));
    }

    /** The year. */
    public int year() {
        return asOf.getYear();
    }

    /** Its first day. */
    public LocalDate from() {
        return asOf.withDayOfYear(1);
    }

    /** Whether the day is in it. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from()) && !day.isAfter(asOf);
    }

    /** The whole year before. */
    public ReportPeriod yearBefore() {
        return year(year() - 1);
    }
}
