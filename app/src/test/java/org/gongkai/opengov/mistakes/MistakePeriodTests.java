package org.gongkai.opengov.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.gongkai.platform.calendar.NoticesOf2019To2026;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Time to answer a mistake on the site (找错留言办理期限): three working days")
class MistakePeriodTests {

    @ParameterizedTest(name = "{2}: received {0}, answer by {1}")
    @CsvSource({
        "2021-07-26, 2021-07-29, a plain week",
        "2021-07-30, 2021-08-04, over a weekend",
        "2021-07-31, 2021-08-04, received on a Saturday",
        "2021-09-30, 2021-10-11, National Day off and its make-up Saturday worked",
        "2021-05-12, 2021-05-19, two days of the regional festival are not counted"
    })
    void endsOnTheThirdWorkingDayOfTheAgencyAfterReceipt(String received, String due, String why) {
        assertThat(
                        new MistakePeriod(LocalDate.parse(received))
                                .lastDay(NoticesOf2019To2026.NINGXIA))
                .isEqualTo(due);
    }
}
