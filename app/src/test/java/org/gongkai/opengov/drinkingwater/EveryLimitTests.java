package org.gongkai.opengov.drinkingwater;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Every numeric limit of all tables: the value itself, one step of its last digit better, one
 * worse. The expected class is told from the table's plain rows, not by the rules under test.
 */
@DisplayName("Every limit of every table (全部限值的临界值)")
class EveryLimitTests {
    private final List<String> wrong = new ArrayList<>();
    private int tried;

    @Test
    void isTheLastGoodValue() {
        for (var standard : WaterStandards.shipped()) {
            standard.items().forEach(it -> tryAll(standard, it));
        }

        WaterStandards.older().forEach(of -> of.items().forEach(it -> tryAll(of, it)));

        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThanOrEqualTo(1650);
    }

    private void tryAll(WaterStandard standard, MonitoredItem item) {
        switch (item.limits()) {
            case Limits.AtMost it -> ladder(standard, item, it.limits(), false);
            case Limits.AtLeast it -> ladder(standard, item, it.limits(), true);
            case Limits.ForDrinking it -> oneLimit(standard, item, it.limit());
            case Limits.Within it -> {
                expectMet(standard, item, it.low(), step(it.low(), item), true);
                expectMet(standard, item, it.high(), step(it.high(), item), false);
            }
            case Limits.Bands it -> bands(standard, item, it);
            case Limits.Absent _, Limits.None _ -> {}
        }
    }

    private void ladder(
            WaterStandard standard,
            MonitoredItem item,
            java.util.Map<WaterClass, BigDecimal> limits,
            boolean more) {
        for (var limit : limits.values()) {
            var step = step(limit, item);
            for (var value : List.of(limit, limit.subtract(step), limit.add(step))) {
                var expected =
                        WaterClass.inStandards().stream()
                                .filter(limits::containsKey)
                                .filter(
                                        it ->
                                                more
                                                        ? value.compareTo(limits.get(it)) >= 0
                                                        : value.compareTo(limits.get(it)) <= 0)
                                .findFirst()
                                .orElse(
                                        limits.containsKey(WaterClass.V)
                                                ? WaterClass.WORSE_THAN_V
                                                : WaterClass.V);
                expectClass(standard, item, value, expected);
            }
        }
    }

    private void bands(WaterStandard standard, MonitoredItem item, Limits.Bands bands) {
        var step = new BigDecimal("0.1");
        expectClass(standard, item, bands.low(), WaterClass.I);
        expectClass(standard, item, bands.low().subtract(step), WaterClass.IV);
        expectClass(standard, item, bands.high(), WaterClass.I);
        expectClass(standard, item, bands.high().add(step), WaterClass.IV);
        expectClass(standard, item, bands.outerLow(), WaterClass.IV);
        expectClass(standard, item, bands.outerLow().subtract(step), WaterClass.V);
        expectClass(standard, item, bands.outerHigh(), WaterClass.IV);
        expectClass(standard, item, bands.outerHigh().add(step), WaterClass.V);
    }

    private void oneLimit(WaterStandard standard, MonitoredItem item, BigDecimal limit) {
        expectMet(standard, item, limit, step(limit, item), false);
    }

    /** At the limit it is met, a step within too, a step beyond not. */
    private void expectMet(
            WaterStandard standard,
            MonitoredItem item,
            BigDecimal limit,
            BigDecimal step,
            boolean lowest) {
        expectMet(standard, item, limit, true);
        expectMet(standard, item, limit.subtract(step), !lowest);
        expectMet(standard, item, limit.add(step), lowest);
    }

    private void expectMet(
            WaterStandard standard, MonitoredItem item, BigDecimal value, boolean met) {
        check(item, value, verdict(standard, item, value).met(), Optional.of(met));
    }

    private void expectClass(
            WaterStandard standard, MonitoredItem item, BigDecimal value, WaterClass expected) {
        var verdict = verdict(standard, item, value);
        check(item, value, verdict.itemClass(), Optional.of(expected));
        if (verdict.wasJudged()) {
            check(item, value, verdict.met(), Optional.of(expected.compareTo(WaterClass.III) <= 0));
        }
    }

    private void check(MonitoredItem item, BigDecimal value, Object found, Object expected) {
        tried++;
        if (!found.equals(expected)) {
            wrong.add(item.name() + " " + value + ": " + found + " for " + expected);
        }
    }

    private static ItemVerdict verdict(
            WaterStandard standard, MonitoredItem item, BigDecimal value) {
        var water =
                item.body() != null
                        ? item.body()
                        : standard.kind() == WaterStandard.Kind.GROUND
                                ? WaterBody.GROUNDWATER
                                : WaterBody.RIVER;
        return new Evaluation(standard, water, true, WaterClass.III, null)
                .of(item, new Reading.Measured(value));
    }

    /** One of the last digit that the limit or the rounding rule has, whichever is coarser. */
    private static BigDecimal step(BigDecimal limit, MonitoredItem item) {
        var ofLimit = BigDecimal.ONE.scaleByPowerOfTen(-limit.scale());
        return item.decimals()
                .map(it -> BigDecimal.ONE.setScale(it, RoundingMode.UNNECESSARY))
                .map(it -> BigDecimal.ONE.scaleByPowerOfTen(-it.scale()))
                .map(it -> limit.scale() > item.decimals().get() ? ofLimit : it)
                .orElse(ofLimit);
    }
}
