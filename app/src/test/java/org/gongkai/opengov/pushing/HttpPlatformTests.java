package org.gongkai.opengov.pushing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.opengov.pushing.PushSettings.Destination;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The platform over HTTP — 接口推送")
class HttpPlatformTests {
    private static final String DOCUMENT = "0f3b8f2e-6a53-4c2e-9d0a-5f4f6f1f2a11";
    private static final String KEY = DOCUMENT + ".1.publish.1";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private CityServer city;

    @BeforeEach
    void open() {
        city = CityServer.start();
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void answersWithTheReceiptAndItsOwnIndexNumber() {
        assertThat(platform(LONG_ENOUGH).deliver(message()))
                .isEqualTo(
                        new Delivery.Received(
                                new Receipt(
                                        "HZ-0001",
                                        "YC-113-0001",
                                        Instant.parse("2021-07-30T01:00:05Z"))));
        assertThat(city.received())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.trusted()).isTrue();
                            assertThat(it.text("/protocol")).isEqualTo("gongkai-push/1");
                            assertThat(it.headers())
                                    .containsEntry(
                                            "Content-type",
                                            List.of("application/json; charset=utf-8"))
                                    .containsEntry("X-gongkai-timestamp", List.of("1627606800"));
                        });
    }

    @Test
    void doesOnceWhatComesTwice() {
        city.thenLoseTheReceipt();

        assertThat(platform(LONG_ENOUGH).deliver(message())).isInstanceOf(Delivery.Failed.class);
        assertThat(platform(LONG_ENOUGH).deliver(message())).isInstanceOf(Delivery.Received.class);
        assertThat(city.received()).hasSize(2);
        assertThat(city.done()).isEqualTo(1);
    }

    @Test
    void isTriedAgainWhenItIsSilent() {
        city.then(city.silence());

        assertThat(platform(Duration.ofMillis(300)).deliver(message()))
                .isEqualTo(Delivery.Failed.because("timeout", null));
    }

    @Test
    void isTriedAgainWhenItsAnswerNeverEnds() {
        city.then(city.drip());

        assertThat(platform(Duration.ofMillis(300)).deliver(message()))
                .isEqualTo(Delivery.Failed.because("timeout", null));
    }

    @Test
    void isTriedAgainWhenNobodyListens() {
        var platform = platform(LONG_ENOUGH);
        city.close();

        assertThat(platform.deliver(message()))
                .isEqualTo(Delivery.Failed.because("unreachable", null));
    }

    @Test
    void isNotFollowedToAnotherAddress() {
        try (var elsewhere = CityServer.start()) {
            city.then(CityServer.status(307, "", "Location", elsewhere.url().toString()));

            assertThat(platform(LONG_ENOUGH).deliver(message()))
                    .isEqualTo(Delivery.Failed.because("redirect", "307"));
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void isAskedLaterWhenItSaysSo() {
        city.then(CityServer.status(503, "", "Retry-After", "7200"));

        assertThat(platform(LONG_ENOUGH).deliver(message()))
                .isEqualTo(new Delivery.Failed("status", "503", Duration.ofHours(2)));
    }

    static Stream<Arguments> answers() {
        var whole =
                "{\"idempotencyKey\":\"%s\",\"receipt\":%s,\"externalIndexNumber\":%s,\"receivedAt\":%s}";
        return Stream.of(
                Arguments.of(500, "oops", "status", false),
                Arguments.of(404, "", "status", false),
                Arguments.of(408, "", "status", false),
                Arguments.of(429, "", "status", false),
                Arguments.of(401, "{\"message\":\"令牌过期\"}", "not-let-in", false),
                Arguments.of(403, "", "not-let-in", false),
                Arguments.of(422, "{\"message\":\"栏目不存在\"}", "refused", true),
                Arguments.of(400, "", "refused", true),
                Arguments.of(413, "", "refused", true),
                Arguments.of(204, "", "status", false),
                Arguments.of(200, "", "wrong-receipt", false),
                Arguments.of(200, "<html>登录</html>", "wrong-receipt", false),
                Arguments.of(200, "[]", "wrong-receipt", false),
                Arguments.of(200, "{}", "wrong-receipt", false),
                Arguments.of(
                        200,
                        whole.formatted(
                                DOCUMENT + ".1.publish.2",
                                "\"H\"",
                                "\"Y\"",
                                "\"2021-07-30T09:00:05+08:00\""),
                        "wrong-receipt",
                        false),
                Arguments.of(
                        200,
                        whole.formatted(KEY, "7", "\"Y\"", "\"2021-07-30T09:00:05+08:00\""),
                        "wrong-receipt",
                        false),
                Arguments.of(
                        200,
                        whole.formatted(KEY, "\"H\"", "null", "\"2021-07-30T09:00:05+08:00\""),
                        "wrong-receipt",
                        false),
                Arguments.of(
                        200,
                        whole.formatted(KEY, "\"H\"", "\"Y\"", "\"2021-07-30 09:00\""),
                        "wrong-receipt",
                        false),
                Arguments.of(
                        200,
                        whole.formatted(KEY, "\"H\"", "\"Y\"", "\"+99999-07-30T09:00:05+08:00\""),
                        "wrong-receipt",
                        false),
                Arguments.of(
                        200,
                        whole.formatted(
                                KEY,
                                "\"" + "H".repeat(101) + "\"",
                                "\"Y\"",
                                "\"2021-07-30T09:00:05+08:00\""),
                        "wrong-receipt",
                        false));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("answers")
    void isNotBelievedWithoutAReceipt(int status, String body, String code, boolean refused) {
        city.then(CityServer.status(status, body));

        var delivery = platform(LONG_ENOUGH).deliver(message());

        if (refused) {
            assertThat(delivery)
                    .isInstanceOfSatisfying(
                            Delivery.Refused.class, it -> assertThat(it.code()).isEqualTo(code));
        } else {
            assertThat(delivery)
                    .isInstanceOfSatisfying(
                            Delivery.Failed.class, it -> assertThat(it.code()).isEqualTo(code));
        }
    }

    @Test
    void isNotReadBeyondItsLimit() {
        city.then(CityServer.status(200, "x".repeat(200_000)));

        assertThat(platform(LONG_ENOUGH).deliver(message())).isInstanceOf(Delivery.Failed.class);
    }

    private CityPlatform platform(Duration timeout) {
        return new HttpPlatform(
                new Destination.Http(
                        city.url(),
                        Optional.of(CityServer.TOKEN),
                        Optional.of(CityServer.SECRET),
                        timeout),
                new JsonMapper(),
                new TestClock());
    }

    private static PushMessage message() {
        return new PushMessage(
                PushMessage.PROTOCOL,
                KEY,
                DOCUMENT,
                1,
                "publish",
                1,
                Instant.parse("2021-07-30T01:00:00Z"),
                new PushMessage.Publisher("银川市生态环境局", "6401000012"),
                "640100-113/2021-00201",
                "https://sthjj.example.gov.cn/d/640100-113/2021-00201",
                content(),
                null);
    }

    private static PushMessage.Content content() {
        return new PushMessage.Content(
                "通知公告",
                "公告",
                "摘要",
                List.of(new PushMessage.Place("key-work", "重点工作")),
                new PushMessage.Place("office", "办公室"),
                Instant.parse("2021-07-30T01:00:00Z"),
                Instant.parse("2021-07-30T01:00:00Z"),
                null,
                null,
                null,
                null,
                null,
                3,
                null,
                Map.of(),
                "<p>正文。</p>",
                null,
                "0".repeat(64),
                List.of(),
                List.of());
    }
}
