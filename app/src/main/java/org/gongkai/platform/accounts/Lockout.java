package org.gongkai.platform.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a name is locked (锁定): five failures within 15 minutes lock it for 15 minutes. */
final class Lockout {
    static final int FAILURES = 5;
    static final Duration WITHIN = Duration.ofMinutes(15);
    static final Duration LOCKED = Duration.ofMinutes(15);

    private Lockout() {}

    /**
     * Until when the name is locked; empty when it is free.
     *
     * @param failures since the last success, oldest first
     */
    static Optional<Instant> until(List<Instant> failures, Instant now) {
        var recent = new ArrayDeque<Instant>();
        @Nullable Instant until = null;
        for (Instant failure : failures) {
            recent.addLast(failure);
            while (recent.getFirst().plus(WITHIN).isBefore(failure)) {
                recent.removeFirst();
            }
            if (recent.size() == FAILURES) {
                until = failure.plus(LOCKED);
                recent.clear();
            }
        }
        return Optional.ofNullable(until).filter(now::isBefore);
    }
}
