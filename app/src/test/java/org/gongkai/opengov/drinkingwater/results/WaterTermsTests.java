package org.gongkai.opengov.drinkingwater.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Terms of a month's water (时限), our convention until the agency sets its own")
class WaterTermsTests {

    @ParameterizedTest(name = "{0}: samples {1}, results {2}, report {3}, public {4}")
    @CsvSource({
        "2021-06, 2021-06-10, 2021-06-30, 2021-07-10, 2021-07-20",
        "2021-12, 2021-12-10, 2021-12-31, 2022-01-10, 2022-01-20",
        "2024-02, 2024-02-10, 2024-02-29, 2024-03-10, 2024-03-20"
    })
    void areDaysOfTheMonthAndOfTheNext(
            YearMonth month, String samples, String results, String report, String published) {
        assertThat(WaterTerms.USUAL.samplingDue(month)).isEqualTo(samples);
        assertThat(WaterTerms.USUAL.resultsDue(month)).isEqualTo(results);
        assertThat(WaterTerms.USUAL.reportDue(month)).isEqualTo(report);
        assertThat(WaterTerms.USUAL.publicationDue(month)).isEqualTo(published);
    }

    @Test
    void endWithAShortMonth() {
        var last = new WaterTerms(10, 31, 31, 31);

        assertThat(last.publicationDue(YearMonth.of(2021, 1))).isEqualTo("2021-02-28");
    }

    @Test
    void areInOrder() {
        assertThatThrownBy(() -> new WaterTerms(20, 10, 10, 20))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WaterTerms(10, 20, 21, 20))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
