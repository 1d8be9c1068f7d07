package org.gongkai.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The site's address (网站地址)")
class SiteAddressTests {
    private final Map<String, String> environment = new HashMap<>();

    @Test
    void isTheOneThatWasSet() {
        environment.put("GONGKAI_SITE", "https://sthjj.yinchuan.gov.cn:8443/");

        assertThat(address().absolute("/d/640100-113/2021-00201"))
                .isEqualTo("https://sthjj.yinchuan.gov.cn:8443/d/640100-113/2021-00201");
        assertThat(address().domain()).isEqualTo("sthjj.yinchuan.gov.cn");
        assertThat(address().problems()).isEmpty();
    }

    @Test
    void isThisMachineInAnEvaluationThatNamesNone() {
        environment.put("GONGKAI_PORT", "8090");

        assertThat(address().beginning()).isEqualTo("http://127.0.0.1:8090");
        assertThat(address().domain()).isEqualTo("127.0.0.1");
        assertThat(address().problems()).isEmpty();
    }

    @Test
    void isNeededForRealWork() {
        environment.put("GONGKAI_PRODUCTION", "true");

        assertThat(address().problems())
                .extracting(StartProblem::messageKey)
                .containsExactly("settings.start.no-site");

        environment.put("GONGKAI_SITE", "https://sthjj.yinchuan.gov.cn");

        assertThat(address().problems()).isEmpty();
    }

    private SiteAddress address() {
        return new SiteAddress(SettingsReader.read(environment::get), -1);
    }
}
