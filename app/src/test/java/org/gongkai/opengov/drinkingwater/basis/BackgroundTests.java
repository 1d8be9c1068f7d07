package org.gongkai.opengov.drinkingwater.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.ItemVerdict;
import org.gongkai.opengov.drinkingwater.NaturalBackground;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.results.ReportedValue;
import org.gongkai.opengov.drinkingwater.results.Sampling;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.opengov.drinkingwater.results.WaterMonth;
import org.gongkai.opengov.drinkingwater.sources.SourceFacts;
import org.gongkai.opengov.drinkingwater.sources.SourceKind;
import org.gongkai.opengov.drinkingwater.sources.SourceState;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hardness 470 against 450, iron 0.37 against 0.3: published figures (environment facts 4.4). */
@DisplayName("Natural background (天然本底): over all the same, with the cause beside it (ADR 0295)")
class BackgroundTests {
    private static final YearMonth JULY = YearMonth.of(2021, 7);
    private static final String HARDNESS = "总硬度(以CaCO3计)";
    private static final NaturalBackground ROCK =
            new NaturalBackground("含水层富含碳酸盐岩", "《天然本底调查报告》", "宁环〔2019〕1号");
    private static final LocalDate FIRST = LocalDate.of(2021, 7, 1);
    private static final LocalDate LAST = LocalDate.of(2021, 7, 31);

    @DisplayName("hardness and fluoride are registered from 1 to 31 July")
    @ParameterizedTest(name = "{0} on {1}: met {2}, over {3}, by nature {4}, only so {5}")
    @CsvSource({
        "总硬度 470 mg/L, 2021-07-05, false, 总硬度(以CaCO3计) IV 0.04, 总硬度(以CaCO3计), true",
        "总硬度 452 mg/L, 2021-07-05, false, 总硬度(以CaCO3计) IV 0.004, 总硬度(以CaCO3计), true",
        "总硬度 470 mg/L|铁 0.37 mg/L, 2021-07-05, false, 总硬度(以CaCO3计) IV 0.04|铁 IV 0.23, 总硬度(以CaCO3计), false",
        "总硬度 470 mg/L|氟化物 1.2 mg/L, 2021-07-05, false, 总硬度(以CaCO3计) IV 0.04|氟化物 IV 0.20, 总硬度(以CaCO3计)|氟化物, true",
        "铁 0.37 mg/L, 2021-07-05, false, 铁 IV 0.23, '', false",
        "总硬度 450 mg/L, 2021-07-05, true, '', '', false",
        "总硬度 300 mg/L|氟化物 1.0 mg/L, 2021-07-05, true, '', '', false",
        "总硬度 470 mg/L, 2021-06-30, false, 总硬度(以CaCO3计) IV 0.04, '', false",
        "总硬度 470 mg/L, 2021-07-01, false, 总硬度(以CaCO3计) IV 0.04, 总硬度(以CaCO3计), true",
        "总硬度 470 mg/L, 2021-07-31, false, 总硬度(以CaCO3计) IV 0.04, 总硬度(以CaCO3计), true",
        "总硬度 470 mg/L, 2021-08-01, false, 总硬度(以CaCO3计) IV 0.04, '', false",
        "总硬度 500L mg/L, 2021-07-05, , '', '', false",
    })
    void tellsTheCauseOfWhatIsOver(
            String values,
            LocalDate day,
            @Nullable Boolean met,
            String over,
            String byNature,
            boolean only) {
        var month =
                month(1, day, basis(false, registered(1, HARDNESS), registered(1, "氟化物")), values);

        assertThat(month.verdict().met()).isEqualTo(Optional.ofNullable(met));
        assertThat(month.over().stream().map(BackgroundTests::told)).containsExactly(split(over));
        assertThat(
                        month.over().stream()
                                .filter(it -> it.background().equals(Optional.of(ROCK)))
                                .map(it -> it.item().name()))
                .containsExactly(split(byNature));
        assertThat(month.verdict().onlyBackground()).isEqualTo(only);
    }

    /** pH 8.8 is class IV, and no multiple is told of it. */
    @Test
    void isToldOfPhToo() {
        var ph = month(1, FIRST, basis(false, registered(1, "pH")), "pH 8.8 ").over().getFirst();

        assertThat(ph.itemClass()).contains(WaterClass.IV);
        assertThat(ph.multiple()).isEmpty();
        assertThat(ph.background()).contains(ROCK);
    }

    @Test
    void isOfOneSourceAlone() {
        var basis = basis(false, registered(2, HARDNESS));

        assertThat(month(1, FIRST, basis, "总硬度 470 mg/L").verdict().onlyBackground()).isFalse();
        assertThat(month(2, FIRST, basis, "总硬度 470 mg/L").verdict().onlyBackground()).isTrue();
    }

    @Test
    void countsAsOnTheLastOfTheMonthWhereNobodyWroteDownTheDay() {
        var until = version(1, 1, 1, HARDNESS, FIRST, LocalDate.of(2021, 7, 30), false);

        assertThat(month(1, null, basis(false, until), "总硬度 470 mg/L").verdict().onlyBackground())
                .isFalse();
        assertThat(
                        month(1, null, basis(false, registered(1, HARDNESS)), "总硬度 470 mg/L")
                                .verdict()
                                .onlyBackground())
                .isTrue();
    }

    /** 1 registers, 2 ends it with June, 3 takes it back, 4 has rates told both ways. */
    @Test
    void isKnownAsFarAsAnyDecision() {
        var history =
                new JudgingBases.History(
                        List.of(
                                version(1, 3, 1, HARDNESS, FIRST, null, true),
                                version(1, 2, 1, HARDNESS, FIRST, FIRST, false),
                                version(1, 1, 1, HARDNESS, FIRST, null, false)),
                        List.of(),
                        List.of(),
                        List.of(new RateSetting(1, true, "按月报", decision(4))));

        assertThat(history.upTo(0)).isEqualTo(JudgingBasis.NONE);
        assertThat(history.upTo(1).backgrounds(1, LAST)).containsOnlyKeys(HARDNESS);
        assertThat(history.upTo(2).backgrounds(1, LAST)).isEmpty();
        assertThat(history.upTo(2).backgrounds(1, FIRST)).containsOnlyKeys(HARDNESS);
        assertThat(history.upTo(3).backgrounds(1, FIRST)).isEmpty();
        assertThat(history.upTo(3).setsApart()).isFalse();
        assertThat(history.upTo(4).setsApart()).isTrue();
    }

    /**
     * Of four sources, 120, 90, 60 and 30 of water: one passes, one is over by nature alone, one by
     * nature and otherwise, one otherwise.
     */
    @Test
    void leavesRatesAsTheyAreAndGivesThemWithoutSuchSourcesToo() {
        var registered = new Background[] {registered(2, HARDNESS), registered(3, HARDNESS)};
        var both = fourSources(basis(true, registered));

        assertThat(both.bySources().percent()).contains(new BigDecimal("25.0"));
        assertThat(both.byVolume().orElseThrow().percent()).contains(new BigDecimal("40.0"));
        assertThat(both.setApart()).extracting(it -> it.source().id()).containsExactly(2L);
        assertThat(both.bySourcesApart().orElseThrow().judged()).isEqualByComparingTo("3");
        assertThat(both.bySourcesApart().orElseThrow().percent()).contains(new BigDecimal("33.3"));
        assertThat(both.byVolumeApart().orElseThrow().judged()).isEqualByComparingTo("210");
        assertThat(both.byVolumeApart().orElseThrow().percent()).contains(new BigDecimal("57.1"));

        var one = fourSources(basis(false, registered));
        assertThat(one.bySources().percent()).contains(new BigDecimal("25.0"));
        assertThat(one.bySourcesApart()).isEmpty();
        assertThat(one.byVolumeApart()).isEmpty();
        assertThat(fourSources(basis(true)).bySourcesApart()).isEmpty();
    }

    private static WaterMonth fourSources(JudgingBasis basis) {
        return new WaterMonth(
                JULY,
                List.of(
                        line(1, "120", basis, "总硬度 430 mg/L"),
                        line(2, "90", basis, "总硬度 470 mg/L"),
                        line(3, "60", basis, "总硬度 470 mg/L|铁 0.37 mg/L"),
                        line(4, "30", basis, "铁 0.37 mg/L")));
    }

    private static WaterMonth.Line line(long id, String intake, JudgingBasis basis, String values) {
        var now = month(id, new BigDecimal(intake), FIRST, basis, values);
        return new WaterMonth.Line(now, now, now);
    }

    private static String told(ItemVerdict it) {
        return it.item().name()
                + " "
                + it.itemClass().orElseThrow().text()
                + " "
                + it.multiple().orElseThrow().toPlainString();
    }

    private static String[] split(String joined) {
        return joined.isEmpty() ? new String[0] : joined.split("\\|");
    }

    private static JudgingBasis basis(boolean setsApart, Background... backgrounds) {
        return new JudgingBases.History(
                        List.of(backgrounds),
                        List.of(),
                        List.of(),
                        List.of(new RateSetting(1, setsApart, "按月报", decision(9))))
                .upTo(9);
    }

    private static Background registered(long source, String item) {
        return version(source * 100 + item.length(), 1, source, item, FIRST, LAST, false);
    }

    /** By the decision that has the version's number. */
    private static Background version(
            long id,
            int number,
            long source,
            String item,
            LocalDate from,
            @Nullable LocalDate until,
            boolean withdrawn) {
        return new Background(
                id, number, source, item, ROCK, from, until, withdrawn, "", decision(number));
    }

    private static Decision decision(int number) {
        return new Decision(number, null, Instant.EPOCH);
    }

    private static SourceMonth month(
            long id, @Nullable LocalDate day, JudgingBasis basis, String values) {
        return month(id, new BigDecimal("120"), day, basis, values);
    }

    private static SourceMonth month(
            long id,
            BigDecimal intake,
            @Nullable LocalDate day,
            JudgingBasis basis,
            String values) {
        var month = day == null ? JULY : YearMonth.from(day);
        var source =
                new WaterSource(
                        id,
                        1,
                        LocalDate.of(2019, 1, 1),
                        new SourceFacts(
                                "水源" + id,
                                List.of(),
                                SourceKind.GROUND,
                                WaterClass.III,
                                "640104",
                                "",
                                "",
                                intake,
                                SourceState.IN_USE,
                                null),
                        "",
                        null,
                        Instant.EPOCH);
        var sampling =
                new Sampling(
                        id,
                        month,
                        1,
                        false,
                        day,
                        "",
                        null,
                        Arrays.stream(values.split("\\|"))
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
