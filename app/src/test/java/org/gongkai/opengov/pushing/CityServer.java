package org.gongkai.opengov.pushing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The city's platform (市级平台), as a vendor would build it after the guide: a real HTTP server on
 * loopback that checks who calls, does each key once and answers with a receipt. A test may make
 * its next answers go wrong.
 */
final class CityServer implements AutoCloseable {
    static final String TOKEN = "city-token-2021";
    static final String SECRET = "city-secret-2021";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ConcurrentLinkedQueue<Answering> next = new ConcurrentLinkedQueue<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, String> done = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);

    private CityServer(HttpServer server) {
        this.server = server;
    }

    /** A message as it came, with what its receiver found out about it. */
    record Received(Map<String, List<String>> headers, byte[] body, boolean trusted) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String text(String pointer) {
            return json().at(pointer).asString();
        }
    }

    /** What it does with a call, instead of its work. */
    @FunctionalInterface
    interface Answering {
        void answer(HttpExchange call) throws IOException;
    }

    static CityServer start() {
        try {
            var http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var city = new CityServer(http);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.createContext("/pushes", city::handle);
            http.start();
            return city;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/pushes");
    }

    /** The next calls are answered like this, one each. */
    CityServer then(Answering... answers) {
        next.addAll(List.of(answers));
        return this;
    }

    /** Does its work, but nobody hears of it. */
    CityServer thenLoseTheReceipt() {
        return then(
                call -> {
                    accept(received.getLast());
                    call.close();
                });
    }

    /** Says nothing until it is closed. */
    Answering silence() {
        return call -> await();
    }

    /** Begins an answer and never ends it. */
    Answering drip() {
        return call -> {
            call.sendResponseHeaders(200, 0);
            call.getResponseBody().write('{');
            call.getResponseBody().flush();
            await();
        };
    }

    static Answering status(int status, String body, String... header) {
        return call -> {
            for (int at = 0; at < header.length; at += 2) {
                call.getResponseHeaders().set(header[at], header[at + 1]);
            }
            send(call, status, body);
        };
    }

    /** Everything that came. */
    List<Received> received() {
        return received;
    }

    /** What came about this document, in order. */
    List<Received> receivedOf(String document) {
        return received.stream().filter(it -> it.text("/document").equals(document)).toList();
    }

    /** How many different things it was asked to do. */
    int done() {
        return done.size();
    }

    private void handle(HttpExchange call) throws IOException {
        try (call) {
            var body = call.getRequestBody().readAllBytes();
            var headers = Map.copyOf(call.getRequestHeaders());
            var came = new Received(headers, body, trusted(call, body));
            received.add(came);
            var wrong = next.poll();
            if (wrong != null) {
                wrong.answer(call);
            } else if (!came.trusted()) {
                send(call, 401, "{\"message\":\"令牌或者签名不对\"}");
            } else {
                send(call, 200, accept(came));
            }
        }
    }

    /** The first receipt again for what was done already. */
    private String accept(Received came) {
        return done.computeIfAbsent(
                came.text("/idempotencyKey"),
                key -> {
                    int number = numbers.incrementAndGet();
                    return """
                    {"idempotencyKey":"%s","receipt":"HZ-%04d","externalIndexNumber":"YC-113-%04d",
                     "receivedAt":"2021-07-30T09:00:05+08:00"}
                    """
                            .formatted(key, number, number);
                });
    }

    /** As the guide describes it. */
    private static boolean trusted(HttpExchange call, byte[] body) {
        var head = call.getRequestHeaders();
        var key = head.getFirst("Idempotency-Key");
        var at = head.getFirst("X-Gongkai-Timestamp");
        return ("Bearer " + TOKEN).equals(head.getFirst("Authorization"))
                && key != null
                && key.equals(JSON.readTree(body).path("idempotencyKey").asString())
                && at != null
                && PushSignature.of(SECRET, at, key, body)
                        .equals(head.getFirst("X-Gongkai-Signature"));
    }

    private static void send(HttpExchange call, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
