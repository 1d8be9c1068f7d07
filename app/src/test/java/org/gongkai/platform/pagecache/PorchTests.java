package org.gongkai.platform.pagecache;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything is sent to a container with a porch and to one without, and both have to answer the
 * same bytes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The porch — RFC 9112")
class PorchTests {
    private static final String HOST = "Host: example.cn\r\n";
    private static final String GZIP = "Accept-Encoding: gzip\r\n";
    private static final String KEPT = "GET /kept HTTP/1.1\r\n" + HOST + GZIP + "\r\n";
    private static final String OTHER = "GET /other?a=1 HTTP/1.1\r\n" + HOST + GZIP + "\r\n";

    private RawServer porch;
    private RawServer plain;

    @BeforeAll
    void open() throws Exception {
        porch = RawServer.withPorch();
        plain = RawServer.withoutPorch();
    }

    @AfterAll
    void close() throws Exception {
        porch.close();
        plain.close();
    }

    /** What both answer; the last of it when the reader has said that he sends no more. */
    private String same(String request) throws Exception {
        var answer = porch.answer(request);
        assertThat(answer).as(request).isEqualTo(plain.answer(request));
        return answer;
    }

    private String atThePorch(String request) throws Exception {
        var before = porch.handedOn();
        var answer = same(request);
        assertThat(porch.handedOn()).as("read by the container: " + request).isEqualTo(before);
        return answer;
    }

    private String inside(String request) throws Exception {
        var before = porch.handedOn();
        var answer = same(request);
        assertThat(porch.handedOn()).as("not at the porch: " + request).isGreaterThan(before);
        return answer;
    }

    @Test
    void answersKeptPagesAsTheContainerWould() throws Exception {
        var tag = porch.tag("/kept", "gzip");
        assertThat(atThePorch(KEPT)).startsWith("HTTP/1.1 200 \r\n").contains("\r\nDate: ");
        for (var lines :
                List.of(
                        "Connection: keep-alive\r\n",
                        "connection:Keep-Alive  \r\n",
                        "Cookie: a=b\r\nX-Forwarded-For: 10.0.0.1\r\nRange: bytes=0-1\r\n",
                        "If-None-Match: \"old\"\r\nIf-Modified-Since: x\r\n",
                        "Accept:\t*/* \t\r\nX-Empty:\r\n")) {
            assertThat(atThePorch("GET /kept HTTP/1.1\r\n" + lines + HOST + GZIP + "\r\n"))
                    .as(lines)
                    .startsWith("HTTP/1.1 200 ");
        }
        for (var known : List.of(tag, "W/" + tag, "*", "\"old\", " + tag)) {
            var lines = HOST + GZIP + "If-None-Match: " + known + "\r\n\r\n";
            assertThat(atThePorch("GET /kept HTTP/1.1\r\n" + lines))
                    .startsWith("HTTP/1.1 304 ")
                    .endsWith("\r\n\r\n");
            assertThat(atThePorch("HEAD /kept HTTP/1.1\r\n" + lines)).startsWith("HTTP/1.1 304 ");
        }
        assertThat(atThePorch("HEAD /kept HTTP/1.1\r\n" + HOST + GZIP + "\r\n"))
                .contains("Content-Length: ")
                .endsWith("\r\n\r\n");
        assertThat(
                        atThePorch(
                                "GET /kept?page=2 HTTP/1.1\r\n"
                                        + HOST
                                        + "Accept-Encoding: gzip, deflate, br, zstd\r\n\r\n"))
                .contains("Content-Encoding: zstd");
        assertThat(atThePorch("GET /gone HTTP/1.1\r\nIf-None-Match: *\r\n" + HOST + GZIP + "\r\n"))
                .startsWith("HTTP/1.1 410 ");
    }

    @Test
    void answersWhatIsSentTogetherInItsOrder() throws Exception {
        assertThat(atThePorch(KEPT.repeat(40)).split("HTTP/1.1 200 ", -1)).hasSize(41);
        var mixed = inside(KEPT + OTHER + KEPT + KEPT + OTHER);
        assertThat(mixed.split("HTTP/1.1 200 ", -1)).hasSize(6);
        inside(KEPT + "GET /kept HTTP/1.1\r\nHost: a");
        inside(KEPT + "\r\n" + KEPT);
        inside(post("abc") + KEPT + post("GET /kept HTTP/1.1\r\n\r\n") + OTHER + KEPT);
    }

    private static String post(String body) {
        return "POST /other HTTP/1.1\r\n%sContent-Length: %d\r\n\r\n%s"
                .formatted(HOST, body.length(), body);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "GET /kept HTTP/1.1\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a b\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a..b:1:2\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost:\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept HTTP/1.1\nHost: a\nAccept-Encoding: gzip\n\n",
                "GET /kept HTTP/1.1\r\nHost: a\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\nX: 1\r\n folded\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost : a\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept HTTP/1.1\r\n Host: a\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\nX(y): 1\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\nX: \u0000\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\nX: \u00e4\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\nno colon\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET  /kept HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept  HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET\t/kept HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n",
                "get /kept HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept HTTP/1.0\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept HTTP/2.0\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept\r\n\r\n",
                "\r\n\r\nGET /kept HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET http://a/kept HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /%6bept HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /./kept HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept;a=b HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept#x HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\nAccept-Encoding: br\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\nAuthorization: x\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: h2c\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nAccept-Encoding: gzip\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nAccept-Encoding: gzip\r\n\r\nabcGET /kept HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\ncontent-LENGTH: 44\r\nAccept-Encoding: gzip\r\n\r\nGET /kept HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nAccept-Encoding: gzip\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\nAccept-Encoding: gzip\r\n\r\n0\r\n\r\nGET /kept HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\nAccept-Encoding: gzip\r\n\r\n0\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "TRACE /kept HTTP/1.1\r\nHost: a\r\n\r\n",
                "OPTIONS /kept HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /kept HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip",
                "\u0016\u0003\u0001 no http at all"
            })
    void leavesTheUnusualToTheContainer(String request) throws Exception {
        inside(request);
        inside(request + KEPT);
    }

    @Test
    void leavesLongHeadsToTheContainer() throws Exception {
        for (var length : List.of(7_900, 8_100, 8_192, 9_000, 20_000)) {
            var line = "X: " + "x".repeat(length) + "\r\n";
            same("GET /kept HTTP/1.1\r\n" + HOST + GZIP + line + "\r\n");
        }
        for (var lines : List.of(50, 61, 99, 120)) {
            same("GET /kept HTTP/1.1\r\n" + HOST + GZIP + "X: x\r\n".repeat(lines) + "\r\n");
        }
    }

    /** A request cut anywhere is one request. */
    @Test
    void readsAHeadThatComesInPieces() throws Exception {
        var whole = porch.answer(KEPT + OTHER);
        for (var cut = 1; cut < KEPT.length(); cut += 7) {
            try (var reader = porch.reader()) {
                var before = porch.handedOn();
                reader.send(KEPT.substring(0, cut));
                porch.waitUntilHandedOn(before);
                reader.send(KEPT.substring(cut) + OTHER);
                assertThat(reader.rest()).as("cut at " + cut).isEqualTo(whole);
            }
        }
    }

    /** Both read the same from whatever is sent: what one takes for a page is one for the other. */
    @Test
    void agreesWithTheContainerOnWhateverIsSent() throws Exception {
        var random = new Random(20_261_126);
        var pieces =
                List.of(
                        "\r\n",
                        "\n",
                        "\r",
                        " ",
                        "\t",
                        ":",
                        "\u0000",
                        "HTTP/1.1",
                        "Host: b\r\n",
                        "Content-Length: 5\r\n",
                        "Transfer-Encoding: chunked\r\n",
                        "/",
                        "?",
                        "\"",
                        "GET /kept HTTP/1.1\r\n",
                        "Connection: close\r\n",
                        "\u007f",
                        "\u00ff");
        for (var round = 0; round < 1_500; round++) {
            var request = new StringBuilder(KEPT + KEPT);
            for (var change = 0; change <= random.nextInt(3); change++) {
                var at = random.nextInt(request.length());
                switch (random.nextInt(3)) {
                    case 0 -> request.deleteCharAt(at);
                    case 1 -> request.insert(at, pieces.get(random.nextInt(pieces.size())));
                    default -> request.setCharAt(at, (char) random.nextInt(256));
                }
            }
            var asked = request.toString();
            assertThat(untilRefused(porch.answer(asked)))
                    .as(asked)
                    .isEqualTo(untilRefused(plain.answer(asked)));
        }
    }

    /** How a refusal is worded depends on what the container has read before it. */
    private static String untilRefused(String answer) {
        return answer.replaceAll("(?s)(HTTP/1\\.1 [45]|<!doctype html>).*", "refused");
    }

    @Test
    void waitsForASlowReaderWithoutKeepingOthersWaiting() throws Exception {
        try (var slow = porch.reader()) {
            slow.socket().setOption(StandardSocketOptions.SO_RCVBUF, 65_536);
            var before = porch.handedOn();
            slow.send(KEPT.replace("/kept", "/large") + KEPT + OTHER);
            porch.waitUntilHandedOn(before);
            assertThat(porch.answer(KEPT)).startsWith("HTTP/1.1 200 ");

            var answer = slow.rest();
            assertThat(answer.split("HTTP/1.1 200 ", -1)).hasSize(4);
            assertThat(answer).endsWith(porch.answer(KEPT + OTHER));
        }
    }

    @Test
    void forgetsReadersWhoGo() throws Exception {
        var readers = new ArrayList<RawServer.Reader>();
        for (var each = 0; each < 200; each++) {
            var reader = porch.reader();
            readers.add(reader);
            reader.send(each % 2 == 0 ? KEPT : KEPT.replace("/kept", "/large"));
        }
        for (var reader : readers) {
            reader.reset();
        }
        porch.waitUntilNobodyIsConnected();
        assertThat(same(KEPT)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void answersManyReadersWhoStay() throws Exception {
        var readers = new ArrayList<RawServer.Reader>();
        for (var each = 0; each < 2_000; each++) {
            readers.add(porch.reader());
        }
        for (var round = 0; round < 3; round++) {
            for (var reader : readers) {
                reader.send(round == 1 ? OTHER : KEPT);
            }
        }
        var expected = plain.answer(KEPT + OTHER + KEPT);
        for (var reader : readers) {
            assertThat(reader.rest()).isEqualTo(expected);
            reader.close();
        }
        porch.waitUntilNobodyIsConnected();
    }

    @Test
    void answersReadersAtTheSameTime() throws Exception {
        var expected = plain.answer(KEPT + OTHER);
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    IntStream.range(0, 400)
                            .mapToObj(it -> threads.submit(() -> porch.answer(KEPT + OTHER)))
                            .toList();
            for (var it : answers) {
                assertThat(it.get()).isEqualTo(expected);
            }
        }
    }

    /** Whoever says nothing, half of something, or nothing more, is let go in time. */
    @Test
    void endsConnectionsThatAreSilent() throws Exception {
        try (var hasty = RawServer.withPorch(300);
                var silent = hasty.reader();
                var half = hasty.reader();
                var answered = hasty.reader()) {
            half.send(KEPT.substring(0, 30));
            answered.send(KEPT);
            assertThat(silent.untilClosed()).isEmpty();
            assertThat(half.untilClosed()).doesNotContain("HTTP/1.1 200 ");
            assertThat(answered.untilClosed()).startsWith("HTTP/1.1 200 ");
            hasty.waitUntilNobodyIsConnected();
        }
    }

    @Test
    void takesNobodyInWhileTheContainerPauses() throws Exception {
        for (var withPorch : List.of(true, false)) {
            try (var pausing = withPorch ? RawServer.withPorch() : RawServer.withoutPorch();
                    var reader = pausing.reader()) {
                reader.send(KEPT);
                assertThat(reader.read(15)).isEqualTo("HTTP/1.1 200 \r\n");
                pausing.pause();
                reader.send(KEPT);
                assertThat(reader.rest()).endsWith(RawServer.body("/kept")).doesNotContain("HTTP");
            }
        }
    }

    @Test
    void closesWithTheContainer() throws Exception {
        var stopping = RawServer.withPorch();
        var reader = stopping.reader();
        reader.send(KEPT);
        reader.read(15);
        stopping.close();
        assertThat(reader.untilClosed()).endsWith(RawServer.body("/kept"));
        reader.close();
    }

    @Test
    void countsItsAnswers() throws Exception {
        var before = porch.hits();
        porch.answer(KEPT.repeat(3));
        assertThat(porch.hits() - before).isEqualTo(3);
        porch.answer(OTHER);
        assertThat(porch.hits() - before).isEqualTo(3);
    }

    @Test
    void sendsTheBytesOfThePage() throws Exception {
        var answer = porch.answer(KEPT);
        var body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        assertThat(
                        new String(
                                Compression.gunzip(body.getBytes(StandardCharsets.ISO_8859_1)),
                                StandardCharsets.UTF_8))
                .isEqualTo("<p>/kept</p>".repeat(200));
    }
}
