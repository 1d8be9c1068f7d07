package org.gongkai.opengov.inspections.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.testing.DemoAgencyTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DemoAgencyTest
@DisplayName("How long a published register may be out of date — 《政府信息公开条例》 art. 26")
class CurrencyPeriodTests {
    @Autowired Calendars calendars;

    @ParameterizedTest(name = "{2}: changed {0}, public by {1}")
    @CsvSource({
        "2021-07-30, 2021-08-27, four plain weeks",
        "2021-07-31, 2021-08-27, changed on a Saturday",
        "2021-09-01, 2021-09-29, Mid-Autumn off and its make-up Saturday worked"
    })
    void endsOnTheTwentiethWorkingDayAfterTheChange(LocalDate changed, LocalDate due, String why) {
        assertThat(new CurrencyPeriod(changed).lastDay(calendars.current(CalendarCode.CN)))
                .isEqualTo(due);
    }
}
