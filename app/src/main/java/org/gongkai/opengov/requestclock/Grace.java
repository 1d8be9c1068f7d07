package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Another way to count by which an act is in time, too (从宽认定): it is late only when it is so by
 * all.
 *
 * @param until acts on this day or later are not excused by it; null for all
 * @param answersOnly whether it excuses nothing but answers
 */
record Grace(ClockRun run, @Nullable LocalDate until, boolean answersOnly) {

    /** An answer is late only when it is so by the national calendar, too (ADR 0020). */
    static Grace national(ClockRun run) {
        return new Grace(run, null, true);
    }

    /** What was done before an amendment was known is in time if it was so before it (ADR 0163). */
    static Grace before(LocalDate amendedOn, ClockRun run) {
        return new Grace(run, amendedOn, false);
    }

    boolean holds(LocalDate act, boolean answer) {
        return (answer || !answersOnly) && (until == null || act.isBefore(until));
    }
}
