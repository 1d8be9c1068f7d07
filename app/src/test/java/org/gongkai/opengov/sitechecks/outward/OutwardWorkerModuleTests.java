package org.gongkai.opengov.sitechecks.outward;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.gongkai.testing.ModuleTest;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** ADR 0156. Nobody else writes this table: the check is off in tests. */
@ModuleTest
@DisplayName("The measure of the link check (站外链接检查的分寸)")
class OutwardWorkerModuleTests {
    @Autowired OutwardRegister register;
    @Autowired OutwardSettings off;
    @Autowired DataSource database;
    @Autowired TestClock clock;

    /** Later than what an earlier test left, which is forgotten by then. */
    private static int year = 2031;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void open() throws IOException {
        year++;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        var path = exchange.getRequestURI().getPath();
                        if (!path.equals("/robots.txt")) {
                            asked.add(path);
                        }
                        exchange.sendResponseHeaders(path.equals("/robots.txt") ? 404 : status, -1);
                    }
                });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void isOffUnlessItIsSwitchedOn() {
        assertThat(off.on()).isFalse();
    }

    @Test
    void asksOneHostOnceInTenSecondsAndOnlySoOftenADay() throws SQLException {
        clock.set(year + "-03-03T09:00:00+08:00");
        register.seen(List.of(at("/a1"), at("/a2"), at("/a3")), clock.instant());
        var worker = worker(100, 2);

        assertThat(worker.turn()).isTrue();
        assertThat(worker.turn()).as("at once again").isFalse();
        clock.advance(OutwardWorker.PAUSE);
        assertThat(worker.turn()).isTrue();
        clock.advance(OutwardWorker.PAUSE);
        assertThat(worker.turn()).as("a third time today").isFalse();
        assertThat(asked).containsExactly("/a1", "/a2");

        clock.set(year + "-03-04T00:00:01+08:00");
        assertThat(worker.turn()).as("the next day").isTrue();
        assertThat(asked).containsExactly("/a1", "/a2", "/a3");
    }

    @Test
    void leavesWhatIsOverTheDaysNumberForLater() throws SQLException {
        clock.set(year + "-03-03T09:00:00+08:00");
        register.seen(List.of(at("/b1"), at("/b2")), clock.instant());
        var worker = worker(1, 50);

        assertThat(worker.turn()).isTrue();
        clock.advance(Duration.ofHours(1));
        assertThat(worker.turn()).isFalse();
        assertThat(register.standing(clock.instant()).waiting()).isEqualTo(1);

        clock.set(year + "-03-04T09:00:00+08:00");
        assertThat(worker.turn()).isTrue();
        assertThat(asked).containsExactly("/b1", "/b2");
    }

    @Test
    void callsALinkDeadAfterTwoFailuresAndAliveAfterOneSuccess() throws SQLException {
        clock.set(year + "-03-03T09:00:00+08:00");
        var address = at("/c");
        register.seen(List.of(address), clock.instant());
        var worker = worker(100, 50);
        status = 404;

        assertThat(worker.turn()).isTrue();
        assertThat(register.failures(List.of(address))).isEmpty();
        clock.advance(Duration.ofHours(23));
        assertThat(worker.turn()).as("within a day").isFalse();
        clock.advance(Duration.ofHours(2));
        assertThat(worker.turn()).isTrue();
        assertThat(register.failures(List.of(address)))
                .isEqualTo(Map.of(address, new OutwardRegister.Failure(LinkOutcome.DEAD, 404)));
        assertThat(register.standing(clock.instant()).dead()).isEqualTo(1);

        status = 200;
        clock.advance(Duration.ofHours(25));
        assertThat(worker.turn()).isTrue();
        assertThat(register.failures(List.of(address))).isEmpty();
        clock.advance(Duration.ofDays(6));
        assertThat(worker.turn()).as("within a week of being open").isFalse();
        clock.advance(Duration.ofDays(2));
        assertThat(worker.turn()).isTrue();
    }

    @Test
    void forgetsWhatNoDocumentNamesAnyMore() throws SQLException {
        clock.set(year + "-03-03T09:00:00+08:00");
        register.seen(List.of(at("/d")), clock.instant());
        clock.advance(Duration.ofDays(31));

        assertThat(worker(100, 50).turn()).isFalse();
        assertThat(register.standing(clock.instant()).known()).isZero();
    }

    private OutwardWorker worker(int daily, int perHost) {
        var visitor =
                new LinkVisitor(
                        (address, port) -> address.isLoopbackAddress(),
                        "https://site.example/",
                        Duration.ofSeconds(5));
        return new OutwardWorker(
                new OutwardSettings(true, daily, perHost), register, visitor, database, clock);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
