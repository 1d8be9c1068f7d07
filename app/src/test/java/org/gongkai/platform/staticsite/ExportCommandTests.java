package org.gongkai.platform.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.OpenGov;
import org.gongkai.platform.database.Database;
import org.gongkai.platform.settings.HomeLock;
import org.gongkai.platform.settings.Secrets;
import org.gongkai.platform.settings.Settings;
import org.gongkai.platform.settings.SettingsReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayName("The command export (静态导出命令)")
class ExportCommandTests {
    @TempDir Path folder;

    @Test
    void worksBesideTheProgramAndAloneAndLeavesNothingRunning() throws Exception {
        var settings = settings();
        try (var running = Database.open(settings, secrets(settings))) {
            assertThat(export(settings, "beside")).isZero();
            assertThat(count(running)).isPositive();
        }
        assertThat(folder.resolve("beside/current/site/index.html")).exists();

        assertThat(export(settings, "alone")).isZero();

        assertThat(folder.resolve("alone/current/site/columns.html"))
                .hasSameBinaryContentAs(folder.resolve("beside/current/site/columns.html"));
        try (var free = HomeLock.take(settings.home())) {
            assertThat(free).isNotNull();
        }
        assertThat(settings.home().resolve("management-port")).doesNotExist();
        assertThat(settings.indexFolder()).doesNotExist();
    }

    @Test
    void refusesWhereNothingIsAndWhereItIsAskedWrongly() throws Exception {
        var settings = settings();

        assertThat(export(settings, "out")).isEqualTo(1);
        assertThat(ExportCommand.run(OpenGov.class, List.of("export"), settings)).isEqualTo(2);
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(settings.databaseFolder()).doesNotExist();
    }

    /** Whoever reads for an export writes nothing unless it says so. */
    @Test
    void cannotWrite() throws Exception {
        var settings = settings();
        Database.open(settings, secrets(settings)).close();

        try (var reading = Database.forReading(settings, secrets(settings))) {
            var access = reading.access();
            var app = access.application();
            var jdbc =
                    JdbcClient.create(
                            new DriverManagerDataSource(access.url(), app.role(), app.password()));

            assertThat(jdbc.sql("SHOW transaction_read_only").query(String.class).single())
                    .isEqualTo("on");
        }
    }

    private int export(Settings settings, String name) {
        return ExportCommand.run(
                OpenGov.class, List.of("export", folder.resolve(name).toString()), settings);
    }

    private static long count(Database database) {
        var access = database.access();
        var source =
                new DriverManagerDataSource(
                        access.url(), access.owner().role(), access.owner().password());
        return JdbcClient.create(source)
                .sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                .query(Long.class)
                .single();
    }

    private static Secrets secrets(Settings settings) throws Exception {
        Files.createDirectories(settings.home());
        return new Secrets(settings.secretsFolder());
    }

    private Settings settings() {
        return SettingsReader.read(Map.of("GONGKAI_HOME", folder.resolve("home").toString())::get);
    }
}
