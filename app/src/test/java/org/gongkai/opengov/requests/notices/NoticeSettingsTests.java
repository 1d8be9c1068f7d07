package org.gongkai.opengov.requests.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.platform.settings.StartRefused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Settings of notices (通知设置)")
class NoticeSettingsTests {
    @Test
    void areNoneUnlessTheyAreGiven() {
        var none = NoticeSettings.read(_ -> null);
        assertThat(none.mail()).isEmpty();
        assertThat(none.sms()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "smtps://mail.example.gov.cn, mail.example.gov.cn, 465, true, false",
        "smtps://mail.example.gov.cn:2465, mail.example.gov.cn, 2465, true, false",
        "smtp://mail.example.gov.cn, mail.example.gov.cn, 587, false, false",
        "smtp://127.0.0.1:25, 127.0.0.1, 25, false, true"
    })
    void nameAMailServer(String url, String host, int port, boolean tls, boolean here) {
        var mail = read(Map.of("GONGKAI_SMTP_URL", url)).mail().orElseThrow();
        assertThat(mail.host()).isEqualTo(host);
        assertThat(mail.port()).isEqualTo(port);
        assertThat(mail.tls()).isEqualTo(tls);
        assertThat(mail.here()).isEqualTo(here);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "GONGKAI_SMTP_URL, https://mail.example.gov.cn",
        "GONGKAI_SMTP_URL, mail.example.gov.cn",
        "GONGKAI_SMS_URL, http://sms.example.cn/send",
        "GONGKAI_SMS_URL, nowhere"
    })
    void areRefusedAtTheStart(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value))).isInstanceOf(StartRefused.class);
    }

    @Test
    void tellNoSecret() {
        var read =
                read(
                        Map.of(
                                "GONGKAI_SMTP_URL", "smtps://mail.example.gov.cn",
                                "GONGKAI_SMTP_PASSWORD", "hidden-word",
                                "GONGKAI_SMS_URL", "https://sms.example.cn/send"));
        assertThat(read.toString()).doesNotContain("hidden-word", "token-word");
    }

    @ParameterizedTest(name = "after {0} tries {1}")
    @CsvSource({"1, PT1M", "2, PT2M", "3, PT4M", "7, PT1H4M", "8, PT2H", "40, PT2H"})
    void doubleThePauseUpToTwoHours(int tries, String pause) {
        assertThat(Notices.pauseAfter(tries)).isEqualTo(Duration.parse(pause));
    }

    private static NoticeSettings read(Map<String, String> given) {
        var all = new HashMap<String, String>();
        all.put("GONGKAI_SMTP_FROM", "gongkai@example.gov.cn");
        all.put("GONGKAI_SMS_TOKEN", "token-word");
        all.putAll(given);
        return NoticeSettings.read(all::get);
    }
}
