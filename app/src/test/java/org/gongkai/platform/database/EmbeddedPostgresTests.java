package org.gongkai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.platform.settings.Secrets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The embedded database")
class EmbeddedPostgresTests {
    private static final Path PROGRAMS = Path.of("target", "postgres").toAbsolutePath();

    @TempDir Path folder;

    @Test
    void writesThroughToTheDiskAndAnswersOnThisMachineOnly() throws Exception {
        try (var postgres = server()) {
            postgres.start();

            assertThat(setting(postgres, "fsync")).isEqualTo("on");
            assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(postgres, "full_page_writes")).isEqualTo("on");
            assertThat(setting(postgres, "data_checksums")).isEqualTo("on");
            assertThat(setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(postgres, "unix_socket_directories")).isEmpty();
            assertThat(setting(postgres, "password_encryption")).isEqualTo("scram-sha-256");
        }
    }

    @Test
    void keepsItsPortFromStartToStart() throws Exception {
        String first;
        try (var postgres = server()) {
            postgres.start();
            first = postgres.url("postgres");
        }
        try (var postgres = server()) {
            postgres.start();

            assertThat(postgres.url("postgres")).isEqualTo(first);
        }
    }

    @Test
    void hasEveryCommittedRowAfterAHardKillOfProgramAndServer() throws Exception {
        ProcessHandle orphan = killProgram("1000");
        killHard(orphan);

        try (var postgres = server()) {
            postgres.start();

            assertThat(rows(postgres)).isEqualTo(1000);
        }
    }

    @Test
    void stopsTheOrphanOfAKilledProgramAndGoesOn() throws Exception {
        ProcessHandle orphan = killProgram("10");

        try (var postgres = server()) {
            postgres.start();

            assertThat(running().pid()).isNotEqualTo(orphan.pid());
            assertThat(rows(postgres)).isEqualTo(10);
        }
    }

    @Test
    void startsAgainByItselfWhenTheServerIsKilledUnderIt() throws Exception {
        try (var postgres = server()) {
            postgres.start();
            write(postgres, 5);

            killHard(running());

            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(rows(postgres)).isEqualTo(5));
        }
    }

    @Test
    void isNotDeceivedByAMarkThatNamesAnotherProcess() throws Exception {
        try (var postgres = server()) {
            postgres.start();
            write(postgres, 3);
        }
        Files.writeString(
                folder.resolve("postgres/cluster/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("postgres/cluster") + "\n");

        try (var postgres = server()) {
            postgres.start();

            assertThat(rows(postgres)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("waysOfThisUser")
    void runsWithoutTheRightsOfRoot(Unprivileged way) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var secrets = new Secrets(folder.resolve("secrets"));
        try (var postgres =
                new EmbeddedPostgres(
                        folder.resolve("postgres"),
                        folder.resolve("postgres"),
                        secrets,
                        List.of(),
                        way)) {
            postgres.start();
            write(postgres, 1);
        }
        try (var postgres =
                new EmbeddedPostgres(
                        folder.resolve("postgres"),
                        folder.resolve("postgres"),
                        secrets,
                        List.of(),
                        way)) {
            postgres.start();

            assertThat(rows(postgres)).isEqualTo(1);
        }
    }

    /** Root has two ways, an ordinary user one. */
    static Stream<Unprivileged> waysOfThisUser() {
        boolean root = System.getProperty("user.name").equals("root");
        return Arrays.stream(Unprivileged.values())
                .filter(way -> root == (way != Unprivileged.DIRECT));
    }

    private EmbeddedPostgres server() throws IOException {
        return new EmbeddedPostgres(
                folder.resolve("postgres"),
                PROGRAMS,
                new Secrets(folder.resolve("secrets")),
                List.of());
    }

    /** Another program starts the server, commits rows and is gone without a word. */
    private ProcessHandle killProgram(String rows) throws Exception {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledProgram.class.getName(),
                                folder.toString(),
                                PROGRAMS.toString(),
                                rows)
                        .inheritIO()
                        .start();
        assertThat(program.waitFor()).isEqualTo(KilledProgram.STATUS);
        return running();
    }

    private ProcessHandle running() throws IOException {
        return new PostmasterFile(folder.resolve("postgres/cluster")).server().orElseThrow();
    }

    private static void killHard(ProcessHandle server) throws Exception {
        List<ProcessHandle> all = Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : all) {
            each.onExit().get();
        }
    }

    static void write(EmbeddedPostgres postgres, int rows) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (number int PRIMARY KEY)");
            statement.execute("INSERT INTO kept SELECT generate_series(1, " + rows + ")");
        }
    }

    private static int rows(EmbeddedPostgres postgres) throws SQLException {
        return Integer.parseInt(value(postgres, "SELECT count(*) FROM kept"));
    }

    private static String setting(EmbeddedPostgres postgres, String name) throws SQLException {
        return value(postgres, "SHOW " + name);
    }

    private static String value(EmbeddedPostgres postgres, String query) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        var superuser = postgres.superuser();
        return DriverManager.getConnection(
                postgres.url("postgres"), superuser.role(), superuser.password());
    }
}
