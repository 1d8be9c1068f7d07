package org.gongkai.opengov.requests.notices;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server on this machine (RFC 5321, as far as a sender needs it) that keeps what it takes.
 */
public final class SmallMailServer implements AutoCloseable {
    private final ServerSocket socket = open();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;

    public SmallMailServer() {
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Whether mails are put off: 451. */
    public void refuse(boolean now) {
        refusing = now;
    }

    /** The mails as they came. */
    public List<ByteArrayInputStream> mails() {
        return mails.stream()
                .map(it -> new ByteArrayInputStream(it.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    public List<String> recipients() {
        return List.copyOf(recipients);
    }

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var caller = socket.accept()) {
                talk(caller);
            } catch (IOException gone) {
                // The next caller.
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        say(caller, "220 here");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var verb = line.toUpperCase(Locale.ROOT);
            if (verb.startsWith("QUIT")) {
                say(caller, "221 bye");
                return;
            }
            if (verb.startsWith("MAIL") && refusing) {
                say(caller, "451 later");
            } else if (verb.startsWith("DATA")) {
                say(caller, "354 go on");
                mails.add(data(in));
                say(caller, "250 taken");
            } else {
                if (verb.startsWith("RCPT")) {
                    recipients.add(line);
                }
                say(caller, "250 well");
            }
        }
    }

    private static String data(BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return mail.toString();
    }

    private static void say(Socket caller, String answer) throws IOException {
        caller.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
