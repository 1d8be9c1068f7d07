package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Number of an identity card (公民身份号码) — GB 11643-1999")
class IdentityNumberTests {

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({
        "11010519491231002X, true, the example of the standard",
        "440524188001010014, true, the second example of the standard",
        "110105194912310029, false, another check sign",
        "11010519491231002x, false, a small x: whoever types it is put right before",
        "110105194902300020, false, 30 February",
        "110105184912310020, false, born before 1850",
        "1101051949123100, false, sixteen signs",
        "010105194912310020, false, no place begins with 0",
        "ABCDEF194912310020, false, letters"
    })
    void isValidByFormDayAndCheckSign(String signs, boolean valid, String why) {
        assertThat(IdentityNumber.isValid(signs)).isEqualTo(valid);
    }
}
