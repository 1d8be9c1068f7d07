package org.gongkai.opengov.drinkingwater;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * Means over samples (平均值). What is not detected counts half its detection limit (note of the
 * national table, environment facts 4.2); what is not monitored does not count. pH is averaged over
 * the hydrogen ions: 6.0 and 8.0 give 6.30.
 */
public final class Mean {
    private static final MathContext EXACT = MathContext.DECIMAL64;
    private static final BigDecimal TWO = new BigDecimal(2);

    private Mean() {}

    /** The mean; empty if nothing was monitored, or one of them is no number. */
    public static Optional<BigDecimal> of(List<Reading> readings) {
        return numbers(readings)
                .map(
                        it ->
                                it.stream()
                                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                                        .divide(new BigDecimal(it.size()), EXACT));
    }

    /** The mean of pH values, with two places. */
    public static Optional<BigDecimal> ofPh(List<Reading> readings) {
        return numbers(readings)
                .map(
                        it ->
                                it.stream()
                                        .mapToDouble(ph -> Math.pow(10, -ph.doubleValue()))
                                        .average()
                                        .orElseThrow())
                .map(ions -> Rounding.half(BigDecimal.valueOf(-Math.log10(ions)), 2));
    }

    private static Optional<List<BigDecimal>> numbers(List<Reading> readings) {
        var monitored =
                readings.stream().filter(it -> !(it instanceof Reading.NotMonitored)).toList();
        var numbers = monitored.stream().flatMap(it -> number(it).stream()).toList();
        return numbers.isEmpty() || numbers.size() < monitored.size()
                ? Optional.empty()
                : Optional.of(numbers);
    }

    private static Optional<BigDecimal> number(Reading reading) {
        return switch (reading) {
            case Reading.Measured it -> Optional.of(it.value());
            case Reading.NotDetected it -> Optional.of(it.detectionLimit().divide(TWO, EXACT));
            default -> Optional.empty();
        };
    }
}
