package org.gongkai.opengov.sitechecks.outward;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server on the loopback stands for the other site; the guard of the test lets it through. */
@DisplayName("A look at another site (站外链接检查)")
class LinkVisitorTests {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Map<String, String> leads = new ConcurrentHashMap<>();
    private HttpServer server;
    private String robots = "";
    private int robotsStatus = 200;
    private int port;
    private LinkVisitor visitor;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        port = server.getAddress().getPort();
        visitor = new LinkVisitor(this::isOurServer, "https://site.example/", PATIENCE);
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private boolean isOurServer(InetAddress address, int asked) {
        return address.isLoopbackAddress() && asked == port;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().toString();
            asked.add(exchange.getRequestMethod() + " " + path);
            assertThat(exchange.getRequestHeaders().getFirst("User-Agent"))
                    .isEqualTo("GongkaiLinkCheck/1.0 (+https://site.example/)");
            assertThat(exchange.getRequestHeaders()).doesNotContainKey("Cookie");
            if (path.equals("/robots.txt")) {
                send(exchange, robotsStatus, robots);
                return;
            }
            if (leads.containsKey(path)) {
                exchange.getResponseHeaders().add("Location", leads.get(path));
                send(exchange, 302, "");
                return;
            }
            var key = exchange.getRequestMethod() + " " + path;
            send(exchange, answers.getOrDefault(key, answers.getOrDefault(path, 404)), "页面");
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        // Of unknown length, so that it comes in chunks.
        exchange.sendResponseHeaders(status, 0);
        exchange.getResponseBody().write(bytes);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "200, ALIVE",
        "204, ALIVE",
        "304, ALIVE",
        "401, ALIVE",
        "403, ALIVE",
        "404, DEAD",
        "410, DEAD",
        "429, ALIVE",
        "500, DEAD",
        "503, DEAD"
    })
    void tellsByTheAnswer(int status, LinkOutcome outcome) {
        answers.put("/page", status);

        assertThat(visitor.visit(at("/page"))).isEqualTo(new Visit(outcome, status));
    }

    @Test
    void asksForTheHeadAndForThePageOnlyWhereTheHeadIsNotGiven() {
        answers.put("/short", 200);
        visitor.visit(at("/short"));
        assertThat(asked).containsExactly("GET /robots.txt", "HEAD /short");

        asked.clear();
        answers.put("HEAD /long", 405);
        answers.put("GET /long", 200);
        assertThat(visitor.visit(at("/long"))).isEqualTo(new Visit(LinkOutcome.ALIVE, 200));
        assertThat(asked).as("rules are known by now").containsExactly("HEAD /long", "GET /long");
    }

    @Test
    void heedsTheRulesOfTheSiteAlsoBehindARedirect() {
        robots = "User-agent: *\nDisallow: /closed";
        answers.put("/closed/page", 200);
        leads.put("/open", "/closed/page");

        assertThat(visitor.visit(at("/closed/page")).outcome()).isEqualTo(LinkOutcome.NOT_ALLOWED);
        assertThat(visitor.visit(at("/open")).outcome()).isEqualTo(LinkOutcome.NOT_ALLOWED);
        assertThat(asked).doesNotContain("HEAD /closed/page", "GET /closed/page");
    }

    @ParameterizedTest
    @CsvSource({"404, ALIVE", "403, ALIVE", "500, NOT_ALLOWED", "503, NOT_ALLOWED"})
    void readsWhatItMeansThatThereAreNoRules(int status, LinkOutcome outcome) {
        robotsStatus = status;
        answers.put("/page", 200);

        assertThat(visitor.visit(at("/page")).outcome()).isEqualTo(outcome);
    }

    @Test
    void followsRedirectsButNotForEver() {
        leads.put("/old", "/older");
        leads.put("/older", at("/new"));
        answers.put("/new", 200);
        leads.put("/round", "/round");

        assertThat(visitor.visit(at("/old"))).isEqualTo(new Visit(LinkOutcome.ALIVE, 200));
        assertThat(visitor.visit(at("/round")).outcome()).isEqualTo(LinkOutcome.DEAD);
    }

    @Test
    void neverOpensWhatTheGuardDoesNotAdmitNotEvenBehindARedirect() {
        leads.put("/inward", "http://127.0.0.1:" + (port + 1) + "/admin");
        var strict = new LinkVisitor(new PublicInternet(), "https://site.example/", PATIENCE);

        assertThat(visitor.visit(at("/inward")).outcome()).isEqualTo(LinkOutcome.NOT_PUBLIC);
        assertThat(strict.visit(at("/page")).outcome()).isEqualTo(LinkOutcome.NOT_PUBLIC);
        assertThat(strict.visit("http://localhost/").outcome()).isEqualTo(LinkOutcome.NOT_PUBLIC);
        assertThat(strict.visit("http://[::1]/").outcome()).isEqualTo(LinkOutcome.NOT_PUBLIC);
        assertThat(
                        strict.visit("http://2130706433/").outcome().isFailure()
                                || strict.visit("http://2130706433/").outcome()
                                        == LinkOutcome.NOT_PUBLIC)
                .isTrue();
        assertThat(asked).containsExactly("GET /robots.txt", "HEAD /inward");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "http:///path",
                "ftp://127.0.0.1/",
                "http://user:secret@127.0.0.1/",
                "file:///etc/passwd",
                "http://a b/",
                "javascript:alert(1)"
            })
    void takesNothingForAnAddressThatIsNone(String address) {
        assertThat(visitor.visit(address).outcome()).isEqualTo(LinkOutcome.UNREADABLE);
        assertThat(asked).isEmpty();
    }

    @Test
    void asksForAddressesInChineseInPlainCharacters() {
        answers.put("/%E5%85%AC%E5%BC%80?%E5%B9%B4=2021", 200);

        assertThat(visitor.visit(at("/公开?年=2021#附件")).outcome()).isEqualTo(LinkOutcome.ALIVE);
    }

    @Test
    void givesUpWhereNobodyAnswers() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var patient =
                    new LinkVisitor(
                            (it, any) -> true, "https://s.example/", Duration.ofMillis(300));

            assertThat(patient.visit("http://127.0.0.1:" + silent.getLocalPort() + "/").outcome())
                    .isEqualTo(LinkOutcome.UNREACHABLE);
        }
        var any = new LinkVisitor((it, no) -> true, "https://s.example/", PATIENCE);
        assertThat(any.visit("http://127.0.0.1:" + freePort() + "/").outcome())
                .isEqualTo(LinkOutcome.UNREACHABLE);
    }

    @Test
    void takesNoRubbishForAnAnswer() throws Exception {
        try (var odd = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var answering =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try (var it = odd.accept()) {
                                            it.getOutputStream().write("SSH-2.0-x\r\n".getBytes());
                                        } catch (IOException gone) {
                                            throw new IllegalStateException(gone);
                                        }
                                    });
            var any = new LinkVisitor((it, no) -> true, "https://s.example/", PATIENCE);

            assertThat(any.visit("http://127.0.0.1:" + odd.getLocalPort() + "/").outcome())
                    .isEqualTo(LinkOutcome.UNREACHABLE);
            answering.join();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
