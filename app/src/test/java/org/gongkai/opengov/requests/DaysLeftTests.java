package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.testing.DemoAgencyTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DemoAgencyTest
@DisplayName("Working days left (剩余工作日) in the groups of the board")
class DaysLeftTests {
    @Autowired Calendars calendars;

    @ParameterizedTest(name = "seen on {0}, due {1}: {2}")
    @CsvSource({
        "2021-07-30, 2021-07-29, OVER",
        "2021-07-30, 2021-07-30, ONE",
        "2021-07-30, 2021-08-02, ONE",
        "2021-07-30, 2021-08-03, THREE",
        "2021-07-30, 2021-08-04, THREE",
        "2021-07-30, 2021-08-05, FIVE",
        "2021-07-30, 2021-08-06, FIVE",
        "2021-07-30, 2021-08-09, MORE",
        // 古尔邦节: 19 and 20 July 2021 are free in Ningxia.
        "2021-07-16, 2021-07-21, ONE",
        "2021-07-16, 2021-07-22, THREE",
        // A Saturday: the next working day is Monday.
        "2021-07-31, 2021-08-02, ONE",
        "2021-07-31, 2021-07-30, OVER"
    })
    void areFoundInOneGroupAlone(String today, String due, DaysLeft group) {
        var calendar = calendars.current(CalendarCode.NX);
        var day = LocalDate.parse(due);
        assertThat(
                        Arrays.stream(DaysLeft.values())
                                .filter(it -> it != DaysLeft.UNKNOWN)
                                .filter(
                                        it -> {
                                            var range =
                                                    it.seenFrom(LocalDate.parse(today), calendar);
                                            return (range.from() == null
                                                            || !day.isBefore(range.from()))
                                                    && (range.to() == null
                                                            || !day.isAfter(range.to()));
                                        })
                                .toList())
                .containsExactly(group);
    }
}
