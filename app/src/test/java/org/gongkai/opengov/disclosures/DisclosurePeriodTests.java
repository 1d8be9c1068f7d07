package org.gongkai.opengov.disclosures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.CHINA;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.NINGXIA;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Disclosure period — 《政府信息公开条例》 art. 26")
class DisclosurePeriodTests {

    @ParameterizedTest(name = "{2}: formed {0}, public by {1}")
    @CsvSource({
        "2021-07-30, 2021-08-27, four plain weeks",
        "2021-09-10, 2021-10-14, Mid-Autumn and National Day off and three make-up days worked",
        "2021-07-12, 2021-08-11, the two days of the Ningxia festival are not counted",
        "2020-01-22, 2020-02-27, the extended Spring Festival of 2020",
        "2021-07-31, 2021-08-27, formed on a Saturday"
    })
    void endsOnTheTwentiethWorkingDayOfTheAgency(String formed, String due, String why) {
        assertThat(new DisclosurePeriod(LocalDate.parse(formed)).lastDay(NINGXIA)).isEqualTo(due);
    }

    /** 历史规划: papers of long ago are entered too, and no list may fail over them. */
    @ParameterizedTest
    @CsvSource({"2010-05-01", "1949-10-01", "2013-12-31", "2100-12-31"})
    void hasNoDayWhereTheCalendarDoesNotReach(String formed) {
        var period = new DisclosurePeriod(LocalDate.parse(formed));
        var today = LocalDate.parse("2021-07-30");

        assertThat(period.lastDay(NINGXIA)).isNull();
        assertThat(period.isLate(null, today, NINGXIA)).isEqualTo(formed.compareTo("2021") < 0);
    }

    @Test
    void endsEarlierByTheNationalCalendarWhenTheRegionHasAFestival() {
        var period = new DisclosurePeriod(LocalDate.parse("2021-07-12"));

        assertThat(period.lastDay(CHINA)).isEqualTo("2021-08-09");
    }

    @ParameterizedTest(name = "published {0}, today {1}: late {2}")
    @CsvSource(
            value = {
                "2021-08-27, 2021-09-30, false",
                "2021-08-28, 2021-09-30, true",
                "null, 2021-08-27, false",
                "null, 2021-08-28, true"
            },
            nullValues = "null")
    void isLateFromTheDayAfterTheLast(String published, String today, boolean late) {
        var period = new DisclosurePeriod(LocalDate.parse("2021-07-30"));
        var day = published == null ? null : LocalDate.parse(published);

        assertThat(period.isLate(day, LocalDate.parse(today), NINGXIA)).isEqualTo(late);
    }

    @ParameterizedTest(name = "published {0}, today {1}: {2}")
    @CsvSource(
            value = {
                "null, 2021-08-19, IN_TIME",
                "null, 2021-08-20, DUE_SOON",
                "null, 2021-08-21, DUE_SOON",
                "null, 2021-08-27, DUE_SOON",
                "null, 2021-08-28, LATE",
                "2021-08-27, 2021-09-30, PUBLISHED_IN_TIME",
                "2021-08-28, 2021-09-30, PUBLISHED_LATE"
            },
            nullValues = "null")
    void standsToItsLastDay(String published, String today, ClockStanding standing) {
        var period = new DisclosurePeriod(LocalDate.parse("2021-07-30"));
        var day = published == null ? null : LocalDate.parse(published);

        assertThat(period.standing(day, LocalDate.parse(today), NINGXIA)).isEqualTo(standing);
    }
}
