package org.gongkai.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * A real OpenSearch (检索服务器) in a process of its own, which brings its own Lucene: module {@code
 * searchserver}. It ends with the process that started it, however that ends.
 */
public final class SearchServer implements AutoCloseable {
    private static final Path MODULE = Path.of("..", "searchserver", "target");

    private final Path folder;
    private Process process;
    private int port;

    private SearchServer(Path folder) {
        this.folder = folder;
    }

    /** The one for all tests of this JVM, started when it is first asked for. */
    public static SearchServer shared() {
        return Shared.ONLY;
    }

    /** One of its own, for a test that stops it. */
    public static SearchServer own() {
        try {
            var server = new SearchServer(Files.createTempDirectory("gongkai-test-search"));
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException("The search server did not start", e);
        }
    }

    private static final class Shared {
        static final SearchServer ONLY = own();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(ONLY::close));
        }
    }

    /** Starts it, again on the port it had. */
    public void start() throws IOException {
        Path classes = MODULE.resolve("classpath");
        if (!Files.exists(classes)) {
            throw new IllegalStateException(
                    "Build the module of the search server first: mvn -Pquick -pl searchserver process-classes");
        }
        Path log = folder.resolve("server.log");
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-Dfile.encoding=UTF-8",
                                "--add-modules=jdk.incubator.vector",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                MODULE.resolve("classes") + ":" + Files.readString(classes).strip(),
                                "org.gongkai.searchserver.SearchServer",
                                folder.resolve("data").toString(),
                                Integer.toString(port))
                        .redirectError(log.toFile())
                        .start();
        var said =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        while (line != null && !line.startsWith("port ")) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IOException(Files.readString(log));
        }
        port = Integer.parseInt(line.substring("port ".length()));
        Thread.ofVirtual().start(() -> said.lines().forEach(it -> {}));
    }

    /** Ends it as a crash would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Where it answers. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What it answers, for a look past the program. */
    public HttpResponse<String> call(String method, String path, String body) throws IOException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url() + path))
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }

    /** Its own files. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            try (OutputStream end = process.getOutputStream()) {
                end.flush();
            }
            if (!process.waitFor(java.time.Duration.ofSeconds(10))) {
                kill();
            }
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException | InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
