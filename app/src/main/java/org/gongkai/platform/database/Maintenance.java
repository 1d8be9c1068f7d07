package org.gongkai.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.gongkai.platform.settings.HomeLock;
import org.gongkai.platform.settings.Secrets;
import org.gongkai.platform.settings.Settings;
import org.gongkai.platform.settings.StartRefused;
import org.jspecify.annotations.Nullable;

/**
 * The database as the operator's commands enter it (维护连接): beside a running program, or alone, when
 * the server is started for as long as the command takes.
 */
public final class Maintenance implements AutoCloseable {
    private final Connection connection;
    private final @Nullable EmbeddedPostgres server;
    private final @Nullable HomeLock lock;

    private Maintenance(
            Connection connection, @Nullable EmbeddedPostgres server, @Nullable HomeLock lock) {
        this.connection = connection;
        this.server = server;
        this.lock = lock;
    }

    /** Enters an installation that has been started before. */
    public static Maintenance enter(Settings settings, Secrets secrets)
            throws IOException, SQLException {
        UnfinishedRestore.refuseToUse(settings.home());
        Optional<String> external = settings.databaseUrl();
        if (external.isPresent()) {
            var address = OwnerAddress.parse(external.get());
            return new Maintenance(ExternalPostgres.connectAsOwner(address), null, null);
        }
        Optional<HomeLock> lock = HomeLock.tryToTake(settings.home());
        var server = EmbeddedPostgres.of(settings, secrets);
        if (lock.isPresent()) {
            server.start();
            return new Maintenance(connect(server), server, lock.get());
        }
        server.join();
        return new Maintenance(connect(server), null, null);
    }

    private static Connection connect(EmbeddedPostgres server) {
        try {
            return Database.connect(server.url(Database.NAME), server.superuser());
        } catch (SQLException e) {
            throw StartRefused.because(
                    "database.start.unreachable", String.valueOf(e.getMessage()));
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
        if (lock != null) {
            lock.close();
        }
    }
}
