package org.gongkai.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * Somebody who reads pages over HTTP (读者), once or many times, one after the other or at a pace.
 */
final class Reader implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String cookie;

    private Reader(String cookie) {
        this.cookie = cookie;
    }

    /** The public. */
    static Reader anybody() {
        return new Reader("");
    }

    /** Somebody at the desk with this cookie. */
    static Reader signedIn(String cookie) {
        return new Reader(cookie);
    }

    /** Status of the answer; 0 without one. The whole answer is read. */
    int read(URI address) {
        try {
            var request = HttpRequest.newBuilder(address);
            if (!cookie.isEmpty()) {
                request.header("Cookie", cookie);
            }
            return http.send(request.build(), BodyHandlers.ofByteArray()).statusCode();
        } catch (IOException failed) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** The text of the page. */
    String text(URI address) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        return answer.statusCode() == 200 ? answer.body() : "";
    }

    /** One after the other, as many as are asked for or fit into the time. */
    Answers inTurn(List<URI> addresses, int most, Duration time) {
        return hurried(addresses, 1, most, time);
    }

    /** This many readers at once, each asking again as soon as it is answered. */
    Answers hurried(List<URI> addresses, int readers, int most, Duration time) {
        var next = new AtomicInteger();
        var failures = new AtomicLong();
        long began = System.nanoTime();
        long end = began + time.toNanos();
        var times = new long[readers][];
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int reader = 0; reader < readers; reader++) {
                int which = reader;
                threads.submit(() -> times[which] = ask(addresses, next, most, end, failures));
            }
        }
        return answers(times, failures.get(), began);
    }

    private long[] ask(
            List<URI> addresses, AtomicInteger next, int most, long end, AtomicLong failures) {
        var times = LongStream.builder();
        for (int at = next.getAndIncrement();
                at < most && System.nanoTime() < end;
                at = next.getAndIncrement()) {
            times.add(timed(addresses.get(at % addresses.size()), System.nanoTime(), failures));
        }
        return times.build().toArray();
    }

    /**
     * At a pace, whether or not earlier ones are answered; each is timed from the moment at which
     * it was due.
     */
    Answers paced(List<URI> addresses, int perSecond, Duration time) {
        int count = (int) (perSecond * time.toSeconds());
        var failures = new AtomicLong();
        var times = new long[count][];
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                long due = began + i * 1_000_000_000L / perSecond;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                int which = i;
                threads.submit(
                        () ->
                                times[which] =
                                        new long[] {
                                            timed(
                                                    addresses.get(which % addresses.size()),
                                                    due,
                                                    failures)
                                        });
            }
        }
        return answers(times, failures.get(), began);
    }

    private long timed(URI address, long from, AtomicLong failures) {
        if (read(address) != 200) {
            failures.incrementAndGet();
        }
        return System.nanoTime() - from;
    }

    private static Answers answers(long[][] times, long failures, long began) {
        double seconds = (System.nanoTime() - began) / 1e9;
        long[] all = List.of(times).stream().flatMapToLong(LongStream::of).toArray();
        return new Answers(all, failures, seconds);
    }

    @Override
    public void close() {
        http.close();
    }
}
