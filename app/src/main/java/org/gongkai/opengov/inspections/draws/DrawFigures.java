package org.gongkai.opengov.inspections.draws;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What draws of a year gave, so that anybody can look whether chance was at work (抽取统计). Of sealed
 * draws that are not revealed only what is public counts.
 *
 * @param draws how many were announced
 * @param voids how many of them were called off
 * @param visits how many units were drawn in draws open to all
 * @param amendments how many amendments were made, by reason
 * @param unfilled seats that stayed empty
 * @param strata by class: how often drawn against how often expected
 * @param officers visits of the officers, from most to least; without names
 * @param pairs how many different pairs went out together, and how many could have
 * @param test whether the officers' visits are as even as chance makes them; null with too few
 */
public record DrawFigures(
        int year,
        long draws,
        long voids,
        long visits,
        List<ReasonCount> amendments,
        long unfilled,
        List<StratumCount> strata,
        List<Long> officers,
        Pairs pairs,
        @Nullable ChiSquare test) {

    /** So many amendments for a reason. */
    public record ReasonCount(String reason, long count) {}

    /** Of a class: units drawn, units in the lists, draws. */
    public record StratumCount(String stratum, long drawn, long pool, long draws) {}

    /** Pairs that went out, of those there could have been. */
    public record Pairs(long met, long possible) {}

    /**
     * Pearson's test of an even spread.
     *
     * @param statistic in hundredths
     * @param freedom degrees of freedom
     * @param limit what chance exceeds once in a thousand times, in hundredths
     */
    public record ChiSquare(long statistic, int freedom, long limit) {

        /** Whether it is within what chance does. */
        public boolean holds() {
            return statistic <= limit;
        }

        /**
         * Of these counts, each expected to be their mean. The limit is by Wilson and Hilferty's
         * approximation for a probability of one in a thousand.
         */
        static @Nullable ChiSquare of(List<Long> counts) {
            var sum = counts.stream().mapToLong(it -> it).sum();
            if (counts.size() < 2 || sum < 5L * counts.size()) {
                return null;
            }
            var mean = (double) sum / counts.size();
            var statistic =
                    counts.stream().mapToDouble(it -> (it - mean) * (it - mean) / mean).sum();
            var freedom = counts.size() - 1;
            var part = 2.0 / (9 * freedom);
            var limit = freedom * Math.pow(1 - part + 3.0902 * Math.sqrt(part), 3);
            return new ChiSquare(Math.round(100 * statistic), freedom, Math.round(100 * limit));
        }
    }
}
