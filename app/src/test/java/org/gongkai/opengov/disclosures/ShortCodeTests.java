package org.gongkai.opengov.disclosures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Short code (短地址): ADR 0136")
class ShortCodeTests {
    private static final String SIGNS = "3479BCDFGHJKMNPQRSTVXYZ";

    /** Codes are on paper: these stay as they are for ever. */
    @ParameterizedTest(name = "{0} {1}-{2} is {3}")
    @CsvSource({
        "1, 1949, 1, 333334Y",
        "1, 2021, 201, 47RSZCJ",
        "1, 2021, 202, 47RSZDG",
        "2, 2023, 213, C7YDCXZ",
        "1, 2204, 99999, 9ZK4BJH",
        "40, 2026, 12345, DTFDXR3S"
    })
    void isTheSameForEver(int prefix, int year, int sequence, String code) {
        assertThat(new ShortCode(prefix, year, sequence)).hasToString(code);
        assertThat(ShortCode.parse(code)).contains(new ShortCode(prefix, year, sequence));
    }

    @Test
    void isReadHoweverItWasTyped() {
        var code = new ShortCode(1, 2021, 201);
        var typed = code.toString();

        assertThat(ShortCode.parse(typed.toLowerCase(Locale.ROOT))).contains(code);
        assertThat(ShortCode.parse(typed.substring(0, 3) + "-" + typed.substring(3)))
                .contains(code);
        assertThat(ShortCode.parse(" " + typed + " ")).contains(code);
    }

    @Test
    void isNoneWithOneWrongSign() {
        var typed = new ShortCode(1, 2021, 201).toString();
        for (var at = 0; at < typed.length(); at++) {
            for (var sign : SIGNS.toCharArray()) {
                if (sign != typed.charAt(at)) {
                    var wrong = typed.substring(0, at) + sign + typed.substring(at + 1);

                    assertThat(ShortCode.parse(wrong)).as(wrong).isEmpty();
                }
            }
        }
    }

    @Test
    void isNoneWithTwoNeighboursChangedAbout() {
        var typed = new ShortCode(3, 2024, 40_713).toString();
        for (var at = 0; at + 1 < typed.length(); at++) {
            if (typed.charAt(at) != typed.charAt(at + 1)) {
                var wrong =
                        typed.substring(0, at)
                                + typed.charAt(at + 1)
                                + typed.charAt(at)
                                + typed.substring(at + 2);

                assertThat(ShortCode.parse(wrong)).as(wrong).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "3", "333333", "O0I1L", "3333333333333333333", "银川市"})
    void isNoneOfOtherWords(String typed) {
        assertThat(ShortCode.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 2021, 1", "1, 1948, 1", "1, 2205, 1", "1, 2021, 0", "1, 2021, 100000"})
    void standsForNoOtherNumber(int prefix, int year, int sequence) {
        assertThatThrownBy(() -> new ShortCode(prefix, year, sequence))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
