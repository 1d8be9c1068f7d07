package org.gongkai.opengov.requests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the open cases have been counted by a new calendar (期限重算进度).
 *
 * @param version the calendar they are brought up to
 * @param endedAt null while it goes on
 * @param cases how many there are to count again
 * @param done how many of them have been
 * @param moved how many of those have another last day now
 */
public record RedatingRun(
        long id,
        String version,
        Instant begunAt,
        @Nullable Instant endedAt,
        int cases,
        int done,
        int moved) {

    /** Whether it goes on. */
    public boolean running() {
        return endedAt == null;
    }
}
