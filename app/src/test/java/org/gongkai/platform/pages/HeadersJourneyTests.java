package org.gongkai.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

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
                "/a;b"
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

    @Test
    void thatFailsSaysWhatHappenedAndWhatToDo() {
        var reader = DeskClient.at(port).open("/nothing-here").expect(404);
        assertThat(reader.text()).contains("没有找到").contains("请检查地址是否输入完整");
        assertThat(reader.body()).doesNotContain("Exception").doesNotContain("org.springframework");

        reader.open("/a;b").expect(400);
        assertThat(reader.text()).contains("无法读取提交的内容");
    }
}
