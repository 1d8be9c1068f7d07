package org.gongkai.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gongkai.platform.search.SearchQuery;

/**
 * Searches offered at a constant rate (恒定速率), whether or not the earlier ones are answered: each
 * time counts from the moment the search was due.
 */
final class Offered {

    private final double perSecond;
    private final Duration time;

    Offered(double perSecond, Duration time) {
        this.perSecond = perSecond;
        this.time = time;
    }

    /** A line with p50, p95, p99 and the longest. */
    String row(String name, List<SearchQuery> queries, Consumer<SearchQuery> search)
            throws InterruptedException, ExecutionException {
        int number = (int) (perSecond * time.toSeconds());
        long between = (long) (1e9 / perSecond);
        long first = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        List<Future<Long>> waiting = new ArrayList<>(number);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < number; i++) {
                SearchQuery query = queries.get(i % queries.size());
                long due = first + i * between;
                waiting.add(
                        threads.submit(
                                () -> {
                                    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                                    search.accept(query);
                                    return System.nanoTime() - due;
                                }));
            }
        }
        long[] nanos = new long[number];
        for (int i = 0; i < number; i++) {
            nanos[i] = waiting.get(i).get();
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.1f | %.1f | %.1f | %.1f |",
                name,
                number,
                nanos[number / 2] / 1e6,
                nanos[number * 95 / 100] / 1e6,
                nanos[number * 99 / 100] / 1e6,
                nanos[number - 1] / 1e6);
    }

    /** The heading of {@link #row}. */
    String heading() {
        return String.format(
                Locale.ROOT,
                """

                | %.0f searches a second offered | searches | p50 ms | p95 ms | p99 ms | longest ms |
                |---|---|---|---|---|---|""",
                perSecond);
    }
}
