package org.gongkai.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.DemoAgencyTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The common rules of the API")
@DemoAgencyTest
class ApiRulesJourneyTests {
    private static final String PASSWORD = "gongkai-demo-2021";

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired JsonMapper json;

    @ParameterizedTest(name = "{0} {1} as {2}: {4} {5}")
    @CsvSource({
        "POST, /api/v1/tokens, application/json, '{\"username\":', 400, malformed",
        "POST, /api/v1/tokens, application/json, '[]', 400, malformed",
        "POST, /api/v1/tokens, application/json, '{\"username\":{}}', 422, invalid-input",
        "POST, /api/v1/tokens, application/json, '{}', 422, invalid-input",
        "POST, /api/v1/tokens, text/plain, 'username', 415, unsupported-content",
        "GET, /api/v1/tokens, , '', 401, not-signed-in",
        "GET, /api/v1/account, , '', 401, not-signed-in",
        "DELETE, /api/openapi.json, , '', 405, method-not-allowed",
        "GET, /api/v1/public/nothing-here, , '', 404, not-found"
    })
    void tellEveryErrorAsAProblem(
            String method, String path, String type, String body, int status, String slug) {
        var answer =
                ApiClient.at(port)
                        .send(method, path, type, body.getBytes(StandardCharsets.UTF_8))
                        .expectProblem(status, slug);

        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/instance")).isEqualTo(path);
        assertThat(answer.number("/status")).isEqualTo(status);
    }

    @Test
    void nameTheFieldsThatAreWrong() {
        var answer =
                ApiClient.at(port).post("/api/v1/tokens", Map.of("username", "clerk")).expect(422);

        assertThat(answer.at("/errors").toString())
                .isEqualTo(
                        "[{\"field\":\"password\",\"code\":\"required\",\"message\":\"请填写此项。\"}]");
    }

    @Test
    void refuseABodyThatIsTooLarge() {
        byte[] huge =
                ("{\"username\":\"" + "a".repeat(17 * 1024 * 1024) + "\"}")
                        .getBytes(StandardCharsets.UTF_8);

        ApiClient.at(port)
                .send("POST", "/api/v1/tokens", "application/json", huge)
                .expectProblem(413, "too-large");
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=201", "limit=x", "after=%2A%2A", "after=bm90aGluZwAx"})
    void refusePartsOfListsThatAreNone(String query) {
        operator()
                .get("/api/v1/accounts?" + query.replace("bm90aGluZwAx", "YR9i"))
                .expectProblem(422, "invalid-input");
    }

    @Test
    void createOnceForOneKeyAndBody() {
        var operator = operator().with("Idempotency-Key", "open-soil-clerk");
        long person = personWithoutAccount("soil-clerk");
        var wanted = Map.of("person", person, "username", "caoyuan");

        var first = operator.post("/api/v1/accounts", wanted).expect(201);
        var second = operator.post("/api/v1/accounts", wanted).expect(201);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        operator.post("/api/v1/accounts", Map.of("person", person, "username", "other"))
                .expectProblem(409, "key-used-otherwise");
        ApiClient.at(port)
                .signIn("auditor", PASSWORD)
                .with("Idempotency-Key", "open-soil-clerk")
                .post("/api/v1/accounts", wanted)
                .expectProblem(403, "not-allowed");
    }

    @Test
    void keepNoAnswerWhereNothingWasCreated() {
        var operator = operator().with("Idempotency-Key", "after-a-mistake");
        long person = personWithoutAccount("nature-clerk");
        operator.post("/api/v1/accounts", Map.of("person", person, "username", "叶"))
                .expectProblem(422, "invalid-input");

        operator.post("/api/v1/accounts", Map.of("person", person, "username", "yeqinghe"))
                .expect(201);
    }

    @Test
    void keepSecretsOfAnswersClosed() {
        var operator = operator();
        long person = personWithoutAccount("monitoring-clerk");
        var account =
                operator.post("/api/v1/accounts", Map.of("person", person, "username", "xuxin"));
        var secret =
                operator.with("Idempotency-Key", "secret-of-xuxin")
                        .post("/api/v1/accounts/" + account.number("/id") + "/secret", Map.of())
                        .expect(201)
                        .text("/secret");

        byte[] kept =
                jdbc.sql("SELECT body FROM api_idempotent_answer WHERE key = 'secret-of-xuxin'")
                        .query(byte[].class)
                        .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
    }

    private long personWithoutAccount(String key) {
        return jdbc.sql("SELECT id FROM organization_person WHERE key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private ApiClient operator() {
        return ApiClient.at(port).signIn("operator", PASSWORD);
    }
}
