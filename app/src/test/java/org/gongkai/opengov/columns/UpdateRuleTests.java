package org.gongkai.opengov.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How old a column's newest item may be — 更新周期")
class UpdateRuleTests {

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "2021-07-30, 14, 2021-08-13, two weeks of natural days, no holiday counts",
        "2021-07-30, 1, 2021-07-31, daily, a Saturday too",
        "2020-02-29, 366, 2021-03-01, a year and a day from a leap day",
        "2021-12-31, 35, 2022-02-04, over the turn of the year and the Spring Festival"
    })
    void endsAfterItsNaturalDays(LocalDate newest, int days, LocalDate lastDay, String why) {
        assertThat(new UpdateRule(days).lastDay(newest)).isEqualTo(lastDay);
    }
}
