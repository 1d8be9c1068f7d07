package org.gongkai.opengov.drinkingwater.reports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a report is about (报告期): a month, a quarter or a year. Written 2021-07, 2021-Q3, 2021.
 *
 * @param first the first month
 */
public record ReportPeriod(Kind kind, YearMonth first) {
    private static final int QUARTER = 3;
    private static final int YEAR = 12;
    private static final Pattern WRITTEN_QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern WRITTEN_YEAR = Pattern.compile("\\d{4}");

    /** How long it is. */
    public enum Kind {
        /** 月报: what makes the results of its month public. */
        MONTH(1),
        /** 季报: 水污染防治法 art. 72, at least once a quarter. */
        QUARTER(ReportPeriod.QUARTER),
        /** 年报. */
        YEAR(ReportPeriod.YEAR);

        private final int months;

        Kind(int months) {
            this.months = months;
        }
    }

    public ReportPeriod {
        if ((first.getMonthValue() - 1) % kind.months != 0) {
            throw new IllegalArgumentException("No " + kind + " begins with " + first);
        }
    }

    /** A month. */
    public static ReportPeriod of(YearMonth month) {
        return new ReportPeriod(Kind.MONTH, month);
    }

    /** The period written so. */
    public static Optional<ReportPeriod> parse(String written) {
        var quarter = WRITTEN_QUARTER.matcher(written);
        if (quarter.matches()) {
            var month = (Integer.parseInt(quarter.group(2)) - 1) * QUARTER + 1;
            return Optional.of(
                    new ReportPeriod(
                            Kind.QUARTER, YearMonth.of(Integer.parseInt(quarter.group(1)), month)));
        }
        if (WRITTEN_YEAR.matcher(written).matches()) {
            return Optional.of(
                    new ReportPeriod(Kind.YEAR, YearMonth.of(Integer.parseInt(written), 1)));
        }
        try {
            return Optional.of(of(YearMonth.parse(written)));
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    /** The last month. */
    public YearMonth last() {
        return first.plusMonths(kind.months - 1L);
    }

    /** Its months, in order. */
    public List<YearMonth> months() {
        return IntStream.range(0, kind.months).mapToObj(first::plusMonths).toList();
    }

    /** Which quarter of its year it begins with, from 1. */
    public int quarter() {
        return (first.getMonthValue() - 1) / QUARTER + 1;
    }

    /** Its first day. */
    public LocalDate from() {
        return first.atDay(1);
    }

    /** Its last day. */
    public LocalDate to() {
        return last().atEndOfMonth();
    }

    @Override
    public String toString() {
        return switch (kind) {
            case MONTH -> first.toString();
            case QUARTER -> first.getYear() + "-Q" + quarter();
            case YEAR -> Integer.toString(first.getYear());
        };
    }
}
