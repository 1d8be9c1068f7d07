package org.gongkai.opengov.drinkingwater;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Evaluation of water — GB 3838-2002, GB/T 14848-2017 (水质评价)")
class EvaluationTests {

    @DisplayName("of a river held against class III")
    @ParameterizedTest(name = "{0} {1}: {2}, {3}")
    @CsvSource({
        // item, value, class, met; rounded half to even: 20.04 → 20.0, 20.05 → 20.0, 20.06 → 20.1
        "化学需氧量, 15, I, true",
        "化学需氧量, 15.04, I, true",
        "化学需氧量, 15.06, III, true",
        "化学需氧量, 20.04, III, true",
        "化学需氧量, 20.05, III, true",
        "化学需氧量, 20.06, IV, false",
        "化学需氧量, 40.1, 劣V, false",
        "五日生化需氧量, 3, I, true",
        "五日生化需氧量, 3.1, III, true",
        "五日生化需氧量, 4.1, IV, false",
        "高锰酸盐指数, 6.0, III, true",
        "高锰酸盐指数, 6.04, III, true",
        "高锰酸盐指数, 6.06, IV, false",
        "氨氮, 1.004, III, true",
        "氨氮, 1.005, III, true",
        "氨氮, 1.006, IV, false",
        "氨氮, 0.15, I, true",
        "氨氮, 0.16, II, true",
        "总磷, 0.2, III, true",
        "总磷, 0.2005, III, true",
        "总磷, 0.2006, IV, false",
        "铜, 0.01, I, true",
        "铜, 0.011, II, true",
        "铜, 1.0, II, true",
        "铜, 1.001, 劣V, false",
        "铅, 0.05, III, true",
        "铅, 0.051, V, false",
        "汞, 0.0001, III, true",
        "汞, 0.00011, IV, false",
        "溶解氧, 5, III, true",
        "溶解氧, 4.95, III, true",
        "溶解氧, 4.94, IV, false",
        "溶解氧, 7.5, I, true",
        "溶解氧, 7.4, II, true",
        "溶解氧, 1.9, 劣V, false",
        "粪大肠菌群, 10001, IV, ",
        "阴离子表面活性剂, 0.2, I, true",
    })
    void ofARiver(String item, String value, String expected, Boolean met) {
        var verdict = river().of(named(SURFACE, item, WaterBody.RIVER), reading(value));

        assertThat(verdict.itemClass().map(WaterClass::text)).contains(expected);
        assertThat(verdict.met()).isEqualTo(Optional.ofNullable(met));
    }

    @DisplayName("of pH of surface water, which passes or fails and has no class")
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"6, true", "9, true", "5.4, false", "9.6, false", "7.32, true"})
    void ofSurfacePh(String value, boolean met) {
        var verdict = river().of(named(SURFACE, "pH", WaterBody.RIVER), reading(value));

        assertThat(verdict.itemClass()).isEmpty();
        assertThat(verdict.met()).contains(met);
        assertThat(verdict.multiple()).isEmpty();
    }

    @DisplayName("of groundwater held against class III")
    @ParameterizedTest(name = "{0} {1}: {2}, {3}, {4}")
    @CsvSource({
        // published figures of a neighbouring city, 2020-10, with their multiples
        "总硬度, 470, IV, false, 0.04",
        "溶解性总固体, 1160, IV, false, 0.16",
        "硫酸盐, 406, V, false, 0.62",
        "氯化物, 393, V, false, 0.57",
        "硫酸盐, 449, V, false, 0.80",
        "铁, 0.37, IV, false, 0.23",
        "铁, 0.32, IV, false, 0.07",
        "铁, 0.90, IV, false, 2.00",
        // over is over, however little
        "总硬度, 452, IV, false, 0.004",
        "总硬度, 450, III, true, ",
        "总硬度, 450.0, III, true, ",
        // equal limits: the better class
        "色, 5, I, true, ",
        "浑浊度, 3, I, true, ",
        "阴离子表面活性剂, 0.3, III, true, ",
        "阴离子表面活性剂, 0.05, II, true, ",
        "阴离子表面活性剂, 未检出, I, true, ",
        "阴离子表面活性剂, 0.05L, I, true, ",
        "pH, 6.5, I, true, ",
        "pH, 6.49, IV, false, ",
        "pH, 8.5, I, true, ",
        "pH, 9.0, IV, false, ",
        "pH, 9.01, V, false, ",
        "pH, 5.5, IV, false, ",
        "pH, 5.4, V, false, ",
        "嗅和味, 无, I, true, ",
        "嗅和味, 有, V, false, ",
        "肉眼可见物, 有, V, false, ",
        "总α放射性, 0.5, III, true, ",
        "硝酸盐, 20.0, III, true, ",
        "硝酸盐, 20.1, IV, false, 0.005",
    })
    void ofGroundwater(String item, String value, String expected, boolean met, String multiple) {
        var verdict = ground().of(named(GROUND, item, WaterBody.GROUNDWATER), reading(value));

        assertThat(verdict.itemClass().map(WaterClass::text)).contains(expected);
        assertThat(verdict.met()).contains(met);
        assertThat(verdict.multiple())
                .isEqualTo(Optional.ofNullable(multiple).map(BigDecimal::new));
    }

    @DisplayName("of what was not detected")
    @ParameterizedTest(name = "{0} {1}: {2}, {3}, {4}")
    @CsvSource({
        // detection limit at or below the best limit: class I
        "汞, 0.0001L, I, , true, ",
        // between: it meets the target, and is surely no worse than the first limit above it
        "砷, 0.005L, , III, true, ",
        "砷, <0.01, , III, true, ",
        // above the target: it cannot be judged, and that is not a pass
        "砷, 0.02L, , IV, , DETECTION_LIMIT",
        "砷, 未检出, I, , true, ",
        "砷, -1, , , , NOT_MONITORED",
        "砷, >0.05, V, , false, ",
        "砷, >0.005, , IV, , NOT_COMPARABLE",
        "砷, 无, , , , NOT_COMPARABLE",
    })
    void ofTheUndetected(
            String item,
            String value,
            String expected,
            String atLeast,
            Boolean met,
            NotJudged reason) {
        var verdict = ground().of(named(GROUND, item, WaterBody.GROUNDWATER), reading(value));

        assertThat(verdict.itemClass().map(WaterClass::text))
                .isEqualTo(Optional.ofNullable(expected));
        if (reason != NotJudged.NOT_COMPARABLE) {
            assertThat(verdict.atLeast().map(WaterClass::text))
                    .isEqualTo(Optional.ofNullable(atLeast));
        }
        assertThat(verdict.met()).isEqualTo(Optional.ofNullable(met));
        assertThat(verdict.notJudged()).isEqualTo(Optional.ofNullable(reason));
        assertThat(verdict.multiple()).isEmpty();
    }

    @Nested
    @DisplayName("mixes units up nowhere")
    class Units {

        @Test
        void carbonTetrachlorideHasTheSameLimitInBothStandards() {
            var surface = named(SURFACE, "四氯化碳", WaterBody.RIVER);
            var ground = named(GROUND, "四氯化碳", WaterBody.GROUNDWATER);
            var micro = LaboratoryUnit.of("μg/L").orElseThrow();
            var milli = LaboratoryUnit.of(surface.unit()).orElseThrow();
            var value = reading("2.1").in(micro.to(milli).orElseThrow());

            assertThat(value).isEqualTo(new Reading.Measured(new BigDecimal("0.0021")));
            assertThat(drinking().of(surface, value).met()).contains(false);
            assertThat(drinking().of(surface, value).multiple()).contains(new BigDecimal("0.05"));
            assertThat(ground().of(ground, reading("2.1")).met()).contains(false);
            assertThat(ground().of(ground, reading("2.1")).multiple())
                    .contains(new BigDecimal("0.05"));
            assertThat(ground().of(ground, reading("2.0")).met()).contains(true);
        }

        @DisplayName("the same substance has another limit in each standard")
        @ParameterizedTest(name = "{0}: surface {1}, ground {2}")
        @CsvSource({
            "硝酸盐, ≤10, ≤20.0",
            "铅, ≤0.05, ≤0.01",
            "汞, ≤0.0001, ≤0.001",
            "钴, ≤1.0, ≤0.05",
        })
        void otherLimits(String item, String surface, String ground) {
            assertThat(named(SURFACE, item, WaterBody.RIVER).limits().printed(WaterClass.III))
                    .contains(surface);
            assertThat(named(GROUND, item, WaterBody.GROUNDWATER).limits().printed(WaterClass.III))
                    .contains(ground);
        }

        @DisplayName("from unit to unit")
        @ParameterizedTest(name = "{0} {1} is {2} {3}")
        @CsvSource({
            "2.0, μg/L, 0.002, mg/L",
            "2.0, ug/l, 0.002, mg/L",
            "2.0, µg/L, 0.002, mg/L",
            "0.002, mg/L, 2, μg/L",
            "3, mg/m3, 3, μg/L",
            "1500, ng/L, 1.5, μg/L",
            "0.5, g/L, 500, mg/L",
            "500, mBq/L, 0.5, Bq/L",
            "30, MPN/L, 3, MPN/100mL 或 CFU/100mL",
            "3, CFU/100mL, 30, 个/L",
            "1, CFU/mL, 1000, 个/L",
            "7, ℃, 7, ℃",
        })
        void conversions(String value, String from, String expected, String to) {
            var conversion =
                    LaboratoryUnit.of(from)
                            .orElseThrow()
                            .to(LaboratoryUnit.of(to).orElseThrow())
                            .orElseThrow();

            assertThat(conversion.of(new BigDecimal(value)))
                    .isEqualByComparingTo(new BigDecimal(expected));
        }

        @DisplayName("what measures something else is not converted")
        @ParameterizedTest(name = "{0} into {1}")
        @CsvSource({
            "mg/L, Bq/L",
            "mg/L, NTU",
            "NTU, 铂钴色度单位",
            "mg/L, 个/L",
            "℃, mg/L",
            "无量纲, mg/L",
            "无量纲, NTU",
        })
        void notConvertible(String from, String to) {
            assertThat(
                            LaboratoryUnit.of(from)
                                    .orElseThrow()
                                    .to(LaboratoryUnit.of(to).orElseThrow()))
                    .isEmpty();
        }

        @Test
        void everyLimitHasAUnitThatIsKnown() {
            for (var standard : WaterStandards.shipped()) {
                assertThat(standard.items())
                        .allSatisfy(it -> assertThat(LaboratoryUnit.of(it.unit())).isPresent());
            }
        }
    }

    @DisplayName("of dissolved oxygen knows saturation, where the temperature is known")
    @ParameterizedTest(name = "{0} mg/L at {1} ℃: {2}")
    @CsvSource({
        // 468 / (31.6 + 30) = 7.597; nine tenths: 6.838
        "6.9, 30, I",
        "6.8, 30, II",
        "7.4, , II",
        "7.4, 10, II",
        "7.5, 10, I",
    })
    void ofOxygen(String value, BigDecimal temperature, String expected) {
        var evaluation =
                new Evaluation(SURFACE, WaterBody.RIVER, false, WaterClass.III, temperature);

        assertThat(
                        evaluation
                                .of(named(SURFACE, "溶解氧", WaterBody.RIVER), reading(value))
                                .itemClass())
                .map(WaterClass::text)
                .contains(expected);
    }

    @Test
    void ofLakesHasTheirOwnPhosphorusAndNitrogenOnlyForReference() {
        var lake = new Evaluation(SURFACE, WaterBody.LAKE, false, WaterClass.III, null);
        var phosphorus = named(SURFACE, "总磷", WaterBody.LAKE);
        var nitrogen = named(SURFACE, "总氮", WaterBody.LAKE);

        assertThat(lake.of(phosphorus, reading("0.05")).itemClass()).contains(WaterClass.III);
        assertThat(lake.of(phosphorus, reading("0.051")).itemClass()).contains(WaterClass.IV);
        assertThat(lake.of(nitrogen, reading("3")).itemClass()).contains(WaterClass.WORSE_THAN_V);
        assertThat(lake.of(nitrogen, reading("3")).notJudged()).contains(NotJudged.FOR_REFERENCE);
        assertThat(river().of(nitrogen, reading("3")).notJudged()).contains(NotJudged.OTHER_WATER);
        assertThat(
                        lake.of(
                                        List.of(
                                                new Evaluation.Sampled(phosphorus, reading("0.01")),
                                                new Evaluation.Sampled(nitrogen, reading("3"))))
                                .waterClass())
                .contains(WaterClass.I);
    }

    @Test
    void ofTemperatureIsNone() {
        var verdict = river().of(named(SURFACE, "水温", WaterBody.RIVER), reading("12"));

        assertThat(verdict.notJudged()).contains(NotJudged.NO_LIMIT);
    }

    @Test
    void tablesTwoAndThreeAreForWhatPeopleDrink() {
        var iron = named(SURFACE, "铁", WaterBody.RIVER);

        assertThat(river().of(iron, reading("0.4")).notJudged())
                .contains(NotJudged.ONLY_FOR_DRINKING);
        assertThat(drinking().of(iron, reading("0.4")).met()).contains(false);
        assertThat(drinking().of(iron, reading("0.4")).multiple()).contains(new BigDecimal("0.33"));
        assertThat(drinking().of(iron, reading("0.3")).met()).contains(true);
        assertThat(drinking().of(iron, reading("0.3")).itemClass()).isEmpty();
    }

    @Test
    void theWorstItemDecidesAndIsNamed() {
        var verdict =
                ground().of(
                                List.of(
                                        sampled("总硬度", "470"),
                                        sampled("铁", "0.37"),
                                        sampled("氯化物", "100"),
                                        sampled("砷", "0.02L")));

        assertThat(verdict.waterClass()).contains(WaterClass.IV);
        assertThat(verdict.met()).contains(false);
        assertThat(verdict.deciding())
                .extracting(it -> it.item().name())
                .containsExactly("总硬度(以CaCO3计)", "铁");
    }

    @Test
    void nothingJudgedIsNothingMet() {
        assertThat(ground().of(List.of(sampled("砷", "-1"))).met()).isEmpty();
        assertThat(ground().of(List.of(sampled("砷", "0.02L"))).met()).isEmpty();
    }

    @DisplayName("of a failed limit tells how many times over, two places or one digit")
    @ParameterizedTest(name = "{0} over {1}: {2}")
    @CsvSource({
        "40, 20, 1.00", "470, 450, 0.04", "449, 250, 0.80", "452, 450, 0.004",
        "450.1, 450, 0.0002", "0.32, 0.3, 0.07", "1.125, 1, 0.12", "1.135, 1, 0.14",
    })
    void multiples(BigDecimal value, BigDecimal limit, BigDecimal expected) {
        assertThat(Multiple.of(value, limit)).isEqualTo(expected);
    }

    @DisplayName("rounds half to even, and never to nothing")
    @ParameterizedTest(name = "{0} to {1} places: {2}")
    @CsvSource({
        "20.05, 1, 20.0",
        "20.15, 1, 20.2",
        "20.25, 1, 20.2",
        "20.250001, 1, 20.3",
        "0.0004, 3, 0.0004",
        "0.00044, 3, 0.0004",
        "0, 3, 0.000",
        "6.5, 0, 6",
        "7.5, 0, 8",
    })
    void rounding(BigDecimal value, int places, String expected) {
        assertThat(Rounding.half(value, places).toPlainString()).isEqualTo(expected);
    }

    private static final WaterStandard SURFACE = WaterStandards.cited("GB 3838-2002").orElseThrow();
    private static final WaterStandard GROUND =
            WaterStandards.cited("GB/T 14848—2017").orElseThrow();

    private static Evaluation river() {
        return new Evaluation(SURFACE, WaterBody.RIVER, false, WaterClass.III, null);
    }

    private static Evaluation drinking() {
        return new Evaluation(SURFACE, WaterBody.RIVER, true, WaterClass.III, null);
    }

    private static Evaluation ground() {
        return new Evaluation(GROUND, WaterBody.GROUNDWATER, true, WaterClass.III, null);
    }

    private static Evaluation.Sampled sampled(String item, String value) {
        return new Evaluation.Sampled(named(GROUND, item, WaterBody.GROUNDWATER), reading(value));
    }

    private static MonitoredItem named(WaterStandard standard, String item, WaterBody water) {
        return ItemNames.find(standard, item, water).orElseThrow();
    }

    private static Reading reading(String text) {
        return Reading.of(text).orElseThrow();
    }
}
