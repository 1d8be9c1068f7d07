package org.gongkai.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.opengov.OpenGov;
import org.gongkai.platform.settings.StartRefused;
import org.gongkai.testing.TestInstallation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("The first operator of real work")
class FirstOperatorTests {
    private static final Path EXAMPLE = Path.of("../docs/guides/setup.example.json");

    @TempDir Path folder;

    @Test
    void isNeededBeforeAnybodyIsAnswered() {
        assertThatThrownBy(() -> start(""))
                .hasRootCauseInstanceOf(StartRefused.class)
                .hasStackTraceContaining("Production needs a set-up once");
    }

    @Test
    void hasNoDefaultPassword() {
        assertThatThrownBy(() -> start(EXAMPLE.toString()))
                .hasRootCauseInstanceOf(StartRefused.class)
                .hasStackTraceContaining("GONGKAI_SETUP_FILE，password");
    }

    @Test
    void signsInWithTheAccountOfTheFileAndNoDemoAccountDoes() throws Exception {
        String filled =
                Files.readString(EXAMPLE)
                        .replace("\"password\": \"\"", "\"password\": \"correct horse battery\"");
        Path file = Files.writeString(folder.resolve("setup.json"), filled);

        try (ConfigurableApplicationContext program = start(file.toString())) {
            assertThat(signIn(program, "operator", "correct horse battery").statusCode())
                    .isEqualTo(201);
            assertThat(signIn(program, "clerk", "gongkai-demo-2021").statusCode()).isEqualTo(401);
        }
    }

    private static ConfigurableApplicationContext start(String file) {
        return new SpringApplicationBuilder(OpenGov.class)
                .initializers(
                        context ->
                                new TestInstallation()
                                        .initialize(
                                                (org.springframework.context.support
                                                                .GenericApplicationContext)
                                                        context))
                .properties(
                        "server.port=0",
                        "GONGKAI_PRODUCTION=true",
                        "GONGKAI_SITE=https://sthjj.example.gov.cn",
                        "GONGKAI_SETUP_FILE=" + file)
                .run();
    }

    private static HttpResponse<String> signIn(
            ConfigurableApplicationContext program, String username, String password)
            throws Exception {
        String port = program.getEnvironment().getProperty("local.server.port");
        String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/tokens"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
