package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gongkai.testing.DemoPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program killed hard after the platform took a message and before its receipt came back. */
@DisplayName("A push survives kill -9, and the platform does it once")
class PushCrashTests {
    private static final Duration IN_TIME = Duration.ofMinutes(3);

    @TempDir static Path folder;

    /** Every key that came, and the different ones. */
    private final List<String> came = new CopyOnWriteArrayList<>();

    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean killsNext = new AtomicBoolean(true);

    private HttpServer city;
    private RunningProgram program;

    @BeforeEach
    void start() throws IOException {
        city = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        city.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        city.createContext("/pushes", this::take);
        city.start();
        program =
                RunningProgram.in(folder.resolve("home"))
                        .with(
                                "GONGKAI_PUSH_URL",
                                "http://127.0.0.1:" + city.getAddress().getPort() + "/pushes")
                        .with("GONGKAI_PUSH_TOKEN", "city-token")
                        .with("GONGKAI_PUSH_SITE", "https://sthjj.example.gov.cn")
                        .with("GONGKAI_PUSH_TIMEOUT", "2");
        program.start();
    }

    @AfterEach
    void stop() {
        program.stop();
        city.stop(0);
    }

    @Test
    void betweenSendingAndTheReceipt() {
        var people = DemoPeople.at(program.port());
        var id = people.published(DemoPeople.notice("推送途中断电的公告", "<p>正文。</p>"));
        await().atMost(IN_TIME).until(() -> !came.isEmpty());
        program.awaitEnd();

        program.start();

        var again = DemoPeople.at(program.port());
        await().atMost(IN_TIME)
                .untilAsserted(
                        () ->
                                assertThat(
                                                again.as("office")
                                                        .get("/api/v1/pushes?document=" + id)
                                                        .expect(200)
                                                        .text("/items/0/state"))
                                        .isEqualTo("received"));
        assertThat(came).hasSize(2).containsOnly(id + ".1.publish.1");
        assertThat(done).hasSize(1);
    }

    /** Does its work; the first time the caller is gone before it hears of it. */
    private void take(HttpExchange call) throws IOException {
        try (call) {
            call.getRequestBody().readAllBytes();
            var key = call.getRequestHeaders().getFirst("Idempotency-Key");
            done.add(key);
            if (killsNext.compareAndSet(true, false)) {
                program.kill();
                came.add(key);
                return;
            }
            came.add(key);
            var receipt =
                    """
                    {"idempotencyKey":"%s","receipt":"HZ-1","externalIndexNumber":"YC-1",
                     "receivedAt":"2026-11-25T09:00:00+08:00"}
                    """
                            .formatted(key)
                            .getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, receipt.length);
            call.getResponseBody().write(receipt);
        }
    }
}
