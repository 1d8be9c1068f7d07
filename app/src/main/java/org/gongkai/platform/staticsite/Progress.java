package org.gongkai.platform.staticsite;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** How far the export is (进度): told now and then, with what is left and how long it may take. */
final class Progress {
    private final Consumer<String> screen;
    private final LongSupplier nanos;
    private final long every;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong lastTold;
    private final long began;
    private volatile long expected;
    private long toldDone;
    private double each;

    /**
     * @param every how often a line is said
     * @param nanos a clock that only runs forward
     */
    Progress(Consumer<String> screen, Duration every, LongSupplier nanos) {
        this.screen = screen;
        this.every = every.toNanos();
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.lastTold = new AtomicLong(began);
    }

    /** How many addresses there will be, as far as one knows. */
    void expect(long addresses) {
        expected = addresses;
    }

    void oneDone() {
        long count = done.incrementAndGet();
        long now = nanos.getAsLong();
        long last = lastTold.get();
        if (now - last >= every && lastTold.compareAndSet(last, now)) {
            screen.accept(
                    Words.say(
                            "staticsite.progress",
                            count,
                            Math.max(expected, count),
                            written.get(),
                            left(now - last, count)));
        }
    }

    void oneWritten() {
        written.incrementAndGet();
    }

    long written() {
        return written.get();
    }

    long seconds() {
        return Duration.ofNanos(nanos.getAsLong() - began).toSeconds();
    }

    /**
     * What an address took of late: after a stop many are taken over in no time, and then the
     * others are rendered.
     */
    private synchronized String left(long taken, long count) {
        double lately = (double) taken / Math.max(1, count - toldDone);
        each = each == 0 ? lately : (each + lately) / 2;
        toldDone = count;
        long seconds = Duration.ofNanos((long) (each * Math.max(0, expected - count))).toSeconds();
        return seconds < 60
                ? Words.say("staticsite.seconds", seconds)
                : Words.say("staticsite.minutes", (seconds + 59) / 60);
    }
}
