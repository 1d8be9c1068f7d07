package org.gongkai.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.gongkai.platform.database.Database;
import org.gongkai.platform.database.DatabaseAccess;
import org.gongkai.platform.settings.Secrets;
import org.gongkai.platform.settings.Settings;
import org.gongkai.platform.settings.SettingsReader;
import org.gongkai.platform.settings.StartRefused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayName("A backup")
class BackupTests {
    private static final String RIGHTS =
            """
            SELECT grantee || ' ' || privilege_type || ' ' || table_name || ' ' || coalesce(column_name, '')
            FROM information_schema.role_column_grants WHERE grantee = 'gongkai_app' ORDER BY 1
            """;

    @TempDir static Path shared;

    private static Path kept;

    @TempDir Path folder;

    @BeforeAll
    static void makeOne() throws Exception {
        Settings settings = settings(shared, "original");
        open(settings).close();
        kept = shared.resolve("backup.zip");
        Backup.write(kept, settings);
    }

    @Test
    void holdsOneMomentWhileOthersWrite() throws Exception {
        Settings original = settings("original");
        Path file = folder.resolve("backup.zip");
        var stop = new AtomicBoolean();
        try (var database = open(original);
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> written =
                    IntStream.range(0, 4)
                            .mapToObj(writer -> writers.submit(() -> write(database, writer, stop)))
                            .toList();
            await(database, 200);

            Backup.write(file, original);

            await(database, 50 + count(database));
            stop.set(true);
            for (Future<Integer> each : written) {
                assertThat(each.get()).isPositive();
            }
        }
        Settings copy = settings("copy");
        Restore.read(file, copy);
        try (var database = open(copy)) {
            assertThat(count(database)).isGreaterThanOrEqualTo(200);
            for (int writer = 0; writer < 4; writer++) {
                assertThat(gaps(database, writer)).isZero();
            }
        }
    }

    @Test
    void isEnteredInTheRegisterOfBackups() throws Exception {
        Settings original = settings("original");
        Path file = folder.resolve("backup.zip");
        try (var database = open(original)) {
            insert(database, "资料");
        }

        Backup.write(file, original);

        try (var database = open(original)) {
            assertThat(
                            list(
                                    database,
                                    "SELECT file FROM backup_made WHERE taken_at <= now()"
                                            + " AND destroyed_at IS NULL"))
                    .containsExactly(file.toAbsolutePath().toString());
        }
    }

    @Test
    void bringsBackRowsFilesKeysRightsAndNumbers() throws Exception {
        Settings original = settings("original");
        Path file = folder.resolve("backup.zip");
        List<String> rights;
        List<String> numbers;
        try (var database = open(original)) {
            insert(database, "资料\t含\"特殊\"字符\\N\n第二行");
            rights = list(database, RIGHTS);
            numbers =
                    list(
                            database,
                            "SELECT sequencename || coalesce(last_value, 0) FROM pg_sequences");
            Files.createDirectories(original.filesFolder().resolve("ab"));
            Files.writeString(original.filesFolder().resolve("ab/abcdef"), "附件");
            Files.writeString(original.filesFolder().resolve("ab/.receiving"), "half");
        }
        String key = new Secrets(original.secretsFolder()).text("audit");

        Backup.write(file, original);
        Settings copy = settings("copy");
        Restore.read(file, copy);

        try (var database = open(copy)) {
            assertThat(list(database, "SELECT name FROM installation_demo_part"))
                    .containsExactly("资料\t含\"特殊\"字符\\N\n第二行");
            assertThat(list(database, RIGHTS)).isEqualTo(rights).isNotEmpty();
            assertThat(
                            list(
                                    database,
                                    "SELECT sequencename || coalesce(last_value, 0) FROM pg_sequences"))
                    .isEqualTo(numbers);
            assertThatThrownBy(
                            () -> jdbc(database.access()).sql("DELETE FROM installation").update())
                    .hasStackTraceContaining("permission denied");
        }
        assertThat(Files.readString(copy.filesFolder().resolve("ab/abcdef"))).isEqualTo("附件");
        assertThat(copy.filesFolder().resolve("ab/.receiving")).doesNotExist();
        assertThat(new Secrets(copy.secretsFolder()).text("audit")).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest(name = "the byte at {0} percent of the file")
    @ValueSource(ints = {0, 1, 5, 20, 40, 60, 80, 95, 99, 100})
    void thatIsDamagedAnywhereIsRefusedBeforeAnythingIsWritten(int percent) throws Exception {
        byte[] bytes = Files.readAllBytes(kept);
        bytes[Math.min(bytes.length - 1, bytes.length * percent / 100)] ^= 0x01;
        Path file = Files.write(folder.resolve("damaged.zip"), bytes);
        Settings copy = settings("copy");

        assertThatThrownBy(() -> Restore.read(file, copy))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("damaged.zip is not a backup file or is damaged");
        assertThat(copy.home()).doesNotExist();
    }

    @ParameterizedTest(name = "{0} bytes left")
    @ValueSource(ints = {0, 10, 64, 2000})
    void thatIsCutShortIsRefused(int left) throws Exception {
        byte[] bytes = Arrays.copyOf(Files.readAllBytes(kept), left);
        Path file = Files.write(folder.resolve("short.zip"), bytes);

        assertThatThrownBy(() -> Restore.read(file, settings("copy")))
                .hasMessageContaining("short.zip is not a backup file or is damaged");
    }

    @Test
    void isNotWrittenOverAnyData() throws Exception {
        Settings full = settings("full");
        Files.createDirectories(full.home().resolve("something"));

        assertThatThrownBy(() -> Restore.read(kept, full)).hasMessageContaining("is not empty");
        assertThatThrownBy(() -> Backup.write(kept, full)).hasMessageContaining("exists already");
        assertThatThrownBy(() -> Backup.write(folder.resolve("other.zip"), full))
                .hasMessageContaining("There is nothing to back up");
    }

    @Test
    void whoseRestoreBrokeOffIsNotStarted() throws Exception {
        Settings settings = settings("broken-off");
        Files.createDirectories(settings.home());
        Files.createFile(settings.home().resolve("restore-unfinished"));

        assertThatThrownBy(() -> open(settings)).hasMessageContaining("was not finished");
    }

    private Settings settings(String name) {
        return settings(folder, name);
    }

    private static Settings settings(Path folder, String name) {
        return SettingsReader.read(Map.of("GONGKAI_HOME", folder.resolve(name).toString())::get);
    }

    private static Database open(Settings settings) throws IOException, SQLException {
        return Database.open(settings, new Secrets(settings.secretsFolder()));
    }

    private static int write(Database database, int writer, AtomicBoolean stop) {
        int number = 0;
        while (!stop.get()) {
            insert(database, "writer-" + writer + "-" + ++number);
        }
        return number;
    }

    private static void insert(Database database, String name) {
        jdbc(database.access())
                .sql("INSERT INTO installation_demo_part (name, loaded_at) VALUES (?, now())")
                .param(name)
                .update();
    }

    private static void await(Database database, int rows) {
        org.awaitility.Awaitility.await().until(() -> count(database) >= rows);
    }

    private static int count(Database database) {
        return jdbc(database.access())
                .sql("SELECT count(*) FROM installation_demo_part")
                .query(Integer.class)
                .single();
    }

    /**
     * Each writer committed 1, 2, 3 …: whatever moment was kept, none before the last is missing.
     */
    private static int gaps(Database database, int writer) {
        return jdbc(database.access())
                .sql(
                        """
                        SELECT max(split_part(name, '-', 3)::int) - count(*)
                        FROM installation_demo_part WHERE name LIKE 'writer-' || ? || '-%'
                        """)
                .param(writer)
                .query(Integer.class)
                .single();
    }

    private static List<String> list(Database database, String query) {
        return jdbc(database.access()).sql(query).query(String.class).list();
    }

    private static JdbcClient jdbc(DatabaseAccess access) {
        return JdbcClient.create(
                new DriverManagerDataSource(
                        access.url(),
                        access.application().role(),
                        access.application().password()));
    }
}
