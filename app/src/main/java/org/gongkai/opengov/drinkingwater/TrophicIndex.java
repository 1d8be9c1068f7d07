package org.gongkai.opengov.drinkingwater;

import java.math.BigDecimal;

/**
 * How much a lake or reservoir is overgrown (综合营养状态指数, TLI): the weighted sum of five indices, one
 * decimal.
 *
 * <p>《地表水环境质量评价办法（试行）》 环办〔2011〕22号; formulas and weights from memory [M], ADR 0262.
 */
public record TrophicIndex(BigDecimal value) {

    /** What the index says of the water (营养状态分级). */
    public enum State {
        POOR("贫营养"),
        MODERATE("中营养"),
        LIGHT("轻度富营养"),
        MEDIUM("中度富营养"),
        HEAVY("重度富营养");

        private final String text;

        State(String text) {
            this.text = text;
        }

        /** As reports write it. */
        public String text() {
            return text;
        }
    }

    /**
     * The index of these five.
     *
     * @param chlorophyll chlorophyll a, mg/m³
     * @param phosphorus total phosphorus, mg/L
     * @param nitrogen total nitrogen, mg/L
     * @param transparency Secchi depth, m
     * @param permanganate permanganate index, mg/L
     */
    public static TrophicIndex of(
            double chlorophyll,
            double phosphorus,
            double nitrogen,
            double transparency,
            double permanganate) {
        var sum =
                0.2663 * 10 * (2.5 + 1.086 * Math.log(chlorophyll))
                        + 0.1879 * 10 * (9.436 + 1.624 * Math.log(phosphorus))
                        + 0.1790 * 10 * (5.453 + 1.694 * Math.log(nitrogen))
                        + 0.1834 * 10 * (5.118 - 1.94 * Math.log(transparency))
                        + 0.1834 * 10 * (0.109 + 2.661 * Math.log(permanganate));
        return new TrophicIndex(Rounding.half(BigDecimal.valueOf(sum), 1));
    }

    /** Poor below 30, moderate to 50, light to 60, medium to 70, heavy above. */
    public State state() {
        var index = value.doubleValue();
        if (index < 30) {
            return State.POOR;
        }
        if (index <= 50) {
            return State.MODERATE;
        }
        if (index <= 60) {
            return State.LIGHT;
        }
        return index <= 70 ? State.MEDIUM : State.HEAVY;
    }
}
