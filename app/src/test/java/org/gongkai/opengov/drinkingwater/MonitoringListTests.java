package org.gongkai.opengov.drinkingwater;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What has to be monitored — environment facts 4.4, ADR 0272")
class MonitoringListTests {

    @ParameterizedTest(name = "{1} by {0}: {2} a month, {3} a year")
    @CsvSource({
        "GB3838-2002, LAKE, 61, 109",
        "GB3838-2002, RIVER, 61, 109",
        "GB/T14848-2017, GROUNDWATER, 39, 93",
    })
    void hasAsManyItemsAsThePapersSay(String standard, WaterBody water, int month, int year) {
        var cited = WaterStandards.cited(standard).orElseThrow();

        assertThat(MonitoringList.monthly(cited, water)).hasSize(month);
        assertThat(MonitoringList.yearly(cited, water)).hasSize(year);
    }

    @ParameterizedTest(name = "total phosphorus of a {0} has {1} as its limit")
    @CsvSource({"LAKE, ≤0.05", "RIVER, ≤0.2"})
    void takesTheRowOfTheWater(WaterBody water, String limit) {
        var cited = WaterStandards.cited("GB3838-2002").orElseThrow();

        var phosphorus =
                MonitoringList.monthly(cited, water).stream()
                        .filter(it -> it.code().equals("w21011"))
                        .toList();

        assertThat(phosphorus).hasSize(1);
        assertThat(phosphorus.getFirst().limits().printed(WaterClass.III)).contains(limit);
    }
}
