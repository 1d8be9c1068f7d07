package org.gongkai.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.disclosures.AttachedFile;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo agency's people at work over the API (工作人员): draft, send, sign, publish. */
final class Staff implements AutoCloseable {
    private static final String PASSWORD = "gongkai-demo-2021";
    private static final List<String> SIGNERS = List.of("head", "secrecy", "leader");
    private static final JsonMapper JSON = new JsonMapper();

    private final Program program;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> tokens = new HashMap<>();

    /** Of this program, with a token for each. */
    Staff(Program program) {
        this.program = program;
        for (String who : List.of("clerk", "head", "secrecy", "leader", "office")) {
            var answer =
                    json(
                            "POST",
                            "/api/v1/tokens",
                            "",
                            Map.of("username", who, "password", PASSWORD));
            tokens.put(who, answer.get("token").asString());
        }
    }

    /** A document of the office, drafted, sent and signed at every level; its id. */
    String approved(String title, String bodyHtml) {
        var draft = new LinkedHashMap<String, Object>();
        draft.put("kind", "notice");
        draft.put("title", title);
        draft.put("column", "notices");
        draft.put("section", "office");
        draft.put("bodyHtml", bodyHtml);
        draft.put("attribute", "主动公开");
        draft.put("legalGround", "《政府信息公开条例》第二十条");
        draft.put("article20Item", 3);
        draft.put("source", Map.of("own", true));
        draft.put("fields", Map.of("formedOn", LocalDate.now().minusDays(1).toString()));
        var made = as("clerk", "POST", "/api/v1/documents", draft);
        String id = made.get("id").asString();
        step("clerk", id, "submit", Map.of());
        SIGNERS.forEach(it -> step(it, id, "sign", signature(made.get("sha256").asString())));
        return id;
    }

    /** Publishes it; its index number. */
    String publish(String id) {
        return step("office", id, "publish", Map.of()).get("indexNumber").asString();
    }

    /** Takes a published document back. */
    void withdraw(String id) {
        step("office", id, "withdraw", Map.of("reason", "测试撤回", "legalBasis", "条例第十五条"));
    }

    private static Map<String, Object> signature(String sha256) {
        return Map.of(
                "sha256",
                sha256,
                "gates",
                Map.of("political", true, "secrecy", true, "wording", true),
                "opinion",
                "同意");
    }

    private JsonNode step(String who, String id, String step, Map<String, ?> body) {
        return as(who, "POST", "/api/v1/documents/" + id + "/steps/" + step, body);
    }

    private JsonNode as(String who, String method, String path, Object body) {
        return json(method, path, "Bearer " + tokens.get(who), body);
    }

    private JsonNode json(String method, String path, String token, Object body) {
        var request =
                HttpRequest.newBuilder(program.address(path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", token);
        }
        return JSON.readTree(answered(request.build()).body());
    }

    /** Uploads a file to be attached. */
    AttachedFile upload(String name, byte[] content) {
        String edge = "edge-of-the-part";
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                                .formatted(edge, name))
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var request =
                HttpRequest.newBuilder(program.address("/api/v1/files"))
                        .header("Content-Type", "multipart/form-data; boundary=" + edge)
                        .header("Authorization", "Bearer " + tokens.get("clerk"))
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build();
        var kept = JSON.readTree(answered(request).body());
        return new AttachedFile(
                kept.get("sha256").asString(),
                name,
                kept.get("mediaType").asString(),
                kept.get("size").asLong(),
                null);
    }

    /** The office posts this; status and body, whatever they are. */
    HttpResponse<String> office(String path, Object body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(program.address(path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + tokens.get("office"))
                        .timeout(Duration.ofSeconds(30))
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Begins to import a folder of the data folder; the number of the run. */
    long startImport(String folder) {
        return as("office", "POST", "/api/v1/site-imports", Map.of("folder", folder))
                .get("id")
                .asLong();
    }

    /** How far an import has come. */
    JsonNode readImport(long run) {
        var request =
                HttpRequest.newBuilder(program.address("/api/v1/site-imports/" + run))
                        .header("Authorization", "Bearer " + tokens.get("office"))
                        .build();
        return JSON.readTree(answered(request).body());
    }

    /** Gives one of the two words for what was imported. */
    void approveImport(long run, String who, String digest) {
        as(
                who,
                "POST",
                "/api/v1/site-imports/" + run + "/steps/approve",
                Map.of("digest", digest, "opinion", "同意"));
    }

    /** Somebody who has signed in at the desk's page, as a reader of its pages. */
    Reader atDesk(String username) {
        URI login = program.address("/desk/login");
        var form = answered(HttpRequest.newBuilder(login).build());
        var hidden = Jsoup.parse(form.body()).select("input[name=_csrf]").attr("value");
        var entered =
                answered(
                        HttpRequest.newBuilder(login)
                                .header("Cookie", cookies(form))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                "_csrf=%s&username=%s&password=%s"
                                                        .formatted(
                                                                URLEncoder.encode(
                                                                        hidden,
                                                                        StandardCharsets.UTF_8),
                                                                username,
                                                                PASSWORD)))
                                .build());
        return Reader.signedIn(cookies(entered));
    }

    private static String cookies(HttpResponse<String> answer) {
        return String.join(
                "; ",
                answer.headers().allValues("Set-Cookie").stream()
                        .map(it -> it.split(";", 2)[0])
                        .filter(it -> !it.endsWith("="))
                        .toList());
    }

    private HttpResponse<String> answered(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(request + " answered " + answer.body());
            }
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
