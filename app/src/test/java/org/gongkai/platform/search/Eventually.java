package org.gongkai.platform.search;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does, no longer than it may take. */
final class Eventually {

    private Eventually() {}

    /** Whether it came true within the time. */
    static boolean within(Duration limit, BooleanSupplier truth) {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            if (truth.getAsBoolean()) {
                return true;
            }
            Thread.onSpinWait();
        }
        return truth.getAsBoolean();
    }
}
