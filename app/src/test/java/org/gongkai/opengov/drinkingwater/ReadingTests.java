package org.gongkai.opengov.drinkingwater;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What laboratories write (监测值写法)")
class ReadingTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0.37, Measured[value=0.37]",
        "０．３７, Measured[value=0.37]",
        "' 470 ', Measured[value=470]",
        "1.20, Measured[value=1.20]",
        "1.2×10^3, Measured[value=1.2E+3]",
        "3.5×10⁴, Measured[value=3.5E+4]",
        "3.5×10⁻⁴, Measured[value=0.00035]",
        "1.2E-3, Measured[value=0.0012]",
        "0.0003L, NotDetected[detectionLimit=0.0003]",
        "０．０００３Ｌ, NotDetected[detectionLimit=0.0003]",
        "<0.01, NotDetected[detectionLimit=0.01]",
        "＜0.01, NotDetected[detectionLimit=0.01]",
        "未检出, NotDetectedAtAll[]",
        "ND, NotDetectedAtAll[]",
        ">24000, MoreThan[value=24000]",
        "无, Observed[there=false]",
        "有, Observed[there=true]",
        "-1, NotMonitored[]",
        "未监测, NotMonitored[]",
        "'', NotMonitored[]",
        "/, NotMonitored[]",
    })
    void isRead(String text, String expected) {
        assertThat(Reading.of(text)).map(Object::toString).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,160", "1 2 3a", "0.0003l", "<0.01L", "-0.5", "0..3", "约3", "3mg/L", "1.2×104",
                "NaN", "1e999", "0x10", "."
            })
    void isNotGuessed(String text) {
        assertThat(Reading.of(text)).isEmpty();
    }
}
