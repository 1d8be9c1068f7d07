package org.gongkai.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Times taken, and what half and 99 in 100 of them stayed under (耗时统计). */
final class Timings {

    private final long[] nanos;
    private int size;

    Timings(int most) {
        nanos = new long[most];
    }

    /** Takes the work's time and adds it. */
    void measure(Runnable work) {
        long began = System.nanoTime();
        work.run();
        add(System.nanoTime() - began);
    }

    synchronized void add(long taken) {
        nanos[size++] = taken;
    }

    /** Milliseconds that this share stayed under. */
    synchronized double milliseconds(double share) {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[Math.clamp((int) Math.ceil(share * size) - 1, 0, size - 1)] / 1e6;
    }

    /** A table row: name, count, p50, p99. */
    String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.1f | %.1f |",
                name,
                size,
                milliseconds(0.50),
                milliseconds(0.99));
    }
}
