package org.gongkai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real nginx with the configuration of an export (真实的 nginx), on a port of its own. */
public final class Nginx implements AutoCloseable {
    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param example the configuration that the export has made
     * @param work a folder for what nginx writes
     */
    public static Nginx with(Path example, Path work) throws IOException {
        var port = freePort();
        var root = System.getProperty("user.name").equals("root");
        var head =
                "daemon off;\nerror_log stderr;\npid %s/nginx.pid;\n".formatted(work)
                        + (root ? "user root;\n" : "");
        var temporary = new StringBuilder("http {\n    access_log off;\n");
        for (var each : new String[] {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
            temporary.append("    %s_temp_path %s/%s;\n".formatted(each, work, each));
        }
        var text =
                head
                        + Files.readString(example)
                                .replace("listen 80;", "listen 127.0.0.1:" + port + ";")
                                .replace("http {\n", temporary);
        var own = Files.writeString(work.resolve("nginx.conf"), text);
        var log = work.resolve("nginx.log").toFile();
        var process =
                new ProcessBuilder("nginx", "-e", "stderr", "-c", own.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start();
        var nginx = new Nginx(process, port);
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> nginx.answers(log.toPath()));
        return nginx;
    }

    /** Where it answers. */
    public String base() {
        return "http://127.0.0.1:" + port;
    }

    private boolean answers(Path log) throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("nginx: " + Files.readString(log));
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
