package org.gongkai.opengov.drinkingwater.results;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * By when each thing of a month is to be done (时限): samples taken and results here within the
 * month, the report sent for review and public in the month after it.
 *
 * <p>环办监测〔2016〕3号 has results published in the following month [M]; no paper names a day. The days
 * are our convention [D] until the agency sets its own (ADR 0276). A day that a month does not have
 * is its last.
 *
 * @param sampling day of the month
 * @param results day of the month
 * @param report day of the following month
 * @param publication day of the following month
 */
public record WaterTerms(int sampling, int results, int report, int publication) {
    /** What holds until an agency sets its own days. */
    public static final WaterTerms USUAL = new WaterTerms(10, 31, 10, 20);

    /** So many days before the last the section is reminded. */
    private static final int REMINDED = 11;

    private static final int LAST = 31;

    public WaterTerms {
        if (sampling < 1
                || results < sampling
                || results > LAST
                || report < 1
                || publication < report
                || publication > LAST) {
            throw new IllegalArgumentException("These days are out of order");
        }
    }

    /** The last day on which samples are taken in time. */
    public LocalDate samplingDue(YearMonth month) {
        return day(month, sampling);
    }

    /** The last day on which results are in time. */
    public LocalDate resultsDue(YearMonth month) {
        return day(month, results);
    }

    /** The last day on which the report goes to review in time. */
    public LocalDate reportDue(YearMonth month) {
        return day(month.plusMonths(1), report);
    }

    /** The last day on which the month is public in time. */
    public LocalDate publicationDue(YearMonth month) {
        return day(month.plusMonths(1), publication);
    }

    /** Whether the section is reminded on this day of what is due then. */
    public static boolean isNear(LocalDate due, LocalDate today) {
        return !today.isBefore(due.minusDays(REMINDED));
    }

    private static LocalDate day(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
