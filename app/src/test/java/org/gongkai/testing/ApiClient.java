package org.gongkai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program that calls the API over HTTP, and checks every answer against the OpenAPI document: a
 * test fails on a path, status, content type or field that is not documented.
 *
 * <pre>{@code
 * var clerk = ApiClient.at(port).signIn("clerk", "gongkai-demo-2021");
 * var id = clerk.post("/api/v1/documents", Map.of("title", "…")).expect(201).text("/id");
 * }</pre>
 */
public final class ApiClient {
    private static final Map<Integer, ApiContract> CONTRACTS = new ConcurrentHashMap<>();

    /** Many programs hand out the same one, and it is large. */
    private static final Map<String, ApiContract> BY_TEXT = new ConcurrentHashMap<>();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private final Map<String, String> headers;

    private ApiClient(int port, Map<String, String> headers) {
        this.port = port;
        this.headers = Map.copyOf(headers);
    }

    /** Nobody, at the program on this port. */
    public static ApiClient at(int port) {
        return new ApiClient(port, Map.of());
    }

    /** The same caller, signed in with a token of its own. */
    public ApiClient signIn(String username, String password) {
        var answer =
                post("/api/v1/tokens", Map.of("username", username, "password", password))
                        .expect(201);
        return withToken(answer.text("/token"));
    }

    /** The same caller with this token. */
    public ApiClient withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same caller who sends this header too: {@code If-Match}, {@code Idempotency-Key}. */
    public ApiClient with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiClient(port, more);
    }

    /** Reads. */
    public ApiAnswer get(String path) {
        return send("GET", path, null, new byte[0]);
    }

    /** Creates or takes a step; the body is written as JSON. */
    public ApiAnswer post(String path, Object body) {
        return send("POST", path, "application/json", bytes(body));
    }

    /** Replaces. */
    public ApiAnswer put(String path, Object body) {
        return send("PUT", path, "application/json", bytes(body));
    }

    /** Changes in part. */
    public ApiAnswer patch(String path, Object body) {
        return send("PATCH", path, "application/json", bytes(body));
    }

    /** Removes. */
    public ApiAnswer delete(String path) {
        return send("DELETE", path, null, new byte[0]);
    }

    /** Sends a file as the part {@code file} of a form, with more fields. */
    public ApiAnswer upload(
            String path, String fileName, byte[] content, Map<String, String> fields) {
        String boundary = UUID.randomUUID().toString();
        var body = new ByteArrayOutputStream();
        fields.forEach(
                (name, value) ->
                        part(
                                body,
                                boundary,
                                "name=\"" + name + "\"",
                                value.getBytes(StandardCharsets.UTF_8)));
        part(body, boundary, "name=\"file\"; filename=\"" + fileName + "\"", content);
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send("POST", path, "multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    /** Sends any bytes as any type: for what must be refused. */
    public ApiAnswer send(String method, String path, String contentType, byte[] body) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(
                                method,
                                body.length == 0 && contentType == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        try {
            var response =
                    HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            var answer =
                    new ApiAnswer(
                            method + " " + path,
                            response.statusCode(),
                            response.headers(),
                            response.body());
            String type = response.headers().firstValue("Content-Type").orElse("");
            String plainPath = URI.create(path).getPath();
            assertThat(
                            contract()
                                    .mismatches(
                                            method,
                                            plainPath,
                                            answer.status(),
                                            type,
                                            answer.body()))
                    .as("against the OpenAPI document: " + answer.asked() + " " + answer.body())
                    .isEmpty();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The contract that the program itself hands out. */
    public ApiContract contract() {
        return CONTRACTS.computeIfAbsent(port, ApiClient::fetchContract);
    }

    private static ApiContract fetchContract(int port) {
        var request =
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/openapi.json"));
        try {
            var response =
                    HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(response.statusCode()).isEqualTo(200);
            return BY_TEXT.computeIfAbsent(response.body(), ApiContract::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Object body) {
        return body instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : JSON.writeValueAsBytes(body);
    }

    private static void part(
            ByteArrayOutputStream body, String boundary, String name, byte[] content) {
        String head =
                "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(boundary, name);
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
