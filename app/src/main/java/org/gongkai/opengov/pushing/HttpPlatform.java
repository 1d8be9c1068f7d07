package org.gongkai.opengov.pushing;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gongkai.opengov.pushing.PushSettings.Destination;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform over HTTP (接口推送): one POST for each message to the one configured address; redirects
 * are not followed and no proxy is asked. Field for field in {@code docs/guides/push.md}.
 */
final class HttpPlatform implements CityPlatform {
    private static final int MOST_ANSWERED = 64 * 1024;
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** Answers by which the platform says that the message itself is wrong. */
    private static final Set<Integer> REFUSALS = Set.of(400, 409, 410, 413, 415, 422);

    private final Destination.Http destination;
    private final JsonMapper json;
    private final PlatformAnswer answers;
    private final Clock clock;
    private final HttpClient http;

    HttpPlatform(Destination.Http destination, JsonMapper json, Clock clock) {
        this.destination = destination;
        this.json = json;
        this.answers = new PlatformAnswer(json);
        this.clock = clock;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(destination.timeout())
                        .build();
    }

    @Override
    public Duration longest() {
        return destination.timeout().plus(MARGIN);
    }

    @Override
    public Delivery deliver(PushMessage message) {
        var answering =
                http.sendAsync(
                        request(message),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_ANSWERED));
        try {
            // The request's own timeout ends with the headers; this one covers a body that drips.
            var answer = answering.get(destination.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return read(message, answer);
        } catch (TimeoutException late) {
            answering.cancel(true);
            return Delivery.Failed.because("timeout", null);
        } catch (ExecutionException | CancellationException failed) {
            return failure(failed.getCause());
        } catch (InterruptedException stopping) {
            answering.cancel(true);
            Thread.currentThread().interrupt();
            return Delivery.Failed.because("interrupted", null);
        }
    }

    private HttpRequest request(PushMessage message) {
        byte[] body = json.writeValueAsBytes(message);
        var request =
                HttpRequest.newBuilder(destination.url())
                        .timeout(destination.timeout())
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Accept", "application/json")
                        .header("Idempotency-Key", message.idempotencyKey())
                        .POST(BodyPublishers.ofByteArray(body));
        destination.token().ifPresent(it -> request.header("Authorization", "Bearer " + it));
        destination
                .secret()
                .ifPresent(
                        it -> {
                            var at = Long.toString(clock.instant().getEpochSecond());
                            request.header("X-Gongkai-Timestamp", at);
                            request.header(
                                    "X-Gongkai-Signature",
                                    PushSignature.of(it, at, message.idempotencyKey(), body));
                        });
        return request.build();
    }

    private Delivery read(PushMessage message, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == 200 || status == 201) {
            return answers.receipt(message, answer.body());
        }
        var said = answers.message(answer.body()).orElse(null);
        if (REFUSALS.contains(status)) {
            return new Delivery.Refused("refused", status + (said == null ? "" : " " + said));
        }
        if (status >= 300 && status < 400) {
            return Delivery.Failed.because("redirect", Integer.toString(status));
        }
        var code = status == 401 || status == 403 ? "not-let-in" : "status";
        return new Delivery.Failed(
                code, status + (said == null ? "" : " " + said), retryAfter(answer));
    }

    private static @Nullable Duration retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(it -> it.matches("\\d{1,6}"))
                .map(it -> Duration.ofSeconds(Long.parseLong(it)))
                .orElse(null);
    }

    private static Delivery failure(@Nullable Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException late -> Delivery.Failed.because("timeout", null);
            case javax.net.ssl.SSLException insecure ->
                    Delivery.Failed.because("tls", insecure.getMessage());
            case java.net.ConnectException away -> Delivery.Failed.because("unreachable", null);
            case IOException broken -> Delivery.Failed.because("broken", broken.getMessage());
            case null, default -> Delivery.Failed.because("broken", String.valueOf(cause));
        };
    }
}
