package org.gongkai.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@DisplayName("Every answer")
@DemoAgencyTest
class HeadersJourneyTests {
    private static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                            + " frame-ancestors 'none'; form-action 'self'",
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY",
                    "Referrer-Policy",
                    "same-origin",
                    "Permissions-Policy",
                    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cross-Origin-Resource-Policy",
                    "same-origin");

    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/problems",
                "/problems/not-found",
                "/problems/no-such-problem",
                "/nothing-here",
                "/api/openapi.json",
                "/api/v1/account",
                "/api/v1/public/nothing",
                "/desk",
                "/desk/login",
                "/desk/audit",
                "/assets/css/base.css",
                "/assets/nothing.css",
                "/a//b",
                "/a;b",
                "/c/%00",
                "/assets/..%2f..%2fapplication.yaml"
            })
    void hasTheSecurityHeaders(String path) {
        var headers = DeskClient.at(port).open(path).response().headers();

        HEADERS.forEach(
                (name, value) ->
                        assertThat(headers.allValues(name)).as(name).containsExactly(value));
        assertThat(headers.firstValue("Strict-Transport-Security")).as("over http").isEmpty();
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/problems", "/nothing-here", "/api/openapi.json", "/assets/css/base.css"})
    void setsNoCookieOnThePublicSide(String path) {
        assertThat(DeskClient.at(port).open(path).response().headers().allValues("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void namesAssetsByTheirContentAndKeepsThem() {
        var reader = DeskClient.at(port).open("/problems").expect(200);
        String sheet = reader.page().select("link[rel=stylesheet]").first().attr("href");

        assertThat(sheet).matches("/assets/css/[a-z]+-[0-9a-f]{32}\\.css");
        var kept = reader.open(sheet).expect(200).response().headers();
        assertThat(kept.firstValue("Cache-Control"))
                .hasValue("public, max-age=31536000, immutable");
        var asked = reader.open("/assets/css/base.css").expect(200).response().headers();
        assertThat(asked.firstValue("Cache-Control")).hasValue("no-cache");
    }

    /** What was withdrawn may not live on in a browser or a proxy. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/columns",
                "/c/key-work",
                "/c/key-work/feed.xml",
                "/search?q=a",
                "/register",
                "/sitemap.xml",
                "/sitemap/pages.xml",
                "/api/v1/public/documents"
            })
    void ofThePublicSideIsAskedForEachTime(String path) {
        assertThat(
                        DeskClient.at(port)
                                .open(path)
                                .expect(200)
                                .response()
                                .headers()
                                .allValues("Cache-Control"))
                .containsExactly("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/c/%00", "/a%2fb", "/%c0%ae"})
    void thatCannotEvenBeReadIsOursAndSaysNothingOfTheContainer(String path) {
        var reader = DeskClient.at(port).open(path).expect(400);

        assertThat(reader.body())
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContain("HTTP Status");
        assertThat(reader.body()).contains("lang=\"zh-CN\"");
    }

    /** An address that the reader did not choose leads nowhere else. */
    @Test
    void leadsOnWithinTheSiteWhateverHostIsNamed() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(
                            "GET /desk/documents HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .contains("\r\nLocation: /desk/login?next=")
                    .doesNotContain("evil.example");
        }
    }

    @Test
    void thatFailsSaysWhatHappenedAndWhatToDo() {
        var reader = DeskClient.at(port).open("/nothing-here").expect(404);
        assertThat(reader.text()).contains("没有找到").contains("请检查地址是否输入完整");
        assertThat(reader.body()).doesNotContain("Exception").doesNotContain("org.springframework");

        reader.open("/a;b").expect(400);
        assertThat(reader.text()).contains("无法读取提交的内容");
    }
}
