package org.gongkai.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applicants who ask over the public API at a constant rate (申请人), each from a network address that
 * sends few, each with a proof of work done beforehand; whoever gets no answer sends the same again
 * until there is one.
 */
final class Asking {
    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Far below what one address may send in an hour. */
    private static final int FROM_ONE_ADDRESS = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final int port;
    private final String name;
    private final List<byte[]> bodies = new ArrayList<>();
    private final List<String> matters = new ArrayList<>();
    private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger again = new AtomicInteger();
    private double milliseconds;

    /** At the program on this port; what is asked begins with this name. */
    Asking(int port, String name) {
        this.port = port;
        this.name = name;
    }

    /** What an applicant holds. */
    record Receipt(String matter, String number, String secret) {}

    /** A task of the program with its answer. */
    private record Proof(String task, long answer) {}

    /** Fetches so many tasks, answers them and writes so many requests. */
    void prepare(int count) throws Exception {
        long began = System.nanoTime();
        List<Future<Proof>> proofs = new ArrayList<>();
        try (var http = HttpClient.newHttpClient();
                var workers =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (int i = 0; i < count; i++) {
                proofs.add(workers.submit(() -> prove(http)));
            }
        }
        milliseconds =
                (System.nanoTime() - began)
                        / 1e6
                        * Runtime.getRuntime().availableProcessors()
                        / Math.max(1, count);
        for (var it : proofs) {
            write(it.get());
        }
    }

    /** What a proof cost, in milliseconds of one processor. */
    double proofMilliseconds() {
        return milliseconds;
    }

    private Proof prove(HttpClient http) throws Exception {
        var path = "/api/v1/public/requests/challenge";
        var asked =
                http.send(
                        HttpRequest.newBuilder(
                                        java.net.URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        BodyHandlers.ofString());
        var challenge = JSON.readTree(asked.body());
        var task = challenge.get("task").asString();
        int bits = challenge.get("bits").asInt();
        var digest = MessageDigest.getInstance("SHA-256");
        for (long answer = 0; ; answer++) {
            if (isSolved(digest, task + ":" + answer, bits)) {
                return new Proof(task, answer);
            }
        }
    }

    private static boolean isSolved(MessageDigest digest, String text, int bits)
            throws GeneralSecurityException {
        byte[] hash = digest.digest(text.getBytes(StandardCharsets.US_ASCII));
        int first =
                (hash[0] & 0xff) << 24
                        | (hash[1] & 0xff) << 16
                        | (hash[2] & 0xff) << 8
                        | hash[3] & 0xff;
        return first >>> (32 - bits) == 0;
    }

    private void write(Proof proof) {
        int number = NUMBER.incrementAndGet();
        var matter = name + "第" + number + "件：某企业的排污许可证副本";
        matters.add(matter);
        bodies.add(
                JSON.writeValueAsBytes(
                        Map.ofEntries(
                                Map.entry("applicantClass", "natural-person"),
                                Map.entry("name", "申请人" + number),
                                Map.entry("identityKind", "other-paper"),
                                Map.entry("identityNumber", "E%08d".formatted(number)),
                                Map.entry("phone", "0951-7654321"),
                                Map.entry("matters", List.of(matter)),
                                Map.entry("form", "electronic"),
                                Map.entry("delivery", "in-person"),
                                Map.entry("task", proof.task()),
                                Map.entry("answer", Long.toString(proof.answer())))));
    }

    /** Sends what was written, so many a second; how long each took from the moment it was due. */
    long[] run(int perSecond) throws Exception {
        List<Future<Long>> waiting = new ArrayList<>();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < bodies.size(); i++) {
                long due = began + i * 1_000_000_000L / perSecond;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                int which = i;
                waiting.add(threads.submit(() -> ask(which, due)));
            }
        }
        var nanos = new long[waiting.size()];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = waiting.get(i).get();
        }
        return nanos;
    }

    private long ask(int which, long due) {
        var from =
                "127.20.%d.%d"
                        .formatted(
                                which / FROM_ONE_ADDRESS / 250, 1 + which / FROM_ONE_ADDRESS % 250);
        while (System.nanoTime() - due < PATIENCE.toNanos()) {
            try {
                var answer = send(from, bodies.get(which));
                if (answer.startsWith("201 ")) {
                    var receipt = JSON.readTree(answer.substring(4));
                    receipts.add(
                            new Receipt(
                                    matters.get(which),
                                    receipt.get("number").asString(),
                                    receipt.get("secret").asString()));
                    return System.nanoTime() - due;
                }
                if (answer.startsWith("4")) {
                    refused.add(answer);
                    return System.nanoTime() - due;
                }
            } catch (IOException gone) {
                // Sent again below.
            }
            again.incrementAndGet();
            LockSupport.parkNanos(250_000_000L);
        }
        refused.add("no answer in " + PATIENCE);
        return System.nanoTime() - due;
    }

    /** A connection of its own, as applicants have; the status and the body. */
    private String send(String from, byte[] body) throws IOException {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
            socket.setSoTimeout(30_000);
            var head =
                    """
                    POST /api/v1/requests HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    Connection: close\r
                    \r
                    """
                            .formatted(body.length);
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            var in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var status = in.readLine();
            if (status == null) {
                throw new IOException("The connection was closed");
            }
            for (var line = in.readLine(); line != null && !line.isEmpty(); ) {
                line = in.readLine();
            }
            var text = new StringBuilder();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                text.append(line);
            }
            if (text.indexOf("{") < 0 || text.lastIndexOf("}") < 0) {
                throw new IOException("The answer was cut off");
            }
            return status.split(" ")[1]
                    + " "
                    + text.substring(text.indexOf("{"), text.lastIndexOf("}") + 1);
        }
    }

    /** Those that were answered. */
    List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    /** Answers that were no receipt. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** How often something was sent once more, because there was no answer. */
    int again() {
        return again.get();
    }

    /** How many were to be sent. */
    int count() {
        return bodies.size();
    }

    /** Cells of a table row. */
    static String cells(long[] nanos) {
        return new Answers(nanos, 0, 1).cells().replaceFirst("^([^|]*\\|)[^|]*\\|", "$1");
    }

    static String milliseconds(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
