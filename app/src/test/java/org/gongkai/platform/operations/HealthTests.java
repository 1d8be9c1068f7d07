package org.gongkai.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.gongkai.testing.ModuleTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
@DisplayName("Health and figures")
class HealthTests {
    @LocalManagementPort int management;
    @LocalServerPort int open;

    @Value("${logging.logback.rollingpolicy.max-history}")
    int daysOfLogs;

    @Test
    void answerOnAPortOfThisMachine() throws Exception {
        assertThat(get(management, "/actuator/health").body())
                .contains("\"status\":\"UP\"")
                .contains("\"db\"");
        assertThat(get(management, "/actuator/prometheus").body()).contains("hikaricp_connections");
    }

    @Test
    void areNotOnThePublicPort() throws Exception {
        assertThat(get(open, "/actuator/health").body()).doesNotContain("UP");
        assertThat(get(open, "/actuator/prometheus").body()).doesNotContain("hikaricp");
    }

    @Test
    void offerNothingElse() throws Exception {
        assertThat(get(management, "/actuator/env").statusCode()).isNotEqualTo(200);
        assertThat(get(management, "/actuator/heapdump").statusCode()).isNotEqualTo(200);
    }

    @Test
    void leaveLogsForSixMonths() {
        assertThat(daysOfLogs).isGreaterThanOrEqualTo(184);
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
