package org.gongkai.opengov.drinkingwater;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How many times over its limit a value is (超标倍数): (C − S) / S. Two places behind the point; where
 * that would be nothing, one digit, because what is over the limit is never told as met
 * (environment facts 4.6).
 */
final class Multiple {
    private static final int DECIMALS = 2;

    private Multiple() {}

    static BigDecimal of(BigDecimal value, BigDecimal limit) {
        var exact = value.subtract(limit).divide(limit, MathContext.DECIMAL64);
        var rounded = exact.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0
                ? exact.round(new MathContext(1, RoundingMode.HALF_EVEN))
                : rounded;
    }
}
