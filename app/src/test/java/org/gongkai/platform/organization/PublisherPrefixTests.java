package org.gongkai.platform.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Publisher's prefix 索引号前缀 — region and department, or social credit code")
class PublisherPrefixTests {

    @ParameterizedTest(name = "{2}: {0}")
    @CsvSource({
        "640100-113, 640100-113, as generated",
        "６４０１００－１１３, 640100-113, full-width",
        "640100—113, 640100-113, a long dash",
        "640100 - 113, 640100-113, spaces",
        "640100113, 640100-113, no dash",
        "11640100mb1727463f, 11640100MB1727463F, small letters",
        "11640100MB1727463F, 11640100MB1727463F, the credit code"
    })
    void isReadLooselyAndWrittenStrictly(String written, String prefix, String why) {
        assertThat(PublisherPrefix.parse(written)).contains(new PublisherPrefix(prefix));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "640100",
                "640100-11",
                "640100-1133",
                "999999-113",
                "640199-113",
                "11640100MB1727463E",
                "640100-113/2021-00201"
            })
    void isNotReadFromAnythingElse(String written) {
        assertThat(PublisherPrefix.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"640100113", "640100－113", "11640100mb1727463f", "640100-113 "})
    void isNeverWrittenLoosely(String loose) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PublisherPrefix(loose));
    }

    @Test
    void saysWhichOfTheTwoFormsItHas() {
        assertThat(new PublisherPrefix("640100-113").isSocialCreditCode()).isFalse();
        assertThat(new PublisherPrefix("11640100MB1727463F").isSocialCreditCode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"640100, 银川市", "640000, 宁夏回族自治区", "640104, 兴庆区", "419001, 济源市", "441900, 东莞市"})
    void knowsTheRegionsByName(String code, String name) {
        assertThat(new RegionCode(code).regionName()).isEqualTo(name);
    }
}
