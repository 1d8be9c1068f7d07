package org.gongkai.opengov.inspections.plans;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The share of a class that is inspected (抽查比例), in hundredths of a per cent, above 0 to 100 %.
 *
 * <p>A share of units is always rounded up: less than one unit more would be less than the share.
 */
public record Ratio(int hundredths) {
    /** Hundredths of a per cent in a whole. */
    public static final int WHOLE = 10_000;

    /** All of them. */
    public static final Ratio ALL = new Ratio(WHOLE);

    public Ratio {
        if (hundredths <= 0 || hundredths > WHOLE) {
            throw new IllegalArgumentException(
                    "A ratio is above 0 and at most 100 %, not " + hundredths + " hundredths");
        }
    }

    /** So many per cent. */
    public static Ratio percent(int percent) {
        return new Ratio(percent * 100);
    }

    /** As it is typed, {@code 25}, {@code 2.5 %} or {@code 25％}; empty if it is no ratio. */
    public static Optional<Ratio> read(String typed) {
        var number = typed.replaceAll("[%％\\s]", "");
        if (!number.matches("\\d{1,3}(\\.\\d{1,2})?")) {
            return Optional.empty();
        }
        var hundredths = new BigDecimal(number).movePointRight(2).intValueExact();
        return hundredths == 0 || hundredths > WHOLE
                ? Optional.empty()
                : Optional.of(new Ratio(hundredths));
    }

    /** How many of {@code units} this is, rounded up. */
    public int of(int units) {
        return (int) Rounding.up((long) units * hundredths, WHOLE);
    }

    /** In per cent, {@code 25} or {@code 2.5}. */
    public String inPercent() {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }
}
