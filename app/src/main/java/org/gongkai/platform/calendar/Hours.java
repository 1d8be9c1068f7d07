package org.gongkai.platform.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * N小时: hours of the clock from a fixed moment, days off included; it does not move (《民法典》 art.
 * 201).
 */
public record Hours(int count) {
    public Hours {
        if (count < 0) {
            throw new IllegalArgumentException("A period is not shorter than nothing: " + count);
        }
    }

    /** The last moment in time. */
    public Instant end(Instant start) {
        return start.plus(Duration.ofHours(count));
    }
}
