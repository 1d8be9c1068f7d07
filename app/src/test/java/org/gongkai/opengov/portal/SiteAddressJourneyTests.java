package org.gongkai.opengov.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.PublicWork;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("The site's address (网站地址) on its pages")
class SiteAddressJourneyTests {
    @LocalServerPort int port;

    @Test
    void neverFollowsFromTheRequest() throws IOException {
        var published =
                PublicWork.at(port)
                        .in("plans")
                        .publish(
                                "notice",
                                "关于网站地址的通知",
                                "<p>网址不随请求改变。</p>",
                                Map.of("formedOn", "2021-07-28"));
        for (var path :
                new String[] {
                    published.path(),
                    published.path() + "/print",
                    published.path() + "/qr.svg",
                    "/c/plans",
                    "/c/plans/feed.xml",
                    "/sitemap.xml",
                    "/sitemap/2021.xml",
                    "/robots.txt"
                }) {
            var asMeant = body(path, "127.0.0.1:" + port);
            var asForged = body(path, "forged.example");

            assertThat(asForged).as(path).isEqualTo(asMeant).doesNotContain("forged");
            assertThat(asMeant).as(path).isNotBlank();
        }
    }

    /** Over a bare connection, as the client of the JDK writes no host but the true one. */
    private String body(String path, String host) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var request =
                    "GET "
                            + path
                            + " HTTP/1.0\r\nHost: "
                            + host
                            + "\r\nX-Forwarded-Host: "
                            + host
                            + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).as(path).startsWith("HTTP/1.1 200");
            return answer.substring(answer.indexOf("\r\n\r\n"));
        }
    }
}
