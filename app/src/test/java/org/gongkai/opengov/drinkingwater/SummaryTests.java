package org.gongkai.opengov.drinkingwater;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Means, rates, changes and doubts (汇总与合理性)")
class SummaryTests {
    private static final WaterStandard SURFACE = WaterStandards.cited("GB3838-2002").orElseThrow();

    @DisplayName("means count half of what is not detected, and hydrogen ions for pH")
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "0.2 0.4, 0.3",
        "0.02L 0.05, 0.03",
        "0.02L 0.02L, 0.01",
        "-1 0.4, 0.4",
        "-1 -1, ",
        "有 1, ",
    })
    void means(String readings, BigDecimal expected) {
        assertThat(Mean.of(readings(readings)).map(BigDecimal::stripTrailingZeros))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @DisplayName("of pH")
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"6.0 8.0, 6.30", "7.0 7.0, 7.00", "6.5, 6.50", "5 7 9, 5.47"})
    void phMeans(String readings, BigDecimal expected) {
        assertThat(Mean.ofPh(readings(readings))).contains(expected);
    }

    @DisplayName("the trophic index tells five states")
    @ParameterizedTest(name = "{0} {1} {2} {3} {4}: {5} {6}")
    @CsvSource({
        // computed from the five formulas by another program
        "1, 0.01, 0.2, 5, 1, 19.1, 贫营养",
        "4, 0.025, 0.5, 2, 3, 37.3, 中营养",
        "20, 0.05, 1.0, 0.8, 5, 51.9, 轻度富营养",
        "60, 0.15, 2.5, 0.5, 8, 65.2, 中度富营养",
        "200, 0.4, 6, 0.3, 15, 79.2, 重度富营养",
    })
    void trophic(
            double chlorophyll,
            double phosphorus,
            double nitrogen,
            double transparency,
            double permanganate,
            double expected,
            String state) {
        var index = TrophicIndex.of(chlorophyll, phosphorus, nitrogen, transparency, permanganate);

        assertThat(index.value().doubleValue()).isEqualTo(expected);
        assertThat(index.state().text()).isEqualTo(state);
    }

    @DisplayName("states begin and end where the paper says")
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "29.9, POOR",
        "30.0, MODERATE",
        "50.0, MODERATE",
        "50.1, LIGHT",
        "60.0, LIGHT",
        "60.1, MEDIUM",
        "70.0, MEDIUM",
        "70.1, HEAVY",
    })
    void states(BigDecimal index, TrophicIndex.State expected) {
        assertThat(new TrophicIndex(index).state()).isEqualTo(expected);
    }

    @Test
    void ratesCountSourcesAndWater() {
        var sources =
                List.of(
                        source(true, "300"),
                        source(true, "100"),
                        source(false, "100"),
                        source(null, "50"));

        assertThat(PassRate.bySources(sources))
                .isEqualTo(new PassRate(new BigDecimal(2), new BigDecimal(3)));
        assertThat(PassRate.bySources(sources).percent()).contains(new BigDecimal("66.7"));
        assertThat(PassRate.byVolume(sources).flatMap(PassRate::percent))
                .contains(new BigDecimal("80.0"));
        assertThat(PassRate.byVolume(List.of(source(true, null)))).isEmpty();
        assertThat(PassRate.bySources(List.of(source(null, "1"))).percent()).isEmpty();
    }

    @DisplayName("periods are compared by classes")
    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "III, III, 无明显变化",
        "III, II, 有所好转",
        "III, I, 明显好转",
        "III, IV, 有所变差",
        "III, V, 明显变差",
        "V, WORSE_THAN_V, 有所变差",
        "WORSE_THAN_V, III, 明显好转",
    })
    void changes(WaterClass before, WaterClass now, String expected) {
        assertThat(Change.between(before, now).text()).isEqualTo(expected);
    }

    @Test
    void mainPollutantsAreThreeTheToxicFirst() {
        var verdict = sample("化学需氧量 21", "氨氮 1.9", "总磷 0.25", "铅 0.06", "高锰酸盐指数 7.2", "溶解氧 6");

        assertThat(MainPollutants.of(verdict))
                .extracting(it -> it.item().name())
                .containsExactly("铅", "总磷", "氨氮");
    }

    @DisplayName("what cannot well be so is doubted")
    @ParameterizedTest(name = "{0} at {1} ℃: {2}")
    @CsvSource({
        "总氮 1.0;氨氮 0.6;硝酸盐 0.5, , NITROGEN_BELOW_ITS_PARTS",
        "总氮 1.1;氨氮 0.6;硝酸盐 0.5, , ",
        // 468 / 51.6 = 9.07; one and a half times: 13.60
        "溶解氧 13.7, 20, OXYGEN_ABOVE_SATURATION",
        "溶解氧 13.6, 20, ",
        "溶解氧 20, , ",
        "汞 0.0002L, , DETECTION_LIMIT_ABOVE_LIMIT",
        "汞 0.0001L, , ",
        "pH 14.1, , NO_SUCH_PH",
        "pH 14, , ",
    })
    void doubts(String readings, BigDecimal temperature, Plausibility.Doubt expected) {
        assertThat(Plausibility.of(sample(readings.split(";")), temperature))
                .extracting(Plausibility.Doubted::doubt)
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @DisplayName("a slip of units shows beside earlier values")
    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource({
        "2.1, 0.002 0.0019 0.0021, true",
        "0.0021, 2.0 2.1 1.9, true",
        "0.004, 0.002 0.0019 0.0021, false",
        "0.2, 0.002 0.0019 0.0021, false",
        "2.1, 0.002 0.0019, false",
        "0, 0.002 0.0019 0.0021, false",
    })
    void slips(BigDecimal value, String before, boolean expected) {
        var earlier = Arrays.stream(before.split(" ")).map(BigDecimal::new).toList();

        assertThat(Plausibility.isUnitSlip(value, earlier)).isEqualTo(expected);
    }

    @DisplayName("a jump shows beside what is usual")
    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource({
        // middle 200, usual distance 3.5: six deviations are 31.1, half of the middle is 100
        "301, 195 198 200 200 205 210, true",
        "300, 195 198 200 200 205 210, false",
        "99, 195 198 200 200 205 210, true",
        "100, 195 198 200 200 205 210, false",
        // one earlier outlier does not make the next one usual
        "600, 195 198 200 200 205 600, true",
        // never the same twice: middle 0.20, usual distance 0.10
        "0.9, 0.05 0.10 0.15 0.25 0.30 0.60, false",
        "301, 195 198 200 205 210, false",
    })
    void jumps(BigDecimal value, String before, boolean expected) {
        var earlier = Arrays.stream(before.split(" ")).map(BigDecimal::new).toList();

        assertThat(Plausibility.isJump(value, earlier)).isEqualTo(expected);
    }

    private static List<Reading> readings(String texts) {
        return Arrays.stream(texts.split(" ")).map(it -> Reading.of(it).orElseThrow()).toList();
    }

    private static PassRate.Source source(Boolean met, String intake) {
        return new PassRate.Source(
                Optional.ofNullable(met), Optional.ofNullable(intake).map(BigDecimal::new));
    }

    private static WaterVerdict sample(String... readings) {
        var evaluation = new Evaluation(SURFACE, WaterBody.LAKE, true, WaterClass.III, null);
        return evaluation.of(
                Arrays.stream(readings)
                        .map(it -> it.split(" "))
                        .map(
                                it ->
                                        new Evaluation.Sampled(
                                                ItemNames.find(SURFACE, it[0], WaterBody.LAKE)
                                                        .orElseThrow(),
                                                Reading.of(it[1]).orElseThrow()))
                        .toList());
    }
}
