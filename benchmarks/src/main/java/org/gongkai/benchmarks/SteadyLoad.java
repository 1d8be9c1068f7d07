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
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * Readers at a constant rate (恒定速率): each request is timed from the moment it was due, whether or
 * not earlier ones were answered late. Plain sockets, because the reader shares the processors.
 */
final class SteadyLoad {
    private static final int CONNECTIONS = 64;

    private final int port;
    private final int perSecond;

    SteadyLoad(int port, int perSecond) {
        this.port = port;
        this.perSecond = perSecond;
    }

    /** Asks for these paths in turn; an answer other than 200, or than the status named, fails. */
    Answers run(List<String> paths, Duration time) throws Exception {
        long began = System.nanoTime() + 50_000_000L;
        int each = (int) (perSecond * time.toSeconds() / CONNECTIONS);
        List<Future<long[]>> parts = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                int which = i;
                parts.add(threads.submit(() -> ask(which, each, paths, began)));
            }
        }
        var times = LongStream.builder();
        long failures = 0;
        for (Future<long[]> part : parts) {
            long[] got = part.get();
            failures += got[got.length - 1];
            for (int i = 0; i < got.length - 1; i++) {
                times.add(got[i]);
            }
        }
        return new Answers(times.build().toArray(), failures, (System.nanoTime() - began) / 1e9);
    }

    /** The times, then the number of failures. */
    private long[] ask(int which, int count, List<String> paths, long began) throws IOException {
        var times = new long[count + 1];
        try (var connection = new Connection(port)) {
            for (int i = 0; i < count; i++) {
                long number = (long) i * CONNECTIONS + which;
                long due = began + number * 1_000_000_000L / perSecond;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                if (connection.get(paths.get((int) (number % paths.size()))) != 200) {
                    times[count]++;
                }
                times[i] = System.nanoTime() - due;
            }
        }
        return times;
    }

    /** One connection that stays open. */
    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;

        Connection(int port) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
        }

        /** Status; the whole answer is read. */
        int get(String path) throws IOException {
            var request =
                    "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n"
                            .formatted(path);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            int status = Integer.parseInt(line().split(" ")[1]);
            long length = 0;
            var chunked = false;
            for (String line = line(); !line.isEmpty(); line = line()) {
                var lower = line.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Long.parseLong(line.substring(15).strip());
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
            return status;
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
