package org.gongkai.platform.draw;

import java.util.concurrent.CancellationException;

/** Stops a computation that nobody waits for any more (中止计算). */
final class Abandoned {
    private Abandoned() {}

    /** Stops here if the thread was interrupted. */
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Nobody waits for this draw any more");
        }
    }
}
