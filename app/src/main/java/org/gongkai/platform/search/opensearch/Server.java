package org.gongkai.platform.search.opensearch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.gongkai.platform.search.SearchUnavailable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The search server over HTTP (检索服务器): whatever keeps it from answering is {@link
 * SearchUnavailable}, an index that is not there is {@link IndexGone}.
 */
final class Server {

    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    private static final Duration TO_WRITE = Duration.ofSeconds(60);
    private static final Duration TO_MERGE = Duration.ofMinutes(30);
    private static final int NOT_FOUND = 404;

    /** Says that what was waited for has not come about; it tells the state all the same. */
    private static final int WAITED = 408;

    private static final int LONGEST_REASON = 300;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String url;
    private final Optional<String> authorization;
    private final HttpClient http;

    Server(OpenSearchSettings settings) {
        url = settings.url().toString();
        authorization = settings.login().map(Server::basic);
        http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(TO_CONNECT)
                        .build();
    }

    private static String basic(OpenSearchSettings.Login login) {
        byte[] both = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    JsonNode get(String path) {
        return call("GET", path, BodyPublishers.noBody(), TO_ANSWER);
    }

    /** Asks with a question in JSON. */
    JsonNode ask(String path, Object question) {
        return call("POST", path, json(question), TO_ANSWER);
    }

    JsonNode put(String path, Object what) {
        return call("PUT", path, json(what), TO_WRITE);
    }

    JsonNode post(String path, Object what) {
        return call("POST", path, json(what), TO_WRITE);
    }

    /** Sends lines of JSON. */
    JsonNode send(String path, byte[] lines) {
        return call("POST", path, BodyPublishers.ofByteArray(lines), TO_WRITE);
    }

    JsonNode post(String path) {
        return call("POST", path, BodyPublishers.noBody(), TO_WRITE);
    }

    /** For what may take long. */
    JsonNode longRunning(String path) {
        return call("POST", path, BodyPublishers.noBody(), TO_MERGE);
    }

    void delete(String path) {
        try {
            call("DELETE", path, BodyPublishers.noBody(), TO_WRITE);
        } catch (IndexGone already) {
            // That is what was wanted.
        }
    }

    private static BodyPublisher json(Object value) {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(value));
    }

    private JsonNode call(String method, String path, BodyPublisher body, Duration longest) {
        var request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(longest)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .method(method, body);
        authorization.ifPresent(it -> request.header("Authorization", it));
        try {
            return read(path, http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException away) {
            throw new SearchUnavailable("The search server at " + url + " does not answer", away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailable("Interrupted while the search server was asked");
        }
    }

    private JsonNode read(String path, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == NOT_FOUND) {
            throw new IndexGone(path);
        }
        if (status != 200 && status != 201 && status != WAITED) {
            String said = new String(answer.body(), StandardCharsets.UTF_8);
            throw new SearchUnavailable(
                    "The search server at %s answers %s with %d: %s"
                            .formatted(
                                    url,
                                    path,
                                    status,
                                    said.substring(0, Math.min(said.length(), LONGEST_REASON))));
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException notJson) {
            throw new SearchUnavailable("What answers at " + url + " is no search server");
        }
    }
}
