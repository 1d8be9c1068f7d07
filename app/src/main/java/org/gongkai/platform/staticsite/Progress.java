package org.gongkai.platform.staticsite;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** How far the export is (进度): told now and then, with what is left and how long it may take. */
final class Progress {
    /** By so many lines the end is foretold. */
    private static final int LINES = 12;

    private final Consumer<String> screen;
    private final LongSupplier nanos;
    private final long every;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong lastTold;
    private final long began;
    private volatile long expected;
    private final Deque<Told> told = new ArrayDeque<>();

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
        told.add(new Told(began, 0));
    }

    private record Told(long at, long count) {}

    /** How many addresses there will be, as far as one knows. */
    void expect(long addresses) {
        expected = addresses;
        synchronized (this) {
            told.clear();
            told.add(new Told(nanos.getAsLong(), 0));
        }
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
                            left(now, count)));
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
     * By the last minute: after a stop many are taken over in no time, then the others are made.
     */
    private synchronized String left(long now, long count) {
        var earlier = told.getFirst();
        told.addLast(new Told(now, count));
        if (told.size() > LINES) {
            told.removeFirst();
        }
        double each = (double) (now - earlier.at()) / Math.max(1, count - earlier.count());
        long seconds = Duration.ofNanos((long) (each * Math.max(0, expected - count))).toSeconds();
        return seconds < 60
                ? Words.say("staticsite.seconds", seconds)
                : Words.say("staticsite.minutes", (seconds + 59) / 60);
    }
}
