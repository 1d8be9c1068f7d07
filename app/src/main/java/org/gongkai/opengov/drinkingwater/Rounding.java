package org.gongkai.opengov.drinkingwater;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * Rounding of monitored values (数值修约): half to even, 四舍六入五成双 (GB/T 8170). What would become nothing
 * keeps one digit.
 *
 * <p>How many places each item of surface water has: 环办监测函〔2020〕82号 as one library uses it; the
 * paper itself was not seen [M], ADR 0261.
 */
final class Rounding {
    private static final Map<String, Integer> SURFACE_WATER =
            Map.ofEntries(
                    Map.entry("w01009", 1),
                    Map.entry("w01019", 1),
                    Map.entry("w01018", 1),
                    Map.entry("w01017", 1),
                    Map.entry("w21003", 2),
                    Map.entry("w21001", 2),
                    Map.entry("w22001", 2),
                    Map.entry("w19002", 2),
                    Map.entry("w21011", 3),
                    Map.entry("w20122", 3),
                    Map.entry("w20123", 3),
                    Map.entry("w21017", 3),
                    Map.entry("w20117", 3),
                    Map.entry("w20120", 3),
                    Map.entry("w21016", 3),
                    Map.entry("w21019", 3),
                    Map.entry("w20128", 4),
                    Map.entry("w20119", 4),
                    Map.entry("w23002", 4),
                    Map.entry("w20111", 5),
                    Map.entry("w20115", 5),
                    Map.entry("w01001", 0),
                    Map.entry("w02003", 0));

    private Rounding() {}

    /** Places behind the point with which this item of surface water is judged. */
    static Optional<Integer> ofSurfaceWater(String code) {
        return Optional.ofNullable(SURFACE_WATER.get(code));
    }

    /** The value with so many places, or with its first digit if nothing would be left. */
    static BigDecimal half(BigDecimal value, int decimals) {
        var rounded = value.setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 && value.signum() != 0
                ? value.round(new MathContext(1, RoundingMode.HALF_EVEN))
                : rounded;
    }
}
