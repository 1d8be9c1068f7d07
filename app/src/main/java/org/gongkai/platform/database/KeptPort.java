package org.gongkai.platform.database;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A port of this machine alone (本机端口): any free one at first, then the same one as long as nobody
 * else takes it.
 */
record KeptPort(Path file) {

    /** The kept port if it is free, else another, which is kept from now on. */
    int free() throws IOException {
        if (Files.exists(file)) {
            String kept = Files.readString(file).strip();
            if (kept.matches("\\d{1,5}") && isFree(Integer.parseInt(kept))) {
                return Integer.parseInt(kept);
            }
        }
        try (var socket = new ServerSocket(0, 1, loopback())) {
            Files.writeString(file, socket.getLocalPort() + "\n");
            return socket.getLocalPort();
        }
    }

    /** The port kept by the last start. */
    int kept() throws IOException {
        return Integer.parseInt(Files.readString(file).strip());
    }

    private static boolean isFree(int port) throws IOException {
        try (var socket = new ServerSocket(port, 1, loopback())) {
            return socket.isBound();
        } catch (BindException e) {
            return false;
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
