package org.gongkai.opengov.journeys;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gongkai.opengov.OpenGov;
import org.gongkai.platform.database.Database;
import org.gongkai.platform.database.DatabaseAccess;

/** The whole program in a process of its own, with its embedded PostgreSQL, to be killed hard. */
final class RunningProgram {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> COMMAND =
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx768m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dfile.encoding=UTF-8",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    OpenGov.class.getName());

    private final Path home;
    private final int port;
    private final Map<String, String> settings = new HashMap<>();
    private Process process;

    private RunningProgram(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** A program on an empty data folder, not started yet. */
    static RunningProgram in(Path home) {
        try (var free = new ServerSocket(0)) {
            return new RunningProgram(home, free.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same program with this setting. */
    RunningProgram with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Its data folder. */
    Path home() {
        return home;
    }

    /** Where it answers. */
    int port() {
        return port;
    }

    /** Starts it and waits until it answers. */
    void start() {
        process = launch();
        awaitAnswers();
    }

    /** Runs one of its commands, {@code backup FILE}; its exit status. */
    int run(String... words) {
        return launch(words).onExit().orTimeout(180, TimeUnit.SECONDS).join().exitValue();
    }

    private Process launch(String... words) {
        var command = new ArrayList<>(COMMAND);
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
        builder.environment().put("GONGKAI_HOME", home.toString());
        builder.environment().put("GONGKAI_PORT", Integer.toString(port));
        // The tests count index numbers from the first.
        builder.environment().put("GONGKAI_DEMO_DOCUMENTS", "false");
        File log = home.resolveSibling(home.getFileName() + ".log").toFile();
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it answers what the database knows. */
    void awaitAnswers() {
        await().atMost(LONGEST_START)
                .failFast("the program ended: " + home.getParent(), () -> !process.isAlive())
                .until(this::answers);
    }

    /** kill -9 of the program; its PostgreSQL stays behind. */
    void kill() {
        process.destroyForcibly();
    }

    /** kill -9 of PostgreSQL with all its processes; the program stays. */
    void killDatabase() {
        postgres().forEach(ProcessHandle::destroyForcibly);
    }

    /** The embedded database as the owner of its tables. */
    Connection owner() {
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:"
                            + Files.readString(home.resolve("postgres/port")).strip()
                            + "/"
                            + Database.NAME,
                    DatabaseAccess.OWNER_ROLE,
                    Files.readString(home.resolve("secrets/database-owner")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the killed program is gone. */
    void awaitEnd() {
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** Ends it as {@code ./run.sh stop} does, and its PostgreSQL with it. */
    void stop() {
        process.destroy();
        awaitEnd();
        postgres().forEach(ProcessHandle::destroyForcibly);
    }

    private boolean answers() {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:"
                                                + port
                                                + "/api/v1/public/documents?limit=1"))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<ProcessHandle> postgres() {
        Path file = home.resolve("postgres/cluster/postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid)
                    .filter(it -> it.info().command().orElse("").endsWith("postgres"))
                    .map(it -> Stream.concat(Stream.of(it), it.descendants()).toList())
                    .orElse(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
