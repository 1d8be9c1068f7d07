package org.gongkai.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * Times taken, and what half and 99 in 100 of them stayed under (耗时统计): by the wall and of the
 * processor, for the wall also shows what else the machine had to do.
 */
final class Timings {

    /** The heading of {@link #row}. */
    static final String HEADING =
            """
            | Search, one thread | searches | p50 ms | p99 ms | mean ms CPU |
            |---|---|---|---|---|""";

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final long[] wall;
    private final long[] processor;
    private int size;

    Timings(int most) {
        wall = new long[most];
        processor = new long[most];
    }

    /** Takes the work's times and adds them. */
    void measure(Runnable work) {
        long processorBegan = PROCESS.getProcessCpuTime();
        long began = System.nanoTime();
        work.run();
        wall[size] = System.nanoTime() - began;
        processor[size] = PROCESS.getProcessCpuTime() - processorBegan;
        size++;
    }

    /** Milliseconds by the wall that this share stayed under. */
    double milliseconds(double share) {
        return milliseconds(wall, share);
    }

    /** Milliseconds of the processor on average. */
    double meanProcessorMilliseconds() {
        return Arrays.stream(processor, 0, size).average().orElse(0) / 1e6;
    }

    private double milliseconds(long[] nanos, double share) {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[Math.clamp((int) Math.ceil(share * size) - 1, 0, size - 1)] / 1e6;
    }

    /** A table row: name, count, p50 and p99 by the wall, the mean of the processor. */
    String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.1f | %.1f | %.1f |",
                name,
                size,
                milliseconds(wall, 0.50),
                milliseconds(wall, 0.99),
                meanProcessorMilliseconds());
    }
}
