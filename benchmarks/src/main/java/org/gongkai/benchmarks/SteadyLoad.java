package org.gongkai.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * Readers at a constant rate (恒定速率): each request is timed from the moment it was due, whether or
 * not earlier ones were answered late. Plain sockets, because the reader shares the processors.
 * Which answers came from memory a reader can tell by the tag: a version of a page that somebody
 * had got before this reader asked. Whoever asked earlier than that may have waited for it to be
 * made.
 */
final class SteadyLoad {
    /** So many that nobody waits behind the page made for another on the same connection. */
    private static final int CONNECTIONS = 256;

    private final int port;
    private final int perSecond;

    /** When each version of a page was first got. */
    private final Map<String, Long> versions = new ConcurrentHashMap<>();

    SteadyLoad(int port, int perSecond) {
        this.port = port;
        this.perSecond = perSecond;
    }

    /**
     * How it went.
     *
     * @param all every answer
     * @param cached those of a version of the page that somebody had got before they were asked for
     * @param made the others: pages made, and those who waited for them
     */
    record Readings(Answers all, Answers cached, Answers made) {}

    /** Asks for these paths in turn; an answer other than 200 fails. */
    Readings run(List<String> paths, Duration time) throws Exception {
        long began = System.nanoTime() + 50_000_000L;
        int each = (int) (perSecond * time.toSeconds() / CONNECTIONS);
        List<Future<Times>> parts = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                int which = i;
                parts.add(threads.submit(() -> ask(which, each, paths, began)));
            }
        }
        var all = LongStream.builder();
        var cached = LongStream.builder();
        var made = LongStream.builder();
        long failures = 0;
        for (Future<Times> part : parts) {
            var got = part.get();
            failures += got.failures;
            for (int i = 0; i < got.nanos.length; i++) {
                all.add(got.nanos[i]);
                (got.kept[i] ? cached : made).add(got.nanos[i]);
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Readings(
                new Answers(all.build().toArray(), failures, seconds),
                new Answers(cached.build().toArray(), failures, seconds),
                new Answers(made.build().toArray(), failures, seconds));
    }

    /** What one connection took, and whether each answer was in memory before it was asked for. */
    private static final class Times {
        private final long[] nanos;
        private final boolean[] kept;
        private long failures;

        Times(int count) {
            nanos = new long[count];
            kept = new boolean[count];
        }
    }

    private Times ask(int which, int count, List<String> paths, long began) throws IOException {
        var times = new Times(count);
        try (var connection = new Connection(port)) {
            for (int i = 0; i < count; i++) {
                long number = (long) i * CONNECTIONS + which;
                long due = began + number * 1_000_000_000L / perSecond;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                long asked = System.nanoTime();
                String path = paths.get((int) (number % paths.size()));
                var answer = connection.get(path);
                long got = System.nanoTime();
                times.nanos[i] = got - due;
                var before = versions.putIfAbsent(path + answer.tag(), got);
                times.kept[i] = before != null && before < asked;
                if (answer.status() != 200) {
                    times.failures++;
                }
            }
        }
        return times;
    }

    private record Answer(int status, String tag) {}

    /** One connection that stays open. */
    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;

        Connection(int port) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
        }

        /** Status and tag; the whole answer is read. */
        Answer get(String path) throws IOException {
            var request =
                    "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n"
                            .formatted(path);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            int status = Integer.parseInt(line().split(" ")[1]);
            long length = 0;
            var chunked = false;
            var tag = "";
            for (String line = line(); !line.isEmpty(); line = line()) {
                var lower = line.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Long.parseLong(line.substring(15).strip());
                }
                if (lower.startsWith("etag:")) {
                    tag = line.substring(5).strip();
                }
                chunked |= lower.startsWith("transfer-encoding: chunked");
            }
            if (chunked) {
                for (long size = size(); size > 0; size = size()) {
                    in.skipNBytes(size + 2);
                }
                line();
            } else {
                in.skipNBytes(length);
            }
            return new Answer(status, tag);
        }

        private long size() throws IOException {
            return Long.parseLong(line(), 16);
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("The connection was closed");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
