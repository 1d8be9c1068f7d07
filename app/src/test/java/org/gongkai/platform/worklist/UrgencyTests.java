package org.gongkai.platform.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.testing.ModuleTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
@DisplayName("How pressing a day is (紧急程度)")
class UrgencyTests {
    @Autowired Calendars calendars;

    @ParameterizedTest(name = "on {0}, due {1}: {2}, {3}")
    @CsvSource({
        "2026-11-23, 2026-11-20, LATE, the Friday before",
        "2026-11-23, 2026-11-23, SOON, today",
        "2026-11-23, 2026-11-26, SOON, three working days",
        "2026-11-23, 2026-11-27, IN_TIME, four working days",
        "2026-09-30, 2026-10-10, SOON, National Day lies between and the 10th is a make-up Saturday",
        "2026-11-23, , OPEN, no day is set"
    })
    void countsWorkingDays(LocalDate today, LocalDate due, Urgency urgency, String why) {
        assertThat(Urgency.of(today, due, calendars.current(CalendarCode.CN))).isEqualTo(urgency);
    }
}
