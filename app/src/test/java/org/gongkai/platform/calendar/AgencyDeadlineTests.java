package org.gongkai.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.CHINA;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.NINGXIA;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.day;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.calendar.Period.WorkingDays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Deadline of an agency in the region — 放假办法 art. 4, our reading")
class AgencyDeadlineTests {

    @Test
    void warnsByTheEarlierDayAndIsBreachedAfterTheLater() {
        var deadline = twentyDaysFrom("2021-07-16");

        assertThat(deadline.national()).isEqualTo("2021-08-13");
        assertThat(deadline.regional()).isEqualTo("2021-08-17");
        assertThat(deadline.differs()).isTrue();
        assertThat(deadline.warnBy()).isEqualTo("2021-08-13");
        assertThat(deadline.lastDay()).isEqualTo("2021-08-17");
        assertThat(deadline.isBreachedBy(day("2021-08-17"))).isFalse();
        assertThat(deadline.isBreachedBy(day("2021-08-18"))).isTrue();
        assertThat(deadline.provisional()).isFalse();
    }

    @Test
    void hasOneDayWhereNoFestivalLiesBetween() {
        var deadline = twentyDaysFrom("2021-09-10");

        assertThat(deadline.differs()).isFalse();
        assertThat(deadline.warnBy()).isEqualTo("2021-10-14");
        assertThat(deadline.lastDay()).isEqualTo("2021-10-14");
    }

    @Test
    void warnsByTheRegionalDayWhereARegionalMakeUpDayMakesItEarlier() {
        var calendar =
                CalendarMerge.merge(
                        CalendarCode.NX,
                        List.of(
                                NoticesOf2019To2026.regional(
                                        2016,
                                        "2015-12-31",
                                        NoticesOf2019To2026.work("2016-09-10", "古尔邦节"))));
        var deadline = AgencyDeadline.of(new WorkingDays(1), day("2016-09-09"), CHINA, calendar);

        assertThat(deadline.warnBy()).isEqualTo("2016-09-10");
        assertThat(deadline.lastDay()).isEqualTo("2016-09-12");
    }

    @Test
    void isProvisionalWhereTheRegionsNoticeIsNotLoaded() {
        assertThat(twentyDaysFrom("2026-03-02").provisional()).isTrue();
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({
        "2021-09-18, NONE",
        "2021-09-22, WITHIN_FIVE",
        "2021-09-23, WITHIN_FIVE",
        "2021-09-24, WITHIN_THREE",
        "2021-09-25, WITHIN_THREE",
        "2021-09-26, WITHIN_THREE",
        "2021-09-27, WITHIN_ONE",
        "2021-09-28, WITHIN_ONE",
        "2021-09-29, PAST"
    })
    void remindsFiveThreeAndOneWorkingDaysBefore(LocalDate today, ReminderLevel level) {
        assertThat(ReminderLevel.on(today, day("2021-09-28"), CHINA)).isEqualTo(level);
    }

    private static AgencyDeadline twentyDaysFrom(String start) {
        return AgencyDeadline.of(new WorkingDays(20), day(start), CHINA, NINGXIA);
    }
}
