package org.gongkai.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.BEFORE_THE_2020_EXTENSION;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.CHINA;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.NINGXIA;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.day;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Working calendar — the notices of 2019 to 2026, national and of Ningxia")
class WorkingCalendarTests {

    @ParameterizedTest(name = "{0} {1} + {2} = {3}: {4}")
    @CsvSource({
        "CN, 2018-12-28, 1, 2018-12-29, the make-up Saturday before New Year 2019; named by the notice of the next year",
        "CN, 2018-12-28, 3, 2019-01-03, two notices: 29 December worked; 30 December to 1 January free",
        "CN, 2019-01-02, 20, 2019-01-30, four plain weeks",
        "CN, 2019-01-30, 20, 2019-03-04, Spring Festival 2019 with its make-up Saturday and Sunday",
        "CN, 2019-04-26, 5, 2019-05-06, Labour Day 2019 as amended: both make-up Sundays worked",
        "CN, 2019-04-27, 1, 2019-04-28, from a Saturday to the make-up Sunday",
        "CN, 2019-04-30, 3, 2019-05-07, 1 to 4 May free; Sunday 5 May worked",
        "CN, 2019-09-27, 10, 2019-10-16, National Day 2019 with a make-up Sunday and a make-up Saturday",
        "CN, 2019-12-25, 5, 2020-01-02, New Year 2020 on a Wednesday; one day",
        "CN, 2020-01-17, 5, 2020-01-23, the make-up Sunday before Spring Festival 2020",
        "CN, 2020-01-22, 20, 2020-02-27, Spring Festival 2020 as extended",
        "CN, 2020-01-23, 1, 2020-02-03, extended to 2 February; work on Monday the 3rd",
        "CN, 2020-04-24, 5, 2020-04-30, make-up Sunday before Labour Day 2020",
        "CN, 2020-06-24, 2, 2020-06-29, Dragon Boat 2020 with its make-up Sunday",
        "CN, 2020-09-25, 7, 2020-10-12, eight days of National Day and Mid-Autumn 2020",
        "CN, 2020-12-25, 10, 2021-01-11, New Year 2021 on a long weekend",
        "CN, 2021-02-05, 7, 2021-02-20, Spring Festival 2021 ends in a make-up Saturday",
        "CN, 2021-02-10, 20, 2021-03-16, Spring Festival 2021 from its eve",
        "CN, 2021-04-30, 3, 2021-05-08, Labour Day 2021; due on the make-up Saturday",
        "CN, 2021-09-10, 20, 2021-10-14, Mid-Autumn and National Day 2021; three make-up days",
        "CN, 2021-09-17, 7, 2021-09-28, make-up Saturday 18 and Sunday 26 September worked; 19 to 21 free",
        "CN, 2021-09-30, 20, 2021-11-03, National Day 2021 from its eve",
        "CN, 2021-12-24, 20, 2022-01-24, New Year 2022",
        "CN, 2022-01-28, 3, 2022-02-07, Spring Festival 2022 right after a worked weekend",
        "CN, 2022-04-01, 2, 2022-04-06, Qingming 2022 with the make-up Saturday before it",
        "CN, 2022-09-30, 7, 2022-10-14, National Day 2022 and the worked weekend after it",
        "CN, 2022-12-12, 20, 2023-01-10, 31 December 2022 free by the notice of 2023",
        "CN, 2022-12-30, 1, 2023-01-03, the first working day of 2023",
        "CN, 2023-01-20, 7, 2023-02-03, Spring Festival 2023 and the worked weekend after it",
        "CN, 2023-04-21, 5, 2023-04-27, make-up Sunday before Labour Day 2023",
        "CN, 2023-06-21, 2, 2023-06-26, Dragon Boat 2023 and the Sunday after it",
        "CN, 2023-09-28, 20, 2023-11-01, Mid-Autumn and National Day 2023",
        "CN, 2024-02-02, 7, 2024-02-18, due on the Sunday after Spring Festival 2024",
        "CN, 2024-04-03, 1, 2024-04-07, Qingming 2024; due on the make-up Sunday",
        "CN, 2024-09-13, 10, 2024-09-29, Mid-Autumn 2024; due on the make-up Sunday",
        "CN, 2024-12-31, 20, 2025-02-05, New Year and Spring Festival 2025",
        "CN, 2025-01-24, 5, 2025-02-07, first year with the eve free by law",
        "CN, 2025-04-30, 2, 2025-05-07, five days of Labour Day 2025",
        "CN, 2025-09-26, 7, 2025-10-13, National Day and Mid-Autumn 2025",
        "CN, 2025-12-12, 20, 2026-01-12, New Year 2026 and its make-up Sunday",
        "CN, 2025-12-31, 1, 2026-01-04, due on Sunday 4 January 2026",
        "CN, 2026-02-13, 20, 2026-03-19, Spring Festival 2026 and both make-up Saturdays",
        "CN, 2026-03-02, 20, 2026-03-30, four plain weeks",
        "CN, 2026-03-07, 20, 2026-04-03, received on a Saturday",
        "CN, 2026-04-24, 20, 2026-05-26, Labour Day 2026 and its make-up Saturday",
        "CN, 2026-09-18, 15, 2026-10-15, make-up Sunday; Mid-Autumn; National Day and make-up Saturday 2026",
        "CN, 2026-11-23, 20, 2026-12-21, the last weeks before an unknown year",
        "NX, 2019-05-20, 20, 2019-06-20, 开斋节 2019 makes it two days later than nationally",
        "NX, 2019-06-04, 1, 2019-06-10, 开斋节 2019 and Dragon Boat in one week",
        "NX, 2019-08-09, 7, 2019-08-22, 古尔邦节 2019",
        "NX, 2020-05-22, 3, 2020-05-29, 开斋节 2020",
        "NX, 2020-07-29, 20, 2020-08-28, 古尔邦节 2020",
        "NX, 2021-05-12, 7, 2021-05-25, 开斋节 2021",
        "NX, 2021-07-16, 20, 2021-08-17, 古尔邦节 2021",
        "NX, 2022-04-29, 3, 2022-05-07, 开斋节 2022 lies inside Labour Day: no day more",
        "NX, 2022-06-20, 20, 2022-07-20, 古尔邦节 2022",
        "NX, 2022-07-08, 5, 2022-07-19, 古尔邦节 2022 on Monday and Tuesday",
        "CN, 2021-02-20, -5, 2021-02-08, five working days back over Spring Festival 2021",
        "CN, 2020-02-03, -3, 2020-01-21, back over the extended Spring Festival",
        "CN, 2026-10-10, -10, 2026-09-20, back over National Day to a make-up Sunday",
        "NX, 2021-07-21, -1, 2021-07-16, back over 古尔邦节 2021",
        "CN, 2021-10-02, 0, 2021-10-02, none: the day itself; though it is free",
        "CN, 2021-10-08, 0, 2021-10-08, none: the day itself"
    })
    void countsWorkingDays(CalendarCode code, LocalDate from, int days, LocalDate due, String why) {
        var calendar = code == CalendarCode.CN ? CHINA : NINGXIA;

        assertThat(calendar.dueAfter(from, days)).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0}: {1} national, {2} in Ningxia")
    @CsvSource({
        "2019, 250, 246",
        "2020, 249, 245",
        "2021, 250, 246",
        "2022, 249, 247",
        "2023, 249, 249",
        "2024, 251, 251",
        "2025, 248, 248",
        "2026, 248, 248"
    })
    void hasThisManyWorkingDaysInAYear(int year, int national, int ningxia) {
        var before = LocalDate.of(year - 1, 12, 31);
        var last = LocalDate.of(year, 12, 31);

        assertThat(CHINA.workingDaysBetween(before, last)).isEqualTo(national);
        assertThat(NINGXIA.workingDaysBetween(before, last)).isEqualTo(ningxia);
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "2021-09-17, CN, WORKING_DAY",
        "2021-09-18, CN, MAKE_UP_DAY",
        "2021-09-19, CN, HOLIDAY",
        "2021-09-21, CN, HOLIDAY",
        "2021-09-25, CN, WEEKEND",
        "2021-09-26, CN, MAKE_UP_DAY",
        "2018-12-29, CN, MAKE_UP_DAY",
        "2018-12-31, CN, HOLIDAY",
        "2022-12-31, CN, HOLIDAY",
        "2020-02-01, CN, HOLIDAY",
        "2020-02-03, CN, MAKE_UP_DAY",
        "2021-03-08, CN, WORKING_DAY",
        "2021-06-01, CN, WORKING_DAY",
        "2021-08-01, CN, WEEKEND",
        "2022-08-01, CN, WORKING_DAY",
        "2021-05-13, CN, WORKING_DAY",
        "2021-05-13, NX, REGIONAL_FESTIVAL",
        "2021-05-14, NX, REGIONAL_FESTIVAL",
        "2021-05-15, NX, WEEKEND",
        "2021-05-17, NX, WORKING_DAY",
        "2021-07-19, NX, REGIONAL_FESTIVAL",
        "2022-05-03, NX, HOLIDAY",
        "2021-09-18, NX, MAKE_UP_DAY"
    })
    void saysWhyADayCountsOrDoesNot(LocalDate date, CalendarCode code, DayReason reason) {
        var calendar = code == CalendarCode.CN ? CHINA : NINGXIA;

        assertThat(calendar.reason(date)).isEqualTo(reason);
        assertThat(calendar.day(date).reason()).isEqualTo(reason);
        assertThat(calendar.isWorkingDay(date)).isEqualTo(reason.counted());
    }

    @Test
    void givesTheDateBeforeThe2020ExtensionFromTheOlderNotices() {
        assertThat(BEFORE_THE_2020_EXTENSION.dueAfter(day("2020-01-22"), 20))
                .isEqualTo("2020-02-25");
        assertThat(BEFORE_THE_2020_EXTENSION.reason(day("2020-02-01")))
                .isEqualTo(DayReason.MAKE_UP_DAY);
        assertThat(BEFORE_THE_2020_EXTENSION.dueAfter(day("2020-01-23"), 1))
                .isEqualTo("2020-01-31");
        assertThat(CHINA.dueAfter(day("2020-01-22"), 20)).isEqualTo("2020-02-27");
    }

    @Test
    void listsTheWorkingDaysThatFollow() {
        assertThat(CHINA.workingDaysAfter(day("2021-09-17")).limit(7))
                .containsExactly(
                        day("2021-09-18"),
                        day("2021-09-22"),
                        day("2021-09-23"),
                        day("2021-09-24"),
                        day("2021-09-26"),
                        day("2021-09-27"),
                        day("2021-09-28"));
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "2021-09-17, 2021-09-28, 7",
        "2021-09-28, 2021-09-17, -7",
        "2021-09-17, 2021-09-17, 0",
        "2021-10-01, 2021-10-07, 0",
        "2021-10-01, 2021-10-08, 1",
        "2021-10-08, 2021-10-01, 0",
        "2021-10-09, 2021-10-08, -1"
    })
    void measuresTheWorkingDaysBetweenTwoDays(LocalDate from, LocalDate to, int days) {
        assertThat(CHINA.workingDaysBetween(from, to)).isEqualTo(days);
    }

    @Test
    void agreesWithACountDayByDay() {
        var random = new Random(20261123);
        var named = new HashMap<LocalDate, Boolean>();
        IntStream.rangeClosed(2019, 2026)
                .mapToObj(NoticesOf2019To2026::daysOf)
                .forEach(it -> it.forEach(d -> named.put(d.day(), d.kind() == DayKind.WORK)));
        for (int i = 0; i < 20_000; i++) {
            var from = day("2019-01-01").plusDays(random.nextInt(2_300));
            int days = random.nextInt(-200, 401);
            var expected = from;
            int step = days < 0 ? -1 : 1;
            for (int left = Math.abs(days); left > 0; ) {
                expected = expected.plusDays(step);
                boolean weekday = expected.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
                left -= named.getOrDefault(expected, weekday) ? 1 : 0;
            }
            if (expected.isBefore(day("2019-01-01")) || expected.isAfter(day("2026-12-31"))) {
                continue;
            }

            assertThat(CHINA.dueAfter(from, days)).as("%s + %d", from, days).isEqualTo(expected);
            assertThat(CHINA.workingDaysBetween(from, expected)).isEqualTo(days);
        }
    }

    @Test
    void countsBackToTheDayItCameFrom() {
        assertThat(CHINA.dueAfter(day("2021-09-28"), -7)).isEqualTo("2021-09-17");
    }

    @Test
    void refusesDaysItDoesNotReach() {
        assertThat(WorkingCalendar.reaches(day("2013-12-31"))).isFalse();
        assertThat(WorkingCalendar.reaches(day("2014-01-01"))).isTrue();
        assertThat(WorkingCalendar.reaches(day("2101-01-01"))).isFalse();
        assertThatThrownBy(() -> CHINA.isWorkingDay(day("2013-12-31")))
                .isInstanceOf(OutsideCalendar.class);
        assertThatThrownBy(() -> CHINA.dueAfter(day("2100-12-30"), 10))
                .isInstanceOf(OutsideCalendar.class);
        assertThatThrownBy(() -> CHINA.dueAfter(day("2014-01-02"), -10))
                .isInstanceOf(OutsideCalendar.class);
    }
}
