package org.gongkai.opengov.disclosures.plans;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A task or figure of a plan (规划任务、指标).
 *
 * @param name one task of a plan has it
 * @param unit of target and of what was reached, e.g. %
 */
public record PlanTask(String name, String unit, Direction direction, BigDecimal target) {

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

    /** Whether this reaches the target; equal to it is reached. */
    public boolean metBy(BigDecimal reached) {
        return direction == Direction.AT_LEAST
                ? reached.compareTo(target) >= 0
                : reached.compareTo(target) <= 0;
    }
}
