package org.gongkai.opengov.pushing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait after a failure (退避): a minute, then twice as long each time, at most an hour;
 * longer where the platform asks for it, at most a day. Our convention (ADR 0096).
 */
final class Backoff {
    static final Duration FIRST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofHours(1);
    static final Duration LONGEST_ASKED = Duration.ofDays(1);

    private Backoff() {}

    /** After so many failures in a row, from 1. */
    static Duration after(int failures, @Nullable Duration asked) {
        var wait = FIRST.multipliedBy(1L << Math.clamp(failures - 1L, 0, 20));
        var ours = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        if (asked == null || asked.compareTo(ours) <= 0) {
            return ours;
        }
        return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }
}
