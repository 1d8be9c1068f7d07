package org.gongkai.opengov.drinkingwater.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.drinkingwater.ItemVerdict;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.MonitoringList;
import org.gongkai.opengov.drinkingwater.NotJudged;
import org.gongkai.opengov.drinkingwater.WaterBody;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.WaterStandards;
import org.gongkai.opengov.drinkingwater.results.ReportedValue;
import org.gongkai.opengov.drinkingwater.results.Sampling;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.opengov.drinkingwater.sources.SourceFacts;
import org.gongkai.opengov.drinkingwater.sources.SourceKind;
import org.gongkai.opengov.drinkingwater.sources.SourceState;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GB/T 14848-2017 is in force from 1 May 2018. */
@DisplayName("The edition of 1993 of the standard for groundwater (旧版标准) — ADR 0298")
class EditionTests {
    private static final String CODE = "GB/T14848-93";
    private static final JudgingBasis TAKEN =
            new JudgingBasis(1, Map.of(), List.of(), Set.of(CODE), false);

    @ParameterizedTest(name = "{0} on {1}: {2}, {3}, met {4}, {5} over")
    @CsvSource({
        // nitrite: 0.02 in 1993, 1.00 in 2017; iron of class IV 1.5 and 2.0
        "亚硝酸盐(以N计) 0.5 mg/L, 2018-04-30, GB/T14848-93, V, false, 24.00",
        "亚硝酸盐(以N计) 0.5 mg/L, 2018-05-01, GB/T14848-2017, III, true, ",
        "亚硝酸盐(以N计) 0.02 mg/L, 2017-03-05, GB/T14848-93, III, true, ",
        "铁 1.6 mg/L, 2017-03-05, GB/T14848-93, V, false, 4.33",
        "铁 1.6 mg/L, 2018-06-05, GB/T14848-2017, IV, false, 4.33",
        "总硬度(以CaCO3计) 600 mg/L, 2017-03-05, GB/T14848-93, V, false, 0.33",
        "总硬度(以CaCO3计) 600 mg/L, 2018-06-05, GB/T14848-2017, IV, false, 0.33",
        "铅 0.03 mg/L, 2017-03-05, GB/T14848-93, III, true, ",
        "铅 0.03 mg/L, 2018-06-05, GB/T14848-2017, IV, false, 2.00",
        // called otherwise then
        "'耗氧量(CODMn法,以O2计) 3.1 mg/L', 2017-03-05, GB/T14848-93, IV, false, 0.03",
        "阴离子表面活性剂 0.2 mg/L, 2017-03-05, GB/T14848-93, III, true, ",
        // counted in a litre then: 2 in 100 mL are 20
        "总大肠菌群 2 MPN/100mL, 2017-03-05, GB/T14848-93, IV, false, 5.67",
        "总大肠菌群 2 MPN/100mL, 2018-06-05, GB/T14848-2017, I, true, ",
        "'pH 6.4 ', 2017-03-05, GB/T14848-93, IV, false, ",
    })
    void judgesSamplesOfItsTime(
            String value,
            LocalDate day,
            String standard,
            String expected,
            boolean met,
            @Nullable BigDecimal multiple) {
        var month = month(day, TAKEN, value);
        ItemVerdict verdict = month.verdict().items().getFirst();

        assertThat(month.evaluation().standard().code()).isEqualTo(standard);
        assertThat(verdict.itemClass().map(WaterClass::text)).contains(expected);
        assertThat(verdict.met()).contains(met);
        assertThat(verdict.multiple()).isEqualTo(Optional.ofNullable(multiple));
        assertThat(month.reported(verdict.item()).map(ReportedValue::item))
                .contains(value.split(" ")[0]);
    }

    @Test
    void judgesNothingUntilItIsTakenOver() {
        var day = LocalDate.of(2017, 3, 5);

        assertThat(month(day, JudgingBasis.NONE, "铁 0.1 mg/L").evaluation().standard().code())
                .isEqualTo("GB/T14848-2017");
        assertThat(WaterStandards.cited(CODE)).isEmpty();
        assertThat(WaterStandards.shipped()).noneMatch(it -> it.code().equals(CODE));
    }

    @Test
    void hasTwentyThreeItemsToBeMonitored() {
        var month = month(LocalDate.of(2017, 3, 5), TAKEN, "铁 0.1 mg/L");
        var older = WaterStandards.olderCited("GB/T 14848—93").orElseThrow();

        assertThat(MonitoringList.monthly(older, WaterBody.GROUNDWATER)).hasSize(23);
        assertThat(month.wanted()).isEqualTo(23);
        assertThat(month.missing()).hasSize(22).extracting(MonitoredItem::name).doesNotContain("铁");
        assertThat(month.entered(true)).hasSize(23);
        assertThat(month(LocalDate.of(2018, 5, 1), TAKEN, "铁 0.1 mg/L").wanted()).isEqualTo(39);
    }

    @Test
    void leavesAloneWhatItDoesNotLimit() {
        var sodium =
                month(LocalDate.of(2017, 3, 5), TAKEN, "钠 300 mg/L").verdict().items().getFirst();

        assertThat(sodium.notJudged()).contains(NotJudged.NO_LIMIT);
        assertThat(sodium.met()).isEmpty();
    }

    private static SourceMonth month(LocalDate day, JudgingBasis basis, String... values) {
        var month = YearMonth.from(day);
        var source =
                new WaterSource(
                        1,
                        1,
                        LocalDate.of(2003, 1, 1),
                        new SourceFacts(
                                "水源",
                                List.of(),
                                SourceKind.GROUND,
                                WaterClass.III,
                                "640104",
                                "",
                                "",
                                null,
                                SourceState.IN_USE,
                                null),
                        "",
                        null,
                        Instant.EPOCH);
        var sampling =
                new Sampling(
                        1,
                        month,
                        1,
                        false,
                        day,
                        "",
                        null,
                        Arrays.stream(values)
                                .map(it -> it.split(" ", -1))
                                .map(it -> new ReportedValue(it[0], it[1], it[2]))
                                .toList(),
                        Sampling.Origin.API,
                        null,
                        "",
                        List.of(),
                        null,
                        Instant.EPOCH);
        return SourceMonth.of(source, month, sampling, basis);
    }
}
