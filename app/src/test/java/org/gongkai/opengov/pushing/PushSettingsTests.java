package org.gongkai.opengov.pushing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.pushing.PushSettings.Destination;
import org.gongkai.platform.settings.StartProblem;
import org.gongkai.platform.settings.StartRefused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Settings of the push — 推送设置")
class PushSettingsTests {
    private static final Map<String, String> HTTP =
            Map.of(
                    "URL", "https://platform.example.gov.cn/api/pushes",
                    "TOKEN", "abc",
                    "SECRET", "密钥",
                    "SITE", "https://sthjj.example.gov.cn/");

    @TempDir Path folder;

    @Test
    void pushNothingByDefault() {
        var settings = read(Map.of());

        assertThat(settings.on()).isFalse();
        assertThat(settings.destination()).isEqualTo(new Destination.None());
    }

    @Test
    void nameAnAddressWithItsKeys() {
        var settings = read(HTTP);

        assertThat(settings.destination())
                .isEqualTo(
                        new Destination.Http(
                                URI.create("https://platform.example.gov.cn/api/pushes"),
                                Optional.of("abc"),
                                Optional.of("密钥"),
                                Duration.ofSeconds(30)));
        assertThat(settings.attempts()).isEqualTo(20);
        assertThat(settings.onSite("/d/1")).isEqualTo("https://sthjj.example.gov.cn/d/1");
        assertThat(settings.toString()).doesNotContain("abc").doesNotContain("密钥");
    }

    @Test
    void nameAFolder() {
        assertThat(read(Map.of("FOLDER", folder.toString())).destination())
                .isEqualTo(new Destination.Folder(folder, Optional.empty()));
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({
        "URL, http://platform.example.gov.cn/api, pushing.start.url",
        "URL, https://user:password@platform.example.gov.cn/, pushing.start.url",
        "URL, platform.example.gov.cn, pushing.start.url",
        "URL, ftp://platform.example.gov.cn/, pushing.start.url",
        "URL, https://bad host/, pushing.start.url",
        "TOKEN, two words, pushing.start.token",
        "SITE, sthjj.example.gov.cn, pushing.start.site",
        "SITE, '', pushing.start.no-site",
        "TIMEOUT, 0, pushing.start.number",
        "TIMEOUT, 301, pushing.start.number",
        "TIMEOUT, soon, pushing.start.number",
        "ATTEMPTS, 101, pushing.start.number",
        "FOLDER, /, pushing.start.both"
    })
    void areRefusedWithWhatToWriteInstead(String name, String value, String problem) {
        var wrong = new HashMap<>(HTTP);
        wrong.put(name, value);

        assertThatThrownBy(() -> read(wrong))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        it ->
                                assertThat(it.problems())
                                        .extracting(StartProblem::messageKey)
                                        .containsExactly(problem));
    }

    @Test
    void neverPushUnsigned() {
        var open = new HashMap<>(HTTP);
        open.remove("TOKEN");
        open.remove("SECRET");

        assertThatThrownBy(() -> read(open))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("GONGKAI_PUSH_TOKEN");
    }

    @Test
    void refuseAFolderThatIsNotThere() {
        assertThatThrownBy(() -> read(Map.of("FOLDER", folder.resolve("none").toString())))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("GONGKAI_PUSH_FOLDER");
    }

    @Test
    void letPlainHttpGoToThisMachineOnly() {
        var here = new HashMap<>(HTTP);
        here.put("URL", "http://127.0.0.1:9000/pushes");

        assertThat(read(here).on()).isTrue();
    }

    private static PushSettings read(Map<String, String> settings) {
        return PushSettings.read(it -> settings.get(it.replaceFirst("^GONGKAI_PUSH_", "")));
    }
}
