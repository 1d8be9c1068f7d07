package org.gongkai.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The load generator {@code wrk} (压测工具): one thread if not said otherwise, 64 connections, as fast
 * as they are answered.
 */
final class Wrk {
    private static final Path PROGRAM = Path.of("/usr/bin/wrk");
    static final int THREADS = Integer.getInteger("benchmark.threads", 1);
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s)");

    private Wrk() {}

    /**
     * How it went.
     *
     * @param p99 in milliseconds
     */
    record Result(long requests, double perSecond, double p99) {}

    /** Refuses with the command that installs it. */
    static void needed() {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException("wrk is missing: apt-get install wrk");
        }
    }

    /** Asks for this address with these lines of the head. */
    static Result run(URI address, Duration time, String... head)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                PROGRAM.toString(),
                                "-t" + THREADS,
                                "-c64",
                                "-d" + time.toSeconds() + "s",
                                "--latency"));
        for (var line : head) {
            command.addAll(List.of("-H", line));
        }
        command.add(address.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        if (told.contains("Non-2xx")) {
            throw new IllegalStateException("Not the page was answered: " + told);
        }
        return new Result(
                Long.parseLong(found(REQUESTS, told)),
                Double.parseDouble(found(RATE, told)),
                milliseconds(told));
    }

    private static double milliseconds(String told) {
        var found = P99.matcher(told);
        if (!found.find()) {
            return Double.NaN;
        }
        double number = Double.parseDouble(found.group(1));
        return switch (found.group(2)) {
            case "us" -> number / 1_000;
            case "s" -> number * 1_000;
            default -> number;
        };
    }

    private static String found(Pattern pattern, String told) {
        var found = pattern.matcher(told);
        if (!found.find()) {
            throw new IllegalStateException("wrk said: " + told);
        }
        return found.group(1);
    }
}
