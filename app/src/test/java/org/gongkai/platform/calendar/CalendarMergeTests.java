package org.gongkai.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.ALL;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.CHINA;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.NINGXIA;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.amendment;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.day;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.national;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.off;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.regional;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Merging the notices — the latest paper decides; an unknown year is provisional")
class CalendarMergeTests {

    @ParameterizedTest(name = "{0} + {1} = {2}: {3}")
    @CsvSource({
        "2026-12-28, 3, 2026-12-31, known to its end",
        "2026-12-28, 4, 2027-01-04, 1 January free by law",
        "2027-02-01, 10, 2027-02-19, Spring Festival of four days and two made up",
        "2027-04-30, 1, 2027-05-05, Labour Day on a weekend: 3 and 4 May made up",
        "2027-09-30, 1, 2027-10-06, National Day with two days made up",
        "2027-03-05, 1, 2027-03-08, the women's half day is no day off",
        "2018-02-14, 1, 2018-02-15, the eve was a working day before 2025",
        "2018-02-15, 1, 2018-02-21, three days and two made up"
    })
    void countsAnUnknownYearByWeekdaysLessLegalHolidays(
            LocalDate from, int days, LocalDate due, String why) {
        assertThat(CHINA.dueAfter(from, days)).isEqualTo(due);
    }

    @Test
    void marksEveryDayOfAnUnknownYearAsProvisional() {
        assertThat(CHINA.isProvisional(day("2026-12-31"))).isFalse();
        assertThat(CHINA.isProvisional(day("2027-01-01"))).isTrue();
        assertThat(CHINA.isProvisional(day("2027-01-04"))).isTrue();
        assertThat(CHINA.isProvisional(day("2018-12-28"))).isTrue();
        assertThat(CHINA.isProvisional(day("2018-12-29"))).isFalse();
    }

    @ParameterizedTest(name = "{0} in Ningxia provisional: {1}")
    @CsvSource({
        "2019-06-03, false",
        "2022-07-11, false",
        "2022-12-30, false",
        "2023-01-03, true",
        "2023-10-01, true",
        "2026-11-23, true",
        "2027-01-04, true"
    })
    void marksNingxiaAsProvisionalWhereTheRegionsNoticeIsNotLoaded(
            LocalDate date, boolean provisional) {
        assertThat(NINGXIA.isProvisional(date)).isEqualTo(provisional);
    }

    @Test
    void takesAYearAsKnownOnlyByANoticeForTheWholeYear() {
        var calendar =
                merge(CalendarCode.CN, amendment(2028, "2028-03-01", off("2028-05-05", "劳动节")));

        assertThat(calendar.reason(day("2028-05-05"))).isEqualTo(DayReason.HOLIDAY);
        assertThat(calendar.isProvisional(day("2028-05-05"))).isFalse();
        assertThat(calendar.isProvisional(day("2028-05-08"))).isTrue();
        assertThat(calendar.reason(day("2028-10-02"))).isEqualTo(DayReason.HOLIDAY);
    }

    @Test
    void letsTheLaterNationalPaperDecideADay() {
        var first = national(2028, "2027-11-01", List.of(work("2028-02-05", "春节")));
        var later = amendment(2028, "2028-01-27", off("2028-02-05", "春节"));

        assertThat(merge(CalendarCode.CN, first, later).reason(day("2028-02-05")))
                .isEqualTo(DayReason.HOLIDAY);
        assertThat(merge(CalendarCode.CN, later, first).reason(day("2028-02-05")))
                .isEqualTo(DayReason.HOLIDAY);
    }

    @Test
    void letsALaterNationalPaperWinOverTheRegionsOlderOne() {
        var region = regional(2028, "2027-12-04", work("2028-02-05", "春节"));
        var nation = amendment(2028, "2028-01-27", off("2028-02-05", "春节"));

        assertThat(merge(CalendarCode.NX, region, nation).reason(day("2028-02-05")))
                .isEqualTo(DayReason.HOLIDAY);
    }

    @Test
    void letsTheRegionFreeADayAfterTheNationalPaperNamedIt() {
        var nation = national(2028, "2027-11-01", List.of(work("2028-02-05", "春节")));
        var region = regional(2028, "2027-12-04", off("2028-02-05", "开斋节"));

        assertThat(merge(CalendarCode.NX, nation, region).reason(day("2028-02-05")))
                .isEqualTo(DayReason.REGIONAL_FESTIVAL);
        assertThat(merge(CalendarCode.CN, nation, region).reason(day("2028-02-05")))
                .isEqualTo(DayReason.MAKE_UP_DAY);
    }

    @Test
    void hasTheRegionsMakeUpDayOf2016() {
        var notice =
                regional(
                        2016,
                        "2015-12-31",
                        work("2016-09-10", "古尔邦节"),
                        off("2016-09-11", "古尔邦节"),
                        off("2016-09-12", "古尔邦节"),
                        off("2016-09-13", "古尔邦节"),
                        off("2016-09-14", "古尔邦节"));
        var calendar = merge(CalendarCode.NX, notice);

        assertThat(calendar.reason(day("2016-09-10"))).isEqualTo(DayReason.MAKE_UP_DAY);
        assertThat(calendar.dueAfter(day("2016-09-09"), 1)).isEqualTo("2016-09-10");
        assertThat(calendar.reason(day("2016-09-12"))).isEqualTo(DayReason.REGIONAL_FESTIVAL);
        assertThat(merge(CalendarCode.CN, notice).reason(day("2016-09-10")))
                .isEqualTo(DayReason.WEEKEND);
    }

    @Test
    void leavesTheWeekdayToDecideWhereAWordIsTakenBack() {
        var first = national(2028, "2027-11-01", List.of(work("2028-02-05", "春节")));
        var takenBack =
                amendment(
                        2028,
                        "2028-01-27",
                        new NoticeDay(day("2028-02-05"), DayKind.ORDINARY, "春节"));

        assertThat(merge(CalendarCode.CN, first, takenBack).reason(day("2028-02-05")))
                .isEqualTo(DayReason.WEEKEND);
    }

    @Test
    void namesTheNoticeThatDecidesADay() {
        var decided = CHINA.day(day("2021-09-18"));

        assertThat(decided.festival()).isEqualTo("中秋节");
        assertThat(decided.notice()).isNotNull();
        assertThat(decided.notice().year()).isEqualTo(2021);
        assertThat(CHINA.day(day("2021-09-17")).notice()).isNull();
        assertThat(CHINA.day(day("2027-06-09")).legalHoliday()).isEqualTo(Festival.DRAGON_BOAT);
    }

    @Test
    void hasOneVersionForOneSetOfNoticesWhateverTheirOrder() {
        var reversed = new ArrayList<>(ALL);
        Collections.reverse(reversed);

        assertThat(CalendarMerge.merge(CalendarCode.CN, reversed).version())
                .isEqualTo(CHINA.version())
                .startsWith("CN-2025-11-30-");
        assertThat(CalendarMerge.merge(CalendarCode.CN, ALL.subList(0, 7)).version())
                .isNotEqualTo(CHINA.version());
        assertThat(merge(CalendarCode.CN).version()).startsWith("CN-none-");
    }

    private static WorkingCalendar merge(CalendarCode code, HolidayNotice... notices) {
        return CalendarMerge.merge(code, List.of(notices));
    }
}
