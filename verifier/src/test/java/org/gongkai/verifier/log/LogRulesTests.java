package org.gongkai.verifier.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.hash.Suite;
import org.gongkai.verifier.json.Canonical;
import org.gongkai.verifier.json.JsonReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code govlog/1} section 3.5. */
@DisplayName("Rules of the log (日志公开规则)")
class LogRulesTests {
    private static final String PUBLISHED = "doc.publish doc=a ver=1 c=01";
    private static final String WITHDRAWN =
            "doc.withdraw doc=a ver=1 prev=0 reason=误发 basis=条例第十四条";
    private static final String ANNOUNCED = "draw.announce draw=x/1 seq=1";
    private static final String FROZEN = "draw.freeze draw=x/1 seq=1 mh=00";
    private static final String NONCE = "draw.source draw=x/1 seq=1 kind=reveal";
    private static final String NUMBERS = "draw.source draw=x/1 seq=1 kind=numbers";
    private static final String RESULT = "draw.result draw=x/1 seq=1 n=1";

    static List<Arguments> kept() {
        return List.of(
                log(),
                log(PUBLISHED, "doc.revise doc=a ver=2 prev=0 c=02"),
                log(
                        PUBLISHED,
                        "doc.publish doc=b ver=1 c=01",
                        "doc.revise doc=a ver=2 prev=0 c=02"),
                log(PUBLISHED, WITHDRAWN, "doc.restore doc=a ver=1 prev=1 c=01"),
                log(ANNOUNCED, FROZEN, NONCE, NUMBERS, RESULT, "draw.amend draw=x/1 seq=1"),
                log(ANNOUNCED, FROZEN, NUMBERS, RESULT, "draw.reveal draw=x/1 seq=1"),
                log(ANNOUNCED, "draw.void draw=x/1 seq=1", "draw.announce draw=x/2 seq=2"),
                log(ANNOUNCED, "draw.announce draw=y/1 seq=1"),
                log("log.genesis origin=log.example", "req.received", "req.answered"),
                log("req.received", "req.received", "req.closed", "stat.month month=2021-07"));
    }

    @ParameterizedTest
    @MethodSource
    void kept(List<String> log) {
        assertThat(LogRules.check(leaves(log))).hasSameSizeAs(log);
    }

    static List<Arguments> broken() {
        return List.of(
                breach("/0/ver", "doc.revise doc=a ver=1 prev=0 c=01"),
                breach("/0/ver", "doc.publish doc=a ver=2 c=01"),
                breach("/1/k", PUBLISHED, "doc.publish doc=a ver=2 prev=0 c=01"),
                breach("/1/ver", PUBLISHED, "doc.revise doc=a ver=3 prev=0 c=02"),
                breach("/2/prev", PUBLISHED, "req.received", "doc.revise doc=a ver=2 prev=1 c=02"),
                breach("/1/reason", PUBLISHED, "doc.withdraw doc=a ver=1 prev=0 reason= basis=x"),
                breach("/2/ver", PUBLISHED, WITHDRAWN, "doc.revise doc=a ver=2 prev=1 c=02"),
                breach("/2/ver", PUBLISHED, WITHDRAWN, WITHDRAWN.replace("prev=0", "prev=1")),
                breach("/2/c", PUBLISHED, WITHDRAWN, "doc.restore doc=a ver=1 prev=1 c=02"),
                breach("/1/c", PUBLISHED, "doc.restore doc=a ver=1 prev=0 c=01"),
                breach("/0/seq", "draw.announce draw=x/2 seq=2"),
                breach("/1/seq", ANNOUNCED, "draw.announce draw=x/3 seq=3"),
                breach("/1/seq", ANNOUNCED, ANNOUNCED),
                breach("/0/draw", FROZEN),
                breach("/1/draw", ANNOUNCED, "draw.freeze draw=x/1 seq=2"),
                breach("/1/k", ANNOUNCED, RESULT),
                breach("/1/k", ANNOUNCED, NUMBERS),
                breach("/2/k", ANNOUNCED, FROZEN, FROZEN),
                breach("/3/kind", ANNOUNCED, FROZEN, NUMBERS, NONCE),
                breach("/3/k", ANNOUNCED, FROZEN, RESULT, RESULT),
                breach("/3/k", ANNOUNCED, FROZEN, RESULT, "draw.void draw=x/1 seq=1"),
                breach("/2/k", ANNOUNCED, FROZEN, "draw.amend draw=x/1 seq=1"),
                breach("/2/k", ANNOUNCED, FROZEN, "draw.reveal draw=x/1 seq=1"),
                breach("/2/k", ANNOUNCED, "draw.void draw=x/1 seq=1", FROZEN),
                breach("/1/k", "req.received", "log.genesis origin=log.example"),
                breach("/1/counts", "req.closed", "stat.month month=2021-07"),
                breach("/0/counts", "stat.month month=2021-07"));
    }

    @ParameterizedTest
    @MethodSource
    void broken(String place, List<String> log) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> LogRules.check(leaves(log)))
                .satisfies(it -> assertThat(it.path()).isEqualTo(place))
                .satisfies(it -> assertThat(it.kind()).isEqualTo(Refusal.Kind.DIFFERS));
    }

    @org.junit.jupiter.api.Test
    void timeDoesNotRunBackwards() {
        var log = List.of(leaf("req.received", 9), leaf("req.received", 8));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> LogRules.check(log))
                .satisfies(it -> assertThat(it.path()).isEqualTo("/1/t"));
        assertThat(LogRules.check(log.reversed())).hasSize(2);
    }

    private static Arguments log(String... leaves) {
        return Arguments.of(List.of(leaves));
    }

    private static Arguments breach(String place, String... leaves) {
        return Arguments.of(place, List.of(leaves));
    }

    private static List<Leaf> leaves(List<String> texts) {
        return texts.stream().map(it -> leaf(it, 9)).toList();
    }

    /** A leaf: its kind, then what it says, numbers as numbers. */
    private static Leaf leaf(String text, int hour) {
        var words = text.split(" ");
        var json = new StringBuilder("{\"v\":\"govlog/1\",\"k\":\"" + words[0] + "\"");
        json.append(",\"t\":\"2021-07-30T%02d:00:00+08:00\"".formatted(hour));
        Arrays.stream(words).skip(1).map(LogRulesTests::member).forEach(json::append);
        if (words[0].startsWith("req.")) {
            json.append(",\"c\":\"" + "0".repeat(64) + "\"");
        }
        if (words[0].equals("stat.month")) {
            json.append(",\"counts\":{\"req.received\":2,\"req.closed\":1,\"req.answered\":0}");
        }
        return Leaf.read(Canonical.bytes(JsonReader.read(Suite.utf8(json + "}"))));
    }

    private static String member(String text) {
        var at = text.indexOf('=');
        var name = text.substring(0, at);
        var value = text.substring(at + 1);
        return value.matches("\\d") && List.of("ver", "prev", "seq", "n").contains(name)
                ? ",\"" + name + "\":" + value
                : ",\"" + name + "\":\"" + value + "\"";
    }
}
