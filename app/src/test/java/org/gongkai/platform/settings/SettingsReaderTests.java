package org.gongkai.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The settings of an installation")
class SettingsReaderTests {

    @Test
    void areAnEvaluationOnThisMachineWhereNothingIsSet() {
        Settings settings = read(Map.of());

        assertThat(settings.home()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.site()).isEmpty();
        assertThat(settings.databaseUrl()).isEmpty();
        assertThat(settings.production()).isFalse();
        assertThat(settings.clockStart()).isEmpty();
        assertThat(settings.acceptsDemoAccounts()).isTrue();
    }

    @Test
    void areReadFromTheEnvironment(@TempDir Path home) {
        Settings settings =
                read(
                        Map.of(
                                "GONGKAI_HOME", home.toString(),
                                "GONGKAI_PORT", "9090",
                                "GONGKAI_BIND", "0.0.0.0",
                                "GONGKAI_SITE", "https://STHJJ.yinchuan.gov.cn/",
                                "GONGKAI_DB_URL", "jdbc:postgresql://db.example/gongkai?user=o",
                                "GONGKAI_CLOCK", "2026-11-23T09:00:00+08:00"));

        assertThat(settings.home()).isEqualTo(home);
        assertThat(settings.port()).isEqualTo(9090);
        assertThat(settings.bind()).isEqualTo("0.0.0.0");
        assertThat(settings.databaseUrl()).contains("jdbc:postgresql://db.example/gongkai?user=o");
        assertThat(settings.site()).contains(URI.create("https://sthjj.yinchuan.gov.cn"));
        assertThat(settings.clockStart().orElseThrow()).isEqualTo("2026-11-23T09:00:00+08:00");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "GONGKAI_PORT, 0, is not a port number from 1 to 65535",
        "GONGKAI_PORT, 65536, is not a port number from 1 to 65535",
        "GONGKAI_PORT, http, is not a port number from 1 to 65535",
        "GONGKAI_BIND, my-server, is not an IP address",
        "GONGKAI_BIND, 999.1.1.1, is not an IP address",
        "GONGKAI_DB_URL, postgres://db, must begin with jdbc:postgresql://",
        "GONGKAI_PRODUCTION, yes, must be true or false",
        "GONGKAI_SITE, sthjj.yinchuan.gov.cn, is not the address of a site",
        "GONGKAI_SITE, ftp://sthjj.yinchuan.gov.cn, is not the address of a site",
        "GONGKAI_SITE, https://sthjj.yinchuan.gov.cn/open, is not the address of a site",
        "GONGKAI_SITE, https://a..b, is not the address of a site",
        "GONGKAI_SITE, https://u@b.cn, is not the address of a site",
        "GONGKAI_SITE, https://b.cn:65536, is not the address of a site",
        "GONGKAI_CLOCK, 2026-11-23, is not a moment with an offset",
        "GONGKAI_CLOCK, 2026-11-23T09:00:00, is not a moment with an offset",
        "GONGKAI_HOME, /dev/null, is not a folder that can be written to"
    })
    void sayOfAWrongValueWhatToWriteInstead(String name, String value, String sentence) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(name)
                .hasMessageContaining(sentence);
    }

    @Test
    void nameAllWrongValuesAtOnce() {
        assertThatThrownBy(() -> read(Map.of("GONGKAI_PORT", "x", "GONGKAI_CLOCK", "noon")))
                .hasMessageContaining("GONGKAI_PORT")
                .hasMessageContaining("GONGKAI_CLOCK");
    }

    @Test
    void neverRepeatThePasswordOfTheDatabase() {
        assertThatThrownBy(() -> read(Map.of("GONGKAI_DB_URL", "mysql://u:hunter2@db")))
                .satisfies(it -> assertThat(it.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void keepTheTrueTimeInProduction() {
        assertThatThrownBy(
                        () ->
                                read(
                                        Map.of(
                                                "GONGKAI_PRODUCTION", "1",
                                                "GONGKAI_CLOCK", "2026-11-23T09:00:00+08:00")))
                .hasMessageContaining("production keeps the true time");
    }

    @ParameterizedTest(name = "production {0}, bound to {1}: {2}")
    @CsvSource({
        "false, 127.0.0.1, true",
        "false, 127.0.0.2, true",
        "false, localhost, true",
        "false, ::1, true",
        "false, 0.0.0.0, false",
        "false, 192.168.1.5, false",
        "true, 127.0.0.1, false"
    })
    void acceptDemoAccountsInAnEvaluationOnLoopbackOnly(
            String production, String bind, boolean accepted) {
        Settings settings = read(Map.of("GONGKAI_PRODUCTION", production, "GONGKAI_BIND", bind));

        assertThat(settings.acceptsDemoAccounts()).isEqualTo(accepted);
    }

    @Test
    void letOneProgramHaveADataFolder(@TempDir Path home) throws Exception {
        try (var first = HomeLock.take(home)) {
            assertThat(Files.readString(home.resolve("lock")))
                    .isEqualTo(ProcessHandle.current().pid() + "\n");
            assertThat(HomeLock.tryToTake(home)).isEmpty();
            assertThatThrownBy(() -> HomeLock.take(home))
                    .hasMessageContaining("Another program uses " + home);
        }
        HomeLock.take(home).close();
    }

    @Test
    void keepEachSecretForItsOwnerAlone(@TempDir Path folder) throws Exception {
        var secrets = new Secrets(folder.resolve("secrets"));

        String made = secrets.text("database-app");

        assertThat(made).hasSize(43).isEqualTo(secrets.text("database-app"));
        assertThat(made).isNotEqualTo(secrets.text("database-owner"));
        assertThat(secrets.key("audit")).hasSize(32);
        assertThat(Files.getPosixFilePermissions(folder.resolve("secrets/database-app")))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
        assertThatThrownBy(() -> secrets.text("../passwd"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Settings read(Map<String, String> environment) {
        return SettingsReader.read(environment::get);
    }
}
