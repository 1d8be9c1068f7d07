package org.gongkai.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The peer for pages (对照): nginx with the page as a file, two workers, on a port of its own. */
final class Nginx implements AutoCloseable {
    private static final String CONFIGURATION =
            """
            daemon off;
            worker_processes 2;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events { worker_connections 256; }
            http {
                access_log off;
                types { text/html html; }
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                keepalive_requests 100000000;
                gzip_static on;
                gzip_vary on;
                server { listen 127.0.0.1:%2$d; root %1$s/pages; charset utf-8; }
                server { listen 127.0.0.1:%3$d; root %1$s/pages; charset utf-8; %4$s }
            }
            """;

    private final Path folder;
    private final int port;
    private final int portWithLines;
    private final Process process;

    private Nginx(Path folder, int port, int portWithLines, Process process) {
        this.folder = folder;
        this.port = port;
        this.portWithLines = portWithLines;
        this.process = process;
    }

    /** Serving this page; empty where nginx is not installed. */
    static Optional<Nginx> serving(String page) throws IOException, InterruptedException {
        return serving(page.getBytes(StandardCharsets.UTF_8), null, Map.of());
    }

    /**
     * Serving this page and what gzip made of it ({@code gzip_static}), and the same with these
     * lines of head at another address.
     */
    static Optional<Nginx> serving(byte[] page, byte @Nullable [] gzip, Map<String, String> lines)
            throws IOException, InterruptedException {
        Optional<Path> program =
                Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("gongkai-nginx");
        Files.createDirectories(folder.resolve("pages"));
        Files.write(folder.resolve("pages/page.html"), page);
        if (gzip != null) {
            Files.write(folder.resolve("pages/page.html.gz"), gzip);
        }
        allowReading(folder);
        int port = freePort();
        int portWithLines = freePort();
        String added =
                lines.entrySet().stream()
                        .map(it -> "add_header %s \"%s\";".formatted(it.getKey(), it.getValue()))
                        .collect(Collectors.joining(" "));
        Path settings = folder.resolve("nginx.conf");
        Files.writeString(settings, CONFIGURATION.formatted(folder, port, portWithLines, added));
        Process process =
                new ProcessBuilder(
                                program.get().toString(),
                                "-e",
                                folder + "/error.log",
                                "-c",
                                settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();
        var nginx = new Nginx(folder, port, portWithLines, process);
        try (var reader = Reader.anybody()) {
            for (int i = 0; i < 200 && reader.read(nginx.address()) != 200; i++) {
                Thread.sleep(20);
            }
        }
        return Optional.of(nginx);
    }

    /** Its workers are another user when root starts it. */
    private static void allowReading(Path folder) throws IOException {
        var everybody = java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x");
        Files.setPosixFilePermissions(folder, everybody);
        Files.setPosixFilePermissions(folder.resolve("pages"), everybody);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/page.html");
    }

    /** The same page with the lines of head. */
    URI addressWithLines() {
        return URI.create("http://127.0.0.1:" + portWithLines + "/page.html");
    }

    /** Processor time of it and its workers. */
    Duration processor() {
        return Processes.processor(process.pid());
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        Folders.delete(folder);
    }
}
