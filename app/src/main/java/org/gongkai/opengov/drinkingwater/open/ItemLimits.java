package org.gongkai.opengov.drinkingwater.open;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.Limits;
import org.gongkai.opengov.drinkingwater.WaterClass;

/** The limits of an item as lines of a chart (限值线). */
final class ItemLimits {
    private ItemLimits() {}

    /** The numbers that a value of this class may not cross; none where there is none. */
    static List<BigDecimal> lines(Limits limits, WaterClass target) {
        return switch (limits) {
            case Limits.AtMost it -> it.most(target).stream().toList();
            case Limits.ForDrinking it -> List.of(it.limit());
            case Limits.AtLeast it ->
                    Optional.ofNullable(it.limits().get(target)).stream().toList();
            case Limits.Within it -> List.of(it.low(), it.high());
            case Limits.Bands it ->
                    switch (target) {
                        case I, II, III -> List.of(it.low(), it.high());
                        case IV -> List.of(it.outerLow(), it.outerHigh());
                        default -> List.<BigDecimal>of();
                    };
            case Limits.Absent _, Limits.None _ -> List.of();
        };
    }

    /** Whether less is better, so that the axis begins at nought: not with a range. */
    static boolean fromZero(Limits limits) {
        return !(limits instanceof Limits.Within || limits instanceof Limits.Bands);
    }

    /** What a value is of its limit, 1 being the limit itself; empty where less is not better. */
    static Optional<Double> share(Limits limits, WaterClass target, BigDecimal value) {
        return limits.most(target)
                .filter(it -> it.signum() > 0)
                .map(it -> value.doubleValue() / it.doubleValue());
    }
}
