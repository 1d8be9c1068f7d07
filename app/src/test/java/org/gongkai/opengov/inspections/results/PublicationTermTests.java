package org.gongkai.opengov.inspections.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.gongkai.platform.calendar.NoticesOf2019To2026;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Terms of enforcement information (执法信息公示期限): 20, 7 and 3 working days")
class PublicationTermTests {

    @ParameterizedTest(name = "{3}: {0} from {1} until {2}")
    @CsvSource({
        "INSPECTION_RESULT, 2021-07-30, 2021-08-27, four plain weeks",
        "INSPECTION_RESULT, 2021-09-10, 2021-10-14, Mid-Autumn and National Day with three make-up days",
        "INSPECTION_RESULT, 2021-07-31, 2021-08-27, ended on a Saturday",
        "OTHER_DECISION, 2021-07-30, 2021-08-27, like a result",
        "PENALTY_DECISION, 2021-09-16, 2021-09-27, Mid-Autumn and two make-up days worked",
        "PENALTY_DECISION, 2021-08-02, 2021-08-11, over a weekend",
        "LICENCE_DECISION, 2021-08-02, 2021-08-11, like a penalty",
        "TAKE_DOWN, 2021-09-29, 2021-10-09, National Day off and its make-up Saturday worked",
        "TAKE_DOWN, 2021-08-02, 2021-08-05, a plain week"
    })
    void endOnTheLastWorkingDay(PublicationTerm term, String from, String until, String why) {
        assertThat(term.lastDay(LocalDate.parse(from), NoticesOf2019To2026.NINGXIA))
                .isEqualTo(until);
    }

    @ParameterizedTest(name = "published {0}, today {1}: {2}")
    @CsvSource({
        "2021-08-27, 2021-09-30, IN_TIME",
        "2021-08-28, 2021-09-30, DONE_LATE",
        ", 2021-08-27, RUNNING",
        ", 2021-08-28, OVERDUE"
    })
    void areKeptOnTheLastDayAndMissedTheDayAfter(
            LocalDate published, LocalDate today, Timeliness standing) {
        assertThat(Timeliness.of(LocalDate.of(2021, 8, 27), published, today)).isEqualTo(standing);
    }
}
