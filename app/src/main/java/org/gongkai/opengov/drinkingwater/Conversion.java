package org.gongkai.opengov.drinkingwater;

import java.math.BigDecimal;

/**
 * From one unit into another (单位换算).
 *
 * @param factor what a number in the first is multiplied by
 */
public record Conversion(BigDecimal factor) {
    /** Nothing changes. */
    public static final Conversion NONE = new Conversion(BigDecimal.ONE);

    BigDecimal of(BigDecimal value) {
        if (factor.compareTo(BigDecimal.ONE) == 0) {
            return value;
        }
        var converted = value.multiply(factor).stripTrailingZeros();
        return converted.scale() < 0 ? converted.setScale(0) : converted;
    }
}
