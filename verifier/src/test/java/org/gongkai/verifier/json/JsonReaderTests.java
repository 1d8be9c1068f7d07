package org.gongkai.verifier.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.verifier.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("JSON, read strictly and written canonically — vdraw/1 section 2.3")
class JsonReaderTests {

    @Test
    void readsWhatItIsGiven() {
        Node root =
                read(
                        """
                         {"a": [1, -2, 9007199254740991, true, false],
                          "文": "\\u6c34\\n\\ud840\\udc00 \\"\\\\\\/",
                          "": {}}
                        """);

        assertThat(root.get("a").items().stream().map(Node::value))
                .containsExactly(1L, -2L, 9007199254740991L, true, false);
        assertThat(root.get("文").text()).isEqualTo("水\n𠀀 \"\\/");
        assertThat(root.get("").names()).isEmpty();
        assertThat(root.get("a").items().get(2).path()).isEqualTo("/a/2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\":1 \"b\":2}",
                "{a:1}",
                "[1] 2",
                "null",
                "[null]",
                "1.0",
                "1e2",
                "-0",
                "01",
                "+1",
                "9007199254740992",
                "-9007199254740992",
                "99999999999999999999999",
                "\"a",
                "\"\t\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\ud840\"",
                "\"\\udc00\\ud840\"",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "tru",
                "NaN",
                "\ufeff{}"
            })
    void refusesWhatTwoReadersCouldUnderstandDifferently(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(text))
                .satisfies(it -> assertThat(it.kind()).isEqualTo(Refusal.Kind.MALFORMED));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> JsonReader.read(new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'}));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () ->
                                JsonReader.read(
                                        new byte[] {
                                            '"', (byte) 0xed, (byte) 0xa1, (byte) 0x80, '"'
                                        }));
    }

    @Test
    void refusesANestThatWouldExhaustTheReader() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read("[".repeat(100_000)))
                .withMessageContaining("nested");
    }

    @Test
    void namesTheSecondOfTwoEqualNamesAmongMany() {
        var text = new StringBuilder("{");
        for (int i = 0; i < 100; i++) {
            text.append('"').append(i).append("\":").append(i).append(',');
        }

        assertThat(read(text + "\"x\":1}").get("57").value()).isEqualTo(57L);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(text + "\"57\":1}"))
                .withMessageContaining("57 twice");
    }

    @Test
    void writesNamesByTheirBytesAndEscapesTwoSignsOnly() {
        assertThat(canonical("{\"w\":2, \"id\":\"a/\\\"\\\\水\\u007f\", \"B\":[true,-5]}"))
                .isEqualTo("{\"B\":[true,-5],\"id\":\"a/\\\"\\\\水\u007f\",\"w\":2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"e\\u0301\"}",
                "{\"a\":\"\\n\"}",
                "{\"文\":1}",
                "{\"\\u007f\":1}",
                "[\"\\u212b\"]"
            })
    void refusesToWriteWhatCanonicalJsonDoesNotHold(String text) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> canonical(text));
    }

    @Test
    void keepsIdsToAssignedCodePoints() {
        assertThat(read("\"𠀀记染坊\"").id()).isEqualTo("𠀀记染坊");
        for (String each : List.of("\"\"", "\"\\u0378\"", "\"\\uffff\"", "\"e\\u0301\"", "3")) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read(each).id());
        }
    }

    @Test
    void takesHexInSmallLettersOnly() {
        assertThat(read("\"00ff\"").hex(2)).containsExactly(0, 255);
        for (String each : List.of("\"00FF\"", "\"0\"", "\"00ff00\"", "\"0x00\"", "\"００\"")) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read(each).hex(2));
        }
    }

    private static Node read(String text) {
        return JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String canonical(String text) {
        return new String(Canonical.bytes(read(text)), StandardCharsets.UTF_8);
    }
}
