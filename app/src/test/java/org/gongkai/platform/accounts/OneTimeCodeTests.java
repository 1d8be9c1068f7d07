package org.gongkai.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A one-time code — RFC 6238")
class OneTimeCodeTests {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest(name = "at second {0}: {1}")
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void isThatOfTheStandardsOwnVectors(long second, String code) {
        assertThat(OneTimeCode.at(SECRET, second / 30)).isEqualTo(code);
    }

    @Test
    void countsOneStepBeforeAndAfterAndNoFurther() {
        assertThat(OneTimeCode.matching(SECRET, "287082", Instant.ofEpochSecond(89), 0))
                .hasValue(1);
        assertThat(OneTimeCode.matching(SECRET, "287082", Instant.ofEpochSecond(1), 0)).hasValue(1);
        assertThat(OneTimeCode.matching(SECRET, "287082", Instant.ofEpochSecond(90), 0)).isEmpty();
    }

    @Test
    void countsOnce() {
        assertThat(OneTimeCode.matching(SECRET, "287082", Instant.ofEpochSecond(59), 1)).isEmpty();
    }

    @Test
    void isHandedToAppsInBase32() {
        assertThat(new SecondFactorSecret("lina", SECRET).text())
                .isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
