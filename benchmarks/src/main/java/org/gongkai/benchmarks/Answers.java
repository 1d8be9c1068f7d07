package org.gongkai.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/**
 * How long answers took (响应时间), sorted, and how many were no answer.
 *
 * @param nanos time of each answer
 * @param failures answers other than the expected one
 * @param seconds from the first request to the last answer
 */
@SuppressWarnings("ArrayRecordComponent") // sorted once, never compared
record Answers(long[] nanos, long failures, double seconds) {

    Answers {
        Arrays.sort(nanos);
    }

    /** Milliseconds that this share of the answers stayed under. */
    double milliseconds(double share) {
        return nanos.length == 0
                ? Double.NaN
                : nanos[Math.clamp((int) Math.ceil(share * nanos.length) - 1, 0, nanos.length - 1)]
                        / 1e6;
    }

    double perSecond() {
        return nanos.length / seconds;
    }

    /** Cells of a table row: count, how many a second, p50, p95, p99, largest. */
    String cells() {
        return String.format(
                Locale.ROOT,
                "%,d | %,.0f | %.1f | %.1f | %.1f | %.1f",
                nanos.length,
                perSecond(),
                milliseconds(0.50),
                milliseconds(0.95),
                milliseconds(0.99),
                milliseconds(1));
    }
}
