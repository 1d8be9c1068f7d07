package org.gongkai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.settings.Secrets;
import org.gongkai.platform.settings.Settings;
import org.gongkai.platform.settings.SettingsReader;
import org.gongkai.platform.settings.StartRefused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An external database")
class ExternalPostgresTests {
    @TempDir Path folder;

    @Test
    void getsTheProgramsRoleAndTheTables() throws Exception {
        try (var server = serverOf("CREATE ROLE bureau LOGIN CREATEROLE PASSWORD 'p&ss word'")) {
            Settings settings =
                    settings(server.url("bureau") + "?user=bureau&password=p%26ss+word");
            var secrets = new Secrets(settings.secretsFolder());

            Database.open(settings, secrets).close();

            try (var database = Database.open(settings, secrets);
                    Connection application =
                            connect(database.access().url(), database.access().application());
                    var statement = application.createStatement()) {
                var row = statement.executeQuery("SELECT current_user, count(*) FROM installation");
                row.next();
                assertThat(row.getString(1)).isEqualTo("gongkai_app");
                assertThat(row.getInt(2)).isZero();
                assertThatThrownBy(() -> statement.execute("DELETE FROM installation"))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void thatRefusesToMakeTheRoleIsNamed() throws Exception {
        try (var server = serverOf("CREATE ROLE bureau LOGIN PASSWORD 'plain'")) {
            Settings settings = settings(server.url("bureau") + "?user=bureau&password=plain");

            assertThatThrownBy(() -> Database.open(settings, new Secrets(settings.secretsFolder())))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("grant it CREATEROLE");
        }
    }

    @Test
    void thatCannotBeReachedIsNamed() {
        Settings settings =
                settings("jdbc:postgresql://127.0.0.1:1/none?user=bureau&password=hunter2");

        assertThatThrownBy(() -> Database.open(settings, new Secrets(settings.secretsFolder())))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("cannot be reached")
                .satisfies(it -> assertThat(it.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void withoutItsOwnerIsRefused() {
        assertThatThrownBy(
                        () -> OwnerAddress.parse("jdbc:postgresql://db.example/gongkai?ssl=true"))
                .hasMessageContaining("user=… is missing");
        assertThat(OwnerAddress.parse("jdbc:postgresql://db/g?ssl=true&user=o&password=p").url())
                .isEqualTo("jdbc:postgresql://db/g?ssl=true");
    }

    private Settings settings(String url) {
        return SettingsReader.read(
                Map.of("GONGKAI_HOME", folder.resolve("home").toString(), "GONGKAI_DB_URL", url)
                        ::get);
    }

    private EmbeddedPostgres serverOf(String makeOwner) throws Exception {
        var server =
                new EmbeddedPostgres(
                        folder.resolve("postgres"),
                        Path.of("target", "postgres").toAbsolutePath(),
                        new Secrets(folder.resolve("server-secrets")),
                        List.of());
        server.start();
        try (Connection superuser = connect(server.url("postgres"), server.superuser());
                var statement = superuser.createStatement()) {
            statement.execute(makeOwner);
            statement.execute("CREATE DATABASE bureau OWNER bureau");
        }
        return server;
    }

    private static Connection connect(String url, DatabaseAccess.Login login) throws Exception {
        return Database.connect(url, login);
    }
}
