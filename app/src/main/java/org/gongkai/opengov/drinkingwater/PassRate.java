package org.gongkai.opengov.drinkingwater;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How many sources meet their target (达标率): of those that were judged, and of the water taken from
 * them. Percent with one decimal, half to even.
 *
 * @param passing sources that meet it, or what was taken from them
 * @param judged all that were judged
 */
public record PassRate(BigDecimal passing, BigDecimal judged) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /**
     * A source in a period.
     *
     * @param met whether it meets its target; empty if it was not judged
     * @param intake what was taken, 10,000 m³; empty if nobody knows
     * @param setApart whether it misses its target by nature alone, and the rates are told without
     *     it too (ADR 0295)
     */
    public record Source(Optional<Boolean> met, Optional<BigDecimal> intake, boolean setApart) {

        /** One that is counted like every other. */
        public Source(Optional<Boolean> met, Optional<BigDecimal> intake) {
            this(met, intake, false);
        }

        boolean judged() {
            return met.isPresent();
        }

        boolean passes() {
            return met.equals(Optional.of(true));
        }
    }

    /**
     * Of these sources those that are not set apart, where any is (不计仅因天然本底超标的水源): neither among
     * those that pass nor among those that were judged. Empty where none is set apart, because the
     * rate would be the same.
     */
    public static Optional<List<Source>> withoutSetApart(List<Source> sources) {
        return sources.stream().anyMatch(Source::setApart)
                ? Optional.of(sources.stream().filter(it -> !it.setApart()).toList())
                : Optional.empty();
    }

    /** By number of sources (水源达标率). */
    public static PassRate bySources(List<Source> sources) {
        return new PassRate(count(sources, Source::passes), count(sources, Source::judged));
    }

    /** By volume (水量达标率) [M]; empty unless the intake of every judged source is known. */
    public static Optional<PassRate> byVolume(List<Source> sources) {
        var judged = sources.stream().filter(Source::judged).toList();
        return judged.stream().allMatch(it -> it.intake().isPresent())
                ? Optional.of(
                        new PassRate(volume(judged, Source::passes), volume(judged, _ -> true)))
                : Optional.empty();
    }

    /** In percent; empty if nothing was judged. */
    public Optional<BigDecimal> percent() {
        return judged.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        passing.multiply(HUNDRED)
                                .divide(judged, MathContext.DECIMAL64)
                                .setScale(1, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal count(List<Source> sources, Predicate<Source> which) {
        return new BigDecimal(sources.stream().filter(which).count());
    }

    private static BigDecimal volume(List<Source> sources, Predicate<Source> which) {
        return sources.stream()
                .filter(which)
                .flatMap(it -> it.intake().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
