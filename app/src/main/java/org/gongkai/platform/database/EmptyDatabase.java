package org.gongkai.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import org.gongkai.platform.settings.HomeLock;
import org.gongkai.platform.settings.Secrets;
import org.gongkai.platform.settings.Settings;
import org.gongkai.platform.settings.StartRefused;
import org.jspecify.annotations.Nullable;

/** A new database with the tables of a backup's version (空数据库), for a restore to fill. */
public final class EmptyDatabase implements AutoCloseable {
    private final Connection connection;
    private final @Nullable EmbeddedPostgres server;
    private final HomeLock lock;

    private EmptyDatabase(Connection connection, @Nullable EmbeddedPostgres server, HomeLock lock) {
        this.connection = connection;
        this.server = server;
        this.lock = lock;
    }

    /** Makes roles, database and tables; refuses where there are tables already. */
    public static EmptyDatabase make(
            Settings settings, Secrets secrets, SortedMap<String, String> versions)
            throws IOException, SQLException {
        HomeLock lock = HomeLock.take(settings.home());
        Optional<String> external = settings.databaseUrl();
        if (external.isPresent()) {
            DatabaseAccess access = ExternalPostgres.open(external.get(), secrets);
            refuseTables(access);
            Migrations.run(access.url(), access.owner(), versions);
            return new EmptyDatabase(Database.connect(access.url(), access.owner()), null, lock);
        }
        var server = EmbeddedPostgres.of(settings, secrets);
        server.start();
        DatabaseAccess access = Database.prepare(server, secrets, Database.NAME);
        Migrations.run(access.url(), access.owner(), versions);
        return new EmptyDatabase(Database.connect(access.url(), server.superuser()), server, lock);
    }

    private static void refuseTables(DatabaseAccess access) throws SQLException {
        try (var connection = Database.connect(access.url(), access.owner());
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1")) {
            if (rows.next()) {
                throw StartRefused.because("database.start.not-empty");
            }
        }
    }

    /** Enters as the superuser, or as the owner where the database is external. */
    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
        if (server != null) {
            server.close();
        }
        lock.close();
    }
}
