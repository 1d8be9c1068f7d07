package org.gongkai.opengov.requests.notices;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notices as text messages (短信通知): one POST to the gateway for each, field for field in {@code
 * docs/guides/notices.md}. Redirects are not followed and no proxy is asked.
 */
final class SmsCourier implements Courier {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final NoticeSettings.Sms gateway;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(LONGEST)
                    .build();

    SmsCourier(NoticeSettings.Sms gateway, JsonMapper json) {
        this.gateway = gateway;
        this.json = json;
    }

    /** What the gateway is sent. */
    record Message(String id, String phone, String text) {
        @Override
        public String toString() {
            return "Message[" + id + "]";
        }
    }

    @Override
    public NoticeWay way() {
        return NoticeWay.SMS;
    }

    @Override
    public void send(String key, String address, String subject, String text) throws NotSent {
        var request =
                HttpRequest.newBuilder(gateway.url())
                        .timeout(LONGEST)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Authorization", "Bearer " + gateway.token())
                        .header("Idempotency-Key", key)
                        .POST(
                                BodyPublishers.ofByteArray(
                                        json.writeValueAsBytes(new Message(key, address, text))))
                        .build();
        try {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status < 200 || status > 299) {
                throw new NotSent("HTTP " + status);
            }
        } catch (IOException away) {
            throw new NotSent(away.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NotSent("interrupted");
        }
    }
}
