package org.gongkai.opengov.drinkingwater.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.drinkingwater.Change;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.results.Sampling.Origin;
import org.gongkai.opengov.drinkingwater.sources.SourceFacts;
import org.gongkai.opengov.drinkingwater.sources.SourceKind;
import org.gongkai.opengov.drinkingwater.sources.SourceState;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A month of all sources (月度水质状况)")
class WaterMonthTests {
    private static final YearMonth JULY = YearMonth.of(2021, 7);

    /** 水库 850, 东郊 120, 南郊 260: two of three pass, 1110 of 1230. */
    @Test
    void countsWhatPassesBySourcesAndByVolume() {
        var month =
                new WaterMonth(
                        JULY,
                        List.of(
                                line(source(SourceKind.RESERVOIR, "850"), "氨氮 0.31 mg/L"),
                                line(source(SourceKind.GROUND, "120"), "总硬度 470 mg/L"),
                                line(source(SourceKind.GROUND, "260"), "总硬度 450 mg/L")));

        assertThat(month.bySources().percent()).contains(new BigDecimal("66.7"));
        assertThat(month.byVolume().orElseThrow().percent()).contains(new BigDecimal("90.2"));
        assertThat(month.withoutResults()).isZero();
    }

    @Test
    void takesTheIntakeOfTheMonthBeforeTheUsualOne() {
        var source = source(SourceKind.GROUND, "120");
        var less = SourceMonth.of(source, JULY, sampling(JULY, new BigDecimal("60"), "铁 0.1 mg/L"));

        assertThat(less.intake()).contains(new BigDecimal("60"));
        assertThat(SourceMonth.of(source, JULY, null).intake()).contains(new BigDecimal("120"));
    }

    @Test
    void namesWhatIsMissingOfTheList() {
        var source = source(SourceKind.GROUND, null);
        var month =
                SourceMonth.of(source, JULY, sampling(JULY, null, "总硬度 470 mg/L", "铁 0.1 mg/L"));

        assertThat(month.wanted()).isEqualTo(39);
        assertThat(month.missing()).hasSize(37);
        assertThat(month.missing()).noneMatch(it -> it.name().equals("铁"));
        assertThat(month.over()).extracting(it -> it.item().name()).containsExactly("总硬度(以CaCO3计)");
    }

    @Test
    void comparesWithTheMonthAndTheYearBefore() {
        var source = source(SourceKind.GROUND, null);
        var line =
                new WaterMonth.Line(
                        of(source, JULY, "总硬度 470 mg/L"),
                        of(source, JULY.minusMonths(1), "总硬度 440 mg/L"),
                        of(source, JULY.minusYears(1), "总硬度 200 mg/L"));

        assertThat(line.sinceLastMonth()).contains(Change.WORSE);
        assertThat(line.sinceLastYear()).contains(Change.MARKEDLY_WORSE);
    }

    @Test
    void saysNothingOfAMonthWithoutResults() {
        var source = source(SourceKind.GROUND, null);
        var line =
                new WaterMonth.Line(
                        SourceMonth.of(source, JULY, null),
                        of(source, JULY.minusMonths(1), "总硬度 440 mg/L"),
                        SourceMonth.of(source, JULY.minusYears(1), null));
        var month = new WaterMonth(JULY, List.of(line));

        assertThat(line.sinceLastMonth()).isEmpty();
        assertThat(month.bySources().percent()).isEmpty();
        assertThat(month.withoutResults()).isEqualTo(1);
    }

    @Test
    void judgesUnitsAsReported() {
        var source = source(SourceKind.GROUND, null);
        var month = of(source, JULY, "四氯化碳 0.0021 mg/L", "汞 0.04L μg/L");

        assertThat(month.verdict().items()).allMatch(it -> it.wasJudged());
        assertThat(month.over()).extracting(it -> it.item().name()).containsExactly("四氯化碳");
    }

    private static WaterMonth.Line line(WaterSource source, String... values) {
        return new WaterMonth.Line(
                of(source, JULY, values),
                SourceMonth.of(source, JULY.minusMonths(1), null),
                SourceMonth.of(source, JULY.minusYears(1), null));
    }

    private static SourceMonth of(WaterSource source, YearMonth month, String... values) {
        return SourceMonth.of(source, month, sampling(month, null, values));
    }

    private static Sampling sampling(YearMonth month, BigDecimal intake, String... values) {
        return new Sampling(
                1,
                month,
                1,
                false,
                null,
                "",
                intake,
                Arrays.stream(values)
                        .map(it -> it.split(" "))
                        .map(it -> new ReportedValue(it[0], it[1], it[2]))
                        .toList(),
                Origin.API,
                null,
                "",
                List.of(),
                null,
                Instant.EPOCH);
    }

    private static WaterSource source(SourceKind kind, String intake) {
        return new WaterSource(
                1,
                1,
                LocalDate.of(2019, 1, 1),
                new SourceFacts(
                        "东郊水源地",
                        List.of(),
                        kind,
                        WaterClass.III,
                        "640104",
                        "",
                        "",
                        intake == null ? null : new BigDecimal(intake),
                        SourceState.IN_USE,
                        null),
                "",
                null,
                Instant.EPOCH);
    }
}
