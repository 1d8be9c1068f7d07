package org.gongkai.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.CHINA;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.day;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Legal holidays — 《全国年节及纪念日放假办法》 arts. 2 and 6")
class HolidayRulesTests {

    @Test
    void wereElevenDaysUnderTheRevisionOf2013() {
        assertThat(days(2024))
                .isEqualTo(
                        "2024-01-01 2024-02-10 2024-02-11 2024-02-12 2024-04-04 2024-05-01 2024-06-10"
                                + " 2024-09-17 2024-10-01 2024-10-02 2024-10-03");
    }

    @Test
    void areThirteenDaysUnderTheRevisionOf2024() {
        assertThat(days(2025))
                .isEqualTo(
                        "2025-01-01 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-04 2025-05-01"
                                + " 2025-05-02 2025-05-31 2025-10-06 2025-10-01 2025-10-02 2025-10-03");
    }

    @Test
    void areMadeUpOnTheNextWorkingDayWhereTheyFallOnAWeekend() {
        assertThat(HolidayRules.daysOff(2027).keySet())
                .containsExactly(
                        day("2027-01-01"),
                        day("2027-02-05"),
                        day("2027-02-06"),
                        day("2027-02-07"),
                        day("2027-02-08"),
                        day("2027-02-09"),
                        day("2027-02-10"),
                        day("2027-04-05"),
                        day("2027-05-01"),
                        day("2027-05-02"),
                        day("2027-05-03"),
                        day("2027-05-04"),
                        day("2027-06-09"),
                        day("2027-09-15"),
                        day("2027-10-01"),
                        day("2027-10-02"),
                        day("2027-10-03"),
                        day("2027-10-04"),
                        day("2027-10-05"));
    }

    @Test
    void areMadeUpOnlyForWeekendsNotForEachOther() {
        // 1 January 2028 is a Saturday; in 2031 Mid-Autumn is 1 October.
        assertThat(HolidayRules.daysOff(2028).keySet())
                .contains(day("2028-01-03"), day("2028-01-25"), day("2028-01-28"))
                .doesNotContain(day("2028-01-24"), day("2028-01-31"));
        assertThat(HolidayRules.daysOff(2031).keySet())
                .contains(day("2031-10-01"), day("2031-10-02"), day("2031-10-03"))
                .doesNotContain(day("2031-10-06"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026})
    void areFreeInEveryNotice(int year) {
        assertThat(HolidayRules.of(year).holidays(year))
                .allSatisfy(it -> assertThat(CHINA.reason(it.day())).isEqualTo(DayReason.HOLIDAY));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}, {4}")
    @CsvSource({
        "2014, 2014-01-31, 2014-04-05, 2014-06-02, 2014-09-08",
        "2020, 2020-01-25, 2020-04-04, 2020-06-25, 2020-10-01",
        "2027, 2027-02-06, 2027-04-05, 2027-06-09, 2027-09-15",
        "2030, 2030-02-03, 2030-04-05, 2030-06-05, 2030-09-12",
        "2033, 2033-01-31, 2033-04-04, 2033-06-01, 2033-09-08",
        "2034, 2034-02-19, 2034-04-05, 2034-06-20, 2034-09-27",
        "2071, 2071-01-31, 2071-04-05, 2071-06-02, 2071-09-08",
        "2089, 2089-02-10, 2089-04-04, 2089-06-13, 2089-09-18",
        "2100, 2100-02-09, 2100-04-05, 2100-06-12, 2100-09-18"
    })
    void followTheTraditionalCalendar(
            int year, LocalDate spring, LocalDate qingming, LocalDate boat, LocalDate autumn) {
        assertThat(LunarFestivals.of(year))
                .isEqualTo(new LunarFestivals(spring, qingming, boat, autumn));
    }

    private static String days(int year) {
        return HolidayRules.of(year).holidays(year).stream()
                .map(it -> it.day().toString())
                .collect(Collectors.joining(" "));
    }
}
