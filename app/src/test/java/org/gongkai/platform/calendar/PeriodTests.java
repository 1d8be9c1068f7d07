package org.gongkai.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.BEFORE_THE_2020_EXTENSION;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.CHINA;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.NINGXIA;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.day;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.platform.calendar.Period.CalendarDays;
import org.gongkai.platform.calendar.Period.FixedDay;
import org.gongkai.platform.calendar.Period.Months;
import org.gongkai.platform.calendar.Period.PublicationPeriod;
import org.gongkai.platform.calendar.Period.WorkingDays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Counting of periods — 《民法典》 arts. 200 to 204")
class PeriodTests {

    @ParameterizedTest(name = "{1} days from {0} end on {2}: {3}")
    @CsvSource({
        "2024-08-05, 60, 2024-10-08, 4 October lies in National Day",
        "2024-12-03, 60, 2025-02-05, 1 February lies in Spring Festival",
        "2024-08-09, 60, 2024-10-08, the last day is itself the first day of work",
        "2024-07-01, 60, 2024-08-30, a plain Friday",
        "2026-01-06, 60, 2026-03-09, Saturday 7 March moves to Monday",
        "2024-09-02, 10, 2024-09-12, ten days",
        "2024-09-04, 10, 2024-09-14, a make-up Saturday does not move",
        "2024-09-05, 10, 2024-09-18, Mid-Autumn",
        "2020-01-17, 15, 2020-02-03, the extended Spring Festival of 2020",
        "2021-10-02, 0, 2021-10-02, none"
    })
    void countsCalendarDaysAndMovesOnlyTheLast(
            LocalDate start, int days, LocalDate last, String why) {
        assertThat(new CalendarDays(days).lastDay(start, CHINA)).isEqualTo(last);
    }

    @Test
    void movesTheLastDayOverARegionalFestivalInTheRegion() {
        assertThat(new CalendarDays(10).lastDay(day("2021-05-03"), CHINA)).isEqualTo("2021-05-13");
        assertThat(new CalendarDays(10).lastDay(day("2021-05-03"), NINGXIA))
                .isEqualTo("2021-05-17");
    }

    @ParameterizedTest(name = "{1} months from {0} end on {2}: {3}")
    @CsvSource({
        "2022-08-31, 6, 2023-02-28, no 31 February",
        "2023-08-31, 6, 2024-02-29, leap year",
        "2023-01-10, 6, 2023-07-10, same numbered day",
        "2023-07-29, 2, 2023-10-07, 29 September lies in National Day 2023",
        "2024-03-14, 6, 2024-09-14, a make-up Saturday does not move",
        "2024-02-29, 12, 2025-02-28, a year",
        "2021-10-02, 0, 2021-10-02, none"
    })
    void countsMonthsToTheSameNumberedDay(LocalDate start, int months, LocalDate last, String why) {
        assertThat(new Months(months).lastDay(start, CHINA)).isEqualTo(last);
    }

    @Test
    void countsYearsAsTwelveMonths() {
        assertThat(Months.ofYears(2)).isEqualTo(new Months(24));
    }

    @Test
    void doesNotMoveAFixedDay() {
        assertThat(new FixedDay(day("2026-01-31")).lastDay(day("2025-12-31"), CHINA))
                .isEqualTo("2026-01-31");
    }

    @ParameterizedTest(name = "{1} working days posted on {0}: last {2}, down on {3}")
    @CsvSource({
        "2021-09-10, 10, 2021-09-26, 2021-09-27",
        "2021-09-30, 10, 2021-10-20, 2021-10-21",
        "2026-03-07, 10, 2026-03-20, 2026-03-21"
    })
    void keepsANoticeUpForFullWorkingDays(
            LocalDate posted, int days, LocalDate last, LocalDate down) {
        var period = new PublicationPeriod(days);

        assertThat(period.lastDay(posted, CHINA)).isEqualTo(last);
        assertThat(period.mayComeDownOn(posted, CHINA)).isEqualTo(down);
    }

    @Test
    void countsHoursByTheClockThroughDaysOff() {
        assertThat(new Hours(48).end(Instant.parse("2021-09-30T09:30:00Z")))
                .isEqualTo("2021-10-02T09:30:00Z");
    }

    @Test
    void refusesPeriodsBelowNothingButCountsWorkingDaysBack() {
        assertThat(new WorkingDays(-1).lastDay(day("2021-10-08"), CHINA)).isEqualTo("2021-09-30");
        assertThatThrownBy(() -> new CalendarDays(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Months(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PublicationPeriod(-1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Hours(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsTheOldAndTheNewDayAfterAnAmendment() {
        var redating =
                Redating.of(
                        new WorkingDays(20), day("2020-01-22"), BEFORE_THE_2020_EXTENSION, CHINA);

        assertThat(redating.was()).isEqualTo("2020-02-25");
        assertThat(redating.is()).isEqualTo("2020-02-27");
        assertThat(redating.moved()).isTrue();
        assertThat(redating.wasVersion()).isNotEqualTo(redating.isVersion());
    }
}
