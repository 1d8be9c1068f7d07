package org.gongkai.opengov.drinkingwater.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A period that a report is about (报告期)")
class ReportPeriodTests {

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource({
        "2021-07, 2021-07-01, 2021-07-31",
        "2021-Q3, 2021-07-01, 2021-09-30",
        "2021-Q1, 2021-01-01, 2021-03-31",
        "2020, 2020-01-01, 2020-12-31"
    })
    void isAMonthAQuarterOrAYear(String written, String from, String to) {
        var period = ReportPeriod.parse(written).orElseThrow();

        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
        assertThat(period).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-13", "2021-Q5", "2021-Q0", "21", "", "2021-7", "2021-07-01"})
    void isNothingElse(String written) {
        assertThat(ReportPeriod.parse(written)).isEmpty();
    }
}
