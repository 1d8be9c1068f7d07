package org.gongkai.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The built program as an office runs it (被测程序): {@code ./run.sh} on a data folder of its own, with
 * its own PostgreSQL, in evaluation mode.
 */
final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path home;
    private final int port;
    private final long pid;
    private final HttpClient http;

    /**
     * How a start went.
     *
     * @param wall from the start of the process to the first page answered
     * @param processor of program and database together until then
     */
    record Start(Duration wall, Duration processor) {}

    private final Start start;

    private Program(Path home, int port, long pid, HttpClient http, Start start) {
        this.home = home;
        this.port = port;
        this.pid = pid;
        this.http = http;
        this.start = start;
    }

    /** Starts it and waits for the first page; what it keeps in memory is left to its settings. */
    static Program start(Path home, int port) throws IOException {
        return start(home, port, Map.of());
    }

    /** Starts it with these settings besides. */
    static Program start(Path home, int port, Map<String, String> settings) throws IOException {
        Files.createDirectories(home);
        Files.deleteIfExists(home.resolve("lock"));
        var command = new ProcessBuilder("./run.sh");
        command.environment().put("GONGKAI_HOME", home.toAbsolutePath().toString());
        // The archive is all there is to measure.
        command.environment().put("GONGKAI_DEMO_DOCUMENTS", "false");
        command.environment().put("GONGKAI_PORT", Integer.toString(port));
        command.environment().putAll(settings);
        command.redirectErrorStream(true).redirectOutput(home.resolve("run.out").toFile());
        Process shell = command.start();
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        long pid = waitForProcess(home, shell);
        waitForPage(http, port, shell);
        var began = ProcessHandle.of(pid).orElseThrow().info().startInstant().orElseThrow();
        var wall = Duration.between(began, Instant.now());
        var processor = Processes.processor(pid).plus(Processes.processor(postmaster(home)));
        return new Program(home, port, pid, http, new Start(wall, processor));
    }

    private static long waitForProcess(Path home, Process shell) throws IOException {
        Path lock = home.resolve("lock");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && shell.isAlive()) {
            String text = Files.exists(lock) ? Files.readString(lock).strip() : "";
            if (!text.isEmpty()) {
                return Long.parseLong(text);
            }
            pause(5);
        }
        throw new IllegalStateException("The program did not start: see " + home + "/run.out");
    }

    private static void waitForPage(HttpClient http, int port, Process shell) {
        var home = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && shell.isAlive()) {
            try {
                if (http.send(home, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                pause(10);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while it starts", interrupted);
            }
        }
        throw new IllegalStateException("No page was answered");
    }

    private static long postmaster(Path home) throws IOException {
        Path file = home.resolve("postgres/cluster/postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }

    /** How its start went. */
    Start start() {
        return start;
    }

    /** The address of a path, which is already encoded. */
    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Processor time that the program itself has used. */
    Duration processor() {
        return Processes.processor(pid);
    }

    /** Processor time that its database has used. */
    Duration databaseProcessor() {
        try {
            return Processes.processor(postmaster(home));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Memory of the program itself, in MiB: what is resident without files mapped into it. */
    long memory() {
        return Processes.own(pid);
    }

    /**
     * Files mapped into the program, most of them of the index, as far as they are resident; in
     * MiB.
     */
    long mapped() {
        return Processes.mapped(pid);
    }

    /** Memory of the database's processes, what they share counted once, in MiB. */
    long databaseMemory() throws IOException {
        return Processes.proportional(postmaster(home));
    }

    /** Java objects that are held after what is no longer used was cleared away, in MiB. */
    long heap() throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return Math.round(figure("jvm_memory_used_bytes\\{area=\"heap\"[^}]*}") / (1 << 20));
    }

    /** Waits until the index agrees with the database. */
    void waitForSearch() {
        while (figure("gongkai_search_ready") < 1 || figure("gongkai_search_waiting") > 0) {
            pause(200);
        }
    }

    /** The sum of a figure over its labels; 0 without one. */
    double figure(String name) {
        var line = Pattern.compile("(?m)^" + name + " (\\S+)$");
        return line.matcher(figures())
                .results()
                .mapToDouble(it -> Double.parseDouble(it.group(1)))
                .sum();
    }

    private String figures() {
        try {
            String management = Files.readString(home.resolve("management-port")).strip();
            var address = URI.create("http://127.0.0.1:" + management + "/actuator/prometheus");
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while figures are read", interrupted);
        }
    }

    /** The database as the owner of its tables. */
    Connection owner() throws SQLException, IOException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:"
                        + Files.readString(home.resolve("postgres/port")).strip()
                        + "/gongkai",
                "gongkai_owner",
                Files.readString(home.resolve("secrets/database-owner")).strip());
    }

    /** kill -9 of the program; its PostgreSQL stays behind. */
    void kill() {
        ProcessHandle.of(pid)
                .ifPresent(
                        it -> {
                            it.destroyForcibly();
                            it.onExit().orTimeout(60, TimeUnit.SECONDS).join();
                        });
        http.close();
    }

    @Override
    public void close() {
        var program = ProcessHandle.of(pid);
        program.ifPresent(ProcessHandle::destroy);
        try {
            program.ifPresent(it -> it.onExit().orTimeout(60, TimeUnit.SECONDS).join());
        } finally {
            http.close();
        }
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }
}
