package org.gongkai.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.gongkai.platform.database.Database;
import org.gongkai.platform.database.DatabaseAccess;
import org.gongkai.platform.database.EmbeddedPostgres;
import org.gongkai.platform.database.Migrations;
import org.gongkai.platform.settings.Secrets;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A migrated, empty database of its own for a test. There is one PostgreSQL for all tests of a JVM;
 * each database is a copy of one that was migrated once.
 */
public final class TestDatabase {
    private static final String TEMPLATE = "template_gongkai";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final DatabaseAccess access;

    private TestDatabase(DatabaseAccess access) {
        this.access = access;
    }

    /** A new one, with all tables and no rows but those of the migrations. */
    public static TestDatabase fresh() {
        Server server = Server.ONLY;
        String name = "test_" + NUMBER.incrementAndGet();
        synchronized (server) {
            try (var connection = server.superuser("postgres").getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(
                        "CREATE DATABASE "
                                + name
                                + " TEMPLATE "
                                + TEMPLATE
                                + " OWNER gongkai_owner");
                statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
                statement.execute("GRANT CONNECT ON DATABASE " + name + " TO gongkai_app");
            } catch (SQLException e) {
                throw new IllegalStateException("No database for the test", e);
            }
        }
        return new TestDatabase(server.template.at(server.postgres.url(name)));
    }

    /** Where it is, and its roles. */
    public DatabaseAccess access() {
        return access;
    }

    /** As the running program enters: with nothing but what migrations grant. */
    public DataSource app() {
        return dataSource(access.url(), access.application());
    }

    /** As the owner of the tables, for looking and for preparing rows. */
    public DataSource owner() {
        return dataSource(access.url(), access.owner());
    }

    private static DataSource dataSource(String url, DatabaseAccess.Login login) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(login.role());
        source.setPassword(login.password());
        return source;
    }

    /** The server of this JVM; durability is off, for these data are thrown away. */
    private static final class Server {
        static final Server ONLY = start();

        final EmbeddedPostgres postgres;
        final DatabaseAccess template;

        private Server(EmbeddedPostgres postgres, DatabaseAccess template) {
            this.postgres = postgres;
            this.template = template;
        }

        private static Server start() {
            try {
                Path folder = Files.createTempDirectory("gongkai-test-postgres");
                var secrets = new Secrets(folder.resolve("secrets"));
                var postgres =
                        new EmbeddedPostgres(
                                folder.resolve("postgres"),
                                Path.of("target", "postgres").toAbsolutePath(),
                                secrets,
                                List.of(
                                        "fsync = off",
                                        "synchronous_commit = off",
                                        "full_page_writes = off",
                                        "max_connections = 300"));
                postgres.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, folder)));
                DatabaseAccess template = Database.prepare(postgres, secrets, TEMPLATE);
                Migrations.run(template.url(), template.owner());
                return new Server(postgres, template);
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("The test database did not start", e);
            }
        }

        private static void stop(EmbeddedPostgres postgres, Path folder) {
            try {
                postgres.close();
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new IllegalStateException("The test database did not stop", e);
            }
        }

        DataSource superuser(String database) {
            return dataSource(postgres.url(database), postgres.superuser());
        }
    }
}
