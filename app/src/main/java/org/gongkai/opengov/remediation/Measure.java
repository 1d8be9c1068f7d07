package org.gongkai.opengov.remediation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something to be reached, with its figure (整治措施和指标).
 *
 * @param baseline where it began; null where nobody measured
 * @param reached where it stands; null while nothing has been measured
 * @param asOf the day of {@code reached}
 */
public record Measure(
        String name,
        String unit,
        Direction direction,
        @Nullable BigDecimal baseline,
        BigDecimal target,
        @Nullable BigDecimal reached,
        @Nullable LocalDate asOf) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** Which way the figure is to go. */
    public enum Direction {
        /** 不低于. */
        AT_LEAST,
        /** 不高于. */
        AT_MOST;

        /** The name in forms and in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** By its name in forms. */
        public static Optional<Direction> named(String slug) {
            return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
        }
    }

    /** Whether the target has been reached; equal to it is reached. */
    public boolean met() {
        return reached != null
                && (direction == Direction.AT_LEAST
                        ? reached.compareTo(target) >= 0
                        : reached.compareTo(target) <= 0);
    }

    /**
     * How much of the way has been gone, 0 to 100 and never 100 before the target is reached; empty
     * where that cannot be said, because nothing was measured, an upper limit has no beginning, or
     * the target lies on the other side of it than the figure is to go.
     */
    public Optional<Integer> percent() {
        if (reached == null) {
            return Optional.empty();
        }
        if (met()) {
            return Optional.of(100);
        }
        if (baseline == null && direction == Direction.AT_MOST) {
            return Optional.empty();
        }
        var from = baseline == null ? BigDecimal.ZERO : baseline;
        var way = target.subtract(from);
        if (way.signum() != (direction == Direction.AT_LEAST ? 1 : -1)) {
            return Optional.empty();
        }
        var share =
                reached.subtract(from)
                        .multiply(HUNDRED)
                        .divide(way, 0, RoundingMode.DOWN)
                        .intValue();
        return Optional.of(Math.clamp(share, 0, 99));
    }
}
