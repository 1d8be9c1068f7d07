package org.gongkai.platform.commitments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Canonical JSON (规范 JSON)")
class CanonicalJsonTests {

    @Test
    void ordersKeysAndEscapesTwoSignsOnly() {
        var value = Map.of("b", List.of(1, -2L, true), "a", "引\"号\\/é\u007f", "B", Map.of());

        assertThat(new String(CanonicalJson.write(value), UTF_8))
                .isEqualTo("{\"B\":{},\"a\":\"引\\\"号\\\\/é\u007f\",\"b\":[1,-2,true]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"b\":2}",
                "[]",
                "\"𠀀\"",
                "9007199254740991",
                "-9007199254740991",
                "{\"\":false}"
            })
    void readsWhatItWrote(String text) {
        assertThat(CanonicalJson.write(CanonicalJson.read(text.getBytes(UTF_8))))
                .isEqualTo(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":2}",
                "{ \"a\":1}",
                "\"\\u0041\"",
                "\"\\/\"",
                "\"a\" ",
                "{\"é\":1}",
            })
    void refusesAnotherTextOfTheSameValue(String text) {
        assertRefused(text, CommitmentFault.NOT_CANONICAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1.0                      | NOT_CANONICAL",
                "1e3                      | NOT_CANONICAL",
                "-0                       | NOT_CANONICAL",
                "9007199254740992         | NOT_CANONICAL",
                "99999999999999999999     | NOT_CANONICAL",
                "null                     | NOT_CANONICAL",
                "[1,null]                 | NOT_CANONICAL",
                "{\"a\":1,\"a\":1}        | NOT_CANONICAL",
                "{\"a\":1,\"\\u0061\":1}  | NOT_CANONICAL",
                "\"\\n\"                  | NOT_CANONICAL",
                "\"\\u001f\"              | NOT_CANONICAL",
                "\"\\ud800\"              | NOT_CANONICAL",
                "\"\\udc00\\ud800\"       | NOT_CANONICAL",
                "\"e\\u0301\"             | NOT_COMPOSED",
                "\"\\u2126\"              | NOT_COMPOSED",
                "01                       | NOT_JSON",
                "-                        | NOT_JSON",
                "[1,]                     | NOT_JSON",
                "{\"a\"}                  | NOT_JSON",
                "{\"a\":1,}               | NOT_JSON",
                "[1] 2                    | NOT_JSON",
                "tru                      | NOT_JSON",
                "\"\\x\"                  | NOT_JSON",
                "\"\\u00g0\"              | NOT_JSON",
                "\"open                   | NOT_JSON",
                "``                       | NOT_JSON",
            })
    void refusesWhatIsNone(String text, @ConvertWith(FaultNamed.class) Fault fault) {
        assertRefused(text, fault);
    }

    @Test
    void refusesWhatIsNoUtf8() {
        for (var bytes :
                List.of(
                        new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'},
                        new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
                        new byte[] {'"', (byte) 0xe4, (byte) 0xbc, '"'},
                        new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, '1'},
                        new byte[] {'"', '\n', '"'})) {
            assertThatThrownBy(() -> JsonReader.read(bytes))
                    .isInstanceOfSatisfying(
                            CommitmentRefused.class,
                            it -> assertThat(it.fault()).isEqualTo(CommitmentFault.NOT_JSON));
        }
    }

    @Test
    void refusesWhatIsTooDeep() {
        assertRefused("[".repeat(17) + "]".repeat(17), CommitmentFault.TOO_MANY);
        assertThat(JsonReader.read(("[".repeat(16) + "]".repeat(16)).getBytes(UTF_8))).isNotNull();
    }

    @Test
    void ordersTextsByTheirBytes() {
        assertThat(
                        Stream.of("𠀀", "\uFFFD", "Ａ", "é", "z", "", "a", "ab")
                                .sorted(CanonicalText.BY_BYTES))
                .containsExactly("", "a", "ab", "z", "é", "Ａ", "\uFFFD", "𠀀");
        assertThat("𠀀".compareTo("\uFFFD")).isNegative();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0378", "a\uFFFE", "\uDBFF\uDFFF"})
    void letsNothingBeNamedByWhatUnicodeHasNotAssigned(String id) {
        assertThatThrownBy(() -> CanonicalText.requireId(id, Path.ROOT))
                .isInstanceOf(CommitmentRefused.class);
    }

    @Test
    void writesPlacesAsPointers() {
        assertThat(Path.ROOT.at("a/b").at(3).at("~")).hasToString("/a~1b/3/~0");
        assertThat(Path.ROOT).hasToString("");
    }

    private static void assertRefused(String text, Fault fault) {
        assertThatThrownBy(() -> CanonicalJson.read(text.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        CommitmentRefused.class, it -> assertThat(it.fault()).isEqualTo(fault));
    }
}
