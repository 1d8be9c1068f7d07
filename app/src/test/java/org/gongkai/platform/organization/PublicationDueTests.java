package org.gongkai.platform.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.testing.ModuleTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Next publication owed 公开期限 — the section's list as a contract")
@ModuleTest
class PublicationDueTests {
    @Autowired Calendars calendars;

    @ParameterizedTest(name = "{5}")
    @CsvSource({
        "MONTHLY, 10, 2021-07-01, , 2021-07-14, never published: in the month of listing",
        "MONTHLY, 10, 2021-07-14, , 2021-07-14, listed on the last day in time",
        "MONTHLY, 10, 2021-07-15, , 2021-08-13, listed the day after: from the next month",
        "MONTHLY, 10, 2021-07-01, 2021-07-01, 2021-08-13, published on the first day of the month",
        "MONTHLY, 10, 2021-07-01, 2021-06-30, 2021-07-14, published before the list",
        "MONTHLY, 5, 2021-10-01, , 2021-10-13, National Day off and a Saturday worked",
        "QUARTERLY, 20, 2021-07-01, 2021-08-10, 2021-11-03, once in the quarter is enough",
        "HALF_YEARLY, 1, 2021-07-01, 2021-07-02, 2022-01-04, New Year's Day off on a Monday",
        "YEARLY, 1, 2021-02-01, , 2022-01-04, listed after the day of that year",
        "YEARLY, 60, 2021-01-01, 2021-03-01, 2022-03-31, the plan of the next year"
    })
    void isOwedByAWorkingDayOfThePeriod(
            Cadence cadence,
            int days,
            LocalDate listed,
            LocalDate latest,
            LocalDate due,
            String why) {
        var owed =
                new PublicationDue(cadence, days, listed)
                        .lastDay(Optional.ofNullable(latest), calendars.current(CalendarCode.CN));

        assertThat(owed).as(why).contains(due);
    }

    @Test
    void isNotOwedByTheCalendarWhenItIsPublishedOnEvent() {
        var due = new PublicationDue(Cadence.ON_EVENT, 20, LocalDate.parse("2021-07-01"));

        assertThat(due.lastDay(Optional.empty(), calendars.current(CalendarCode.CN))).isEmpty();
    }
}
