package org.gongkai.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of a test: it stands still until the test sets or moves it. */
public final class TestClock extends Clock {
    /** Friday, 30 July 2021, nine in the morning: the day of the work plan's own document. */
    public static final OffsetDateTime START = OffsetDateTime.parse("2021-07-30T09:00:00+08:00");

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final AtomicReference<Instant> now = new AtomicReference<>(START.toInstant());

    /** Sets the moment, with its offset: {@code 2021-09-10T17:25:00+08:00}. */
    public void set(String moment) {
        now.set(OffsetDateTime.parse(moment).toInstant());
    }

    /** Moves on, or back where the duration is negative. */
    public void advance(Duration duration) {
        now.updateAndGet(it -> it.plus(duration));
    }

    /** Back to {@link #START}. */
    public void reset() {
        now.set(START.toInstant());
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return SHANGHAI;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now.get(), zone);
    }
}
