package org.gongkai.opengov.drinkingwater.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.drinkingwater.Amendment;
import org.gongkai.opengov.drinkingwater.Evaluation;
import org.gongkai.opengov.drinkingwater.ItemNames;
import org.gongkai.opengov.drinkingwater.Reading;
import org.gongkai.opengov.drinkingwater.WaterBody;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.WaterStandards;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * From 1 January to 30 June 2021: iron of groundwater 0.2 instead of 0.3 for class III, manganese
 * of sources 0.05, total phosphorus of lakes 0.04 instead of 0.05, oxygen 6.5 for III.
 */
@DisplayName("Other limits than the printed ones (限值调整) — ADR 0297")
class LimitOverrideTests {
    private static final Amendment PAPER =
            new Amendment("《地方标准》", "DB64/T 0001-2020", LocalDate.of(2021, 1, 1));

    @ParameterizedTest(name = "{1} {3} on {4}: {5}, met {6}, {7} over")
    @CsvSource({
        "GB/T14848-2017, 铁, GROUNDWATER, 0.2, 2021-03-05, II, true, , ≤0.2",
        "GB/T14848-2017, 铁, GROUNDWATER, 0.25, 2021-03-05, IV, false, 0.25, ≤0.2",
        "GB/T14848-2017, 铁, GROUNDWATER, 0.25, 2020-12-31, III, true, , ≤0.3",
        "GB/T14848-2017, 铁, GROUNDWATER, 0.25, 2021-01-01, IV, false, 0.25, ≤0.2",
        "GB/T14848-2017, 铁, GROUNDWATER, 0.25, 2021-06-30, IV, false, 0.25, ≤0.2",
        "GB/T14848-2017, 铁, GROUNDWATER, 0.25, 2021-07-01, III, true, , ≤0.3",
        "GB/T14848-2017, 铁, GROUNDWATER, 2.1, 2021-03-05, V, false, 9.50, ≤0.2",
        "GB/T14848-2017, 铁, GROUNDWATER, 0.1, 2021-03-05, I, true, , ≤0.2",
        "GB3838-2002, 总磷, LAKE, 0.045, 2021-03-05, IV, false, 0.12, ≤0.04",
        "GB3838-2002, 总磷, RIVER, 0.2, 2021-03-05, III, true, , ≤0.2",
        "GB3838-2002, 溶解氧, RIVER, 6.4, 2021-03-05, IV, false, , ≥6.5",
        "GB3838-2002, 溶解氧, RIVER, 6.5, 2021-03-05, III, true, , ≥6.5",
        "GB3838-2002, 锰, LAKE, 0.06, 2021-03-05, , false, 0.20, ≤0.05",
        "GB3838-2002, 锰, LAKE, 0.06, 2021-08-05, , true, , ≤0.1",
    })
    void holdForSamplesOfTheirDays(
            String code,
            String name,
            WaterBody water,
            String value,
            LocalDate day,
            @Nullable String expected,
            boolean met,
            @Nullable BigDecimal multiple,
            String limit) {
        var standard = WaterStandards.cited(code).orElseThrow();
        var basis =
                basis(
                        override(1, row("GB/T14848-2017", 1, "铁", null), Map.of("III", "0.2")),
                        override(
                                2,
                                row("GB3838-2002", 1, "总磷", WaterBody.LAKE),
                                Map.of("III", "0.04")),
                        override(
                                3,
                                row("GB3838-2002", 1, "溶解氧", null),
                                Map.of("II", "7", "III", "6.5")),
                        override(4, row("GB3838-2002", 2, "锰", null), Map.of("limit", "0.05")));
        var item = basis.item(standard, ItemNames.find(standard, name, water).orElseThrow(), day);

        var verdict =
                new Evaluation(standard, water, true, WaterClass.III, null)
                        .of(item, Reading.of(value).orElseThrow());

        assertThat(verdict.itemClass().map(WaterClass::text))
                .isEqualTo(Optional.ofNullable(expected));
        assertThat(verdict.met()).contains(met);
        assertThat(verdict.multiple()).isEqualTo(Optional.ofNullable(multiple));
        assertThat(verdict.limit()).contains(limit);
    }

    @Test
    void nameThePaperAndItsFirstDay() {
        var standard = WaterStandards.cited("GB/T14848-2017").orElseThrow();
        var iron = ItemNames.find(standard, "铁", WaterBody.GROUNDWATER).orElseThrow();
        var basis = basis(override(1, row("GB/T14848-2017", 1, "铁", null), Map.of("III", "0.2")));

        assertThat(basis.item(standard, iron, LocalDate.of(2021, 2, 1)).amendment())
                .contains(PAPER);
        assertThat(basis.item(standard, iron, LocalDate.of(2020, 2, 1)).amendment()).isEmpty();
        assertThat(iron.amendment()).isEmpty();
    }

    /** 1 enters them, 2 makes them stricter still, 3 takes them back. */
    @Test
    void areKnownAsFarAsAnyDecision() {
        var row = row("GB/T14848-2017", 1, "铁", null);
        var history =
                new JudgingBases.History(
                        List.of(),
                        List.of(
                                version(1, 3, row, Map.of("III", "0.1"), true),
                                version(1, 2, row, Map.of("III", "0.1"), false),
                                version(1, 1, row, Map.of("III", "0.2"), false)),
                        List.of(),
                        List.of());

        assertThat(history.upTo(1).limits())
                .extracting(it -> it.limits().get("III"))
                .containsExactly(new BigDecimal("0.2"));
        assertThat(history.upTo(2).limits())
                .extracting(it -> it.limits().get("III"))
                .containsExactly(new BigDecimal("0.1"));
        assertThat(history.upTo(3).limits()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource({
        "GB/T14848-2017, 铁, '', III=0.2, ",
        "GB3838-2002, 总磷, lake, III=0.04, ",
        "GB3838-2002, 锰, '', limit=0.05, ",
        "GB/T14848-1993, 铁, '', III=0.2, standard",
        "GB/T14848-2017, 钛, '', III=0.2, item",
        "GB/T14848-2017, pH, '', III=7, item",
        "GB/T14848-2017, 嗅和味, '', III=1, item",
        "GB3838-2002, 水温, '', III=20, item",
        "GB3838-2002, 总磷, '', III=0.04, waterBody",
        "GB/T14848-2017, 铁, '', V=3, V",
        "GB/T14848-2017, 铁, '', limit=0.2, limit",
        "GB3838-2002, 锰, '', III=0.05, III",
        "GB/T14848-2017, 铁, '', III=很少, III",
        "GB/T14848-2017, 铁, '', III=0, III",
        "GB/T14848-2017, 铁, '', III=0.3, III",
        "GB/T14848-2017, 铁, '', III=0.05, III",
        "GB/T14848-2017, 铁, '', III=2.5, III",
    })
    void areTakenOrRefusedByTheirField(
            String standard, String item, String water, String limit, @Nullable String field) {
        var typed = new HashMap<String, String>();
        typed.put("standard", standard);
        typed.put("item", item);
        typed.put("waterBody", water);
        typed.put(limit.split("=")[0], limit.split("=")[1]);
        typed.put("document", "《地方标准》");
        typed.put("from", "2021-01-01");
        var entry = new LimitEntry(typed);

        var refused = catchThrowableOfType(Refusal.class, () -> entry.checked(null, List.of()));

        if (field == null) {
            assertThat(refused).isNull();
        } else {
            assertThat(refused.problems()).extracting(FieldProblem::field).containsExactly(field);
        }
    }

    private static LimitOverride.Row row(
            String standard, int table, String item, @Nullable WaterBody body) {
        return new LimitOverride.Row(standard, table, item, body);
    }

    private static JudgingBasis basis(LimitOverride... limits) {
        return new JudgingBasis(9, Map.of(), List.of(limits), Set.of(), false);
    }

    private static LimitOverride override(
            long id, LimitOverride.Row row, Map<String, String> limits) {
        return version(id, 1, row, limits, false);
    }

    private static LimitOverride version(
            long id,
            int number,
            LimitOverride.Row row,
            Map<String, String> limits,
            boolean withdrawn) {
        var numbers = new HashMap<String, BigDecimal>();
        limits.forEach((of, limit) -> numbers.put(of, new BigDecimal(limit)));
        return new LimitOverride(
                id,
                number,
                row,
                numbers,
                PAPER,
                LocalDate.of(2021, 6, 30),
                withdrawn,
                "",
                new Decision(number, null, Instant.EPOCH));
    }
}
