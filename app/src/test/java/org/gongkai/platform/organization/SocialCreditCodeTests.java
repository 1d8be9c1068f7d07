package org.gongkai.platform.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Social credit code and organization code — GB 32100-2015, GB 11714")
class SocialCreditCodeTests {
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @ParameterizedTest
    @CsvSource({
        "11640100MB163606X7, 640100, MB163606X",
        "11640100MB1727463F, 640100, MB1727463",
        "11640100MB1C790576, 640100, MB1C79057",
        "114403006955506492, 440300, 695550649"
    })
    void acceptsRealCodesAndNamesTheirParts(String code, String region, String organization) {
        var read = new SocialCreditCode(code);

        assertThat(read.region()).isEqualTo(region);
        assertThat(read.organization()).isEqualTo(new OrganizationCode(organization));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11640100MB163606X7",
                "11640100MB1727463F",
                "11640100MB1C790576",
                "114403006955506492"
            })
    void refusesEveryChangeOfASingleSign(String code) {
        for (var place = 0; place < code.length(); place++) {
            for (var sign : SIGNS.split("")) {
                var changed = code.substring(0, place) + sign + code.substring(place + 1);
                assertThat(SocialCreditCode.isValid(changed))
                        .as(changed)
                        .isEqualTo(changed.equals(code));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "11640100MB1727463",
                "11640100MB1727463FF",
                "11640100mb1727463f",
                "1164010 MB1727463F",
                "１1640100MB1727463F"
            })
    void refusesWhatHasAnotherForm(String written) {
        assertThat(SocialCreditCode.isValid(written)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new SocialCreditCode(written));
    }

    @ParameterizedTest
    @CsvSource({
        "000014349, true, check sign a digit",
        "MB163606X, true, check sign X for ten",
        "MB1636060, false, X written as 0",
        "MB163606Y, false, a check sign that does not exist",
        "00001434, false, one sign short",
        "0000143499, false, one sign long"
    })
    void knowsAnOrganizationCode(String code, boolean valid, String why) {
        assertThat(OrganizationCode.isValid(code)).as(why).isEqualTo(valid);
    }

    @Test
    void writesAnOrganizationCodesCheckOfElevenAsZero() {
        assertThat(OrganizationCode.isValid("000000000")).isTrue();
        assertThat(OrganizationCode.isValid("000000001")).isFalse();
    }
}
