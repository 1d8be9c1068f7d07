package org.gongkai.opengov.portal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A year, a month or a day of publication (发布时段), as a part of the site map is named: {@code 2021},
 * {@code 2021-07}, {@code 2021-07-30}; in Beijing time.
 *
 * @param from its first day
 * @param to the first day after it
 */
record SitePeriod(String name, LocalDate from, LocalDate to) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Reads a name; empty if it is none. */
    static Optional<SitePeriod> named(String name) {
        try {
            return switch (name.length()) {
                case 4 -> Optional.of(of(Year.parse(name)));
                case 7 -> Optional.of(of(YearMonth.parse(name)));
                case 10 -> Optional.of(of(LocalDate.parse(name)));
                default -> Optional.empty();
            };
        } catch (DateTimeException noPeriod) {
            return Optional.empty();
        }
    }

    static SitePeriod of(Year year) {
        return new SitePeriod(year.toString(), year.atDay(1), year.plusYears(1).atDay(1));
    }

    static SitePeriod of(YearMonth month) {
        return new SitePeriod(month.toString(), month.atDay(1), month.plusMonths(1).atDay(1));
    }

    static SitePeriod of(LocalDate day) {
        return new SitePeriod(day.toString(), day, day.plusDays(1));
    }

    Instant begins() {
        return from.atStartOfDay(ZONE).toInstant();
    }

    Instant ends() {
        return to.atStartOfDay(ZONE).toInstant();
    }
}
