package org.gongkai.opengov.disclosures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Index number — 索引号")
class IndexNumberTests {

    @ParameterizedTest
    @CsvSource({
        "640100-113/2021-00201, 640100-113/2021-00201",
        "640100-113/2021-201, 640100-113/2021-00201",
        "' 640100-113／2021－00201 ', 640100-113/2021-00201",
        "11640100MB1727463F/2023-00213, 11640100MB1727463F/2023-00213",
        "11640100mb1727463f/2023-213, 11640100MB1727463F/2023-00213"
    })
    void isReadLooselyAndWrittenStrictly(String typed, String written) {
        assertThat(IndexNumber.parse(typed)).hasToString("Optional[" + written + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "640100-113/2021-00000",
                "640100-113/2021-000001",
                "640100113/2021-00001",
                "640100-113/21-00001",
                "640100-113/2021-00201x",
                "../../etc/passwd"
            })
    void isNotSeenInOtherWords(String typed) {
        assertThat(IndexNumber.parse(typed)).isEmpty();
    }

    @Test
    void standsInThePublicAddress() {
        assertThat(new IndexNumber("640100-113", 2021, 201).path())
                .isEqualTo("/d/640100-113/2021-00201");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100_000})
    void hasASequenceOfOneTo99999(int sequence) {
        assertThatThrownBy(() -> new IndexNumber("640100-113", 2021, sequence))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
