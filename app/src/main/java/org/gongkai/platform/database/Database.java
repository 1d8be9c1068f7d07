package org.gongkai.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.gongkai.platform.database.DatabaseAccess.Login;
import org.gongkai.platform.settings.HomeLock;
import org.gongkai.platform.settings.Secrets;
import org.gongkai.platform.settings.Settings;
import org.gongkai.platform.settings.StartRefused;
import org.jspecify.annotations.Nullable;

/** The installation's database, ready for work (数据库): running, with its roles and its tables. */
public final class Database implements AutoCloseable {
    /** The name of the application's database in the embedded server. */
    public static final String NAME = "gongkai";

    private final DatabaseAccess access;
    private final @Nullable EmbeddedPostgres server;
    private final @Nullable HomeLock lock;

    private Database(
            DatabaseAccess access, @Nullable EmbeddedPostgres server, @Nullable HomeLock lock) {
        this.access = access;
        this.server = server;
        this.lock = lock;
    }

    /** Opens the database of these settings and migrates it to this version. */
    public static Database open(Settings settings, Secrets secrets)
            throws IOException, SQLException {
        UnfinishedRestore.refuseToUse(settings.home());
        HomeLock lock = HomeLock.take(settings.home());
        Database database = reach(settings, secrets, lock);
        try {
            Migrations.run(database.access.url(), database.access.owner());
            return database;
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * The database of an installation, only to be read: beside the running program, or alone, when
     * it is brought to this version as at a start. Every transaction that would write fails, but
     * for one that says itself that it writes: what was read of a file, which follows from its
     * bytes.
     *
     * <p>StartRefused when the running program is of another version
     */
    public static Database forReading(Settings settings, Secrets secrets)
            throws IOException, SQLException {
        UnfinishedRestore.refuseToUse(settings.home());
        Optional<HomeLock> lock = HomeLock.tryToTake(settings.home());
        if (lock.isPresent()) {
            Database alone = reach(settings, secrets, lock.get());
            try {
                Migrations.run(alone.access.url(), alone.access.owner());
                return new Database(alone.access.readOnly(), alone.server, alone.lock);
            } catch (IOException | RuntimeException e) {
                alone.close();
                throw e;
            }
        }
        DatabaseAccess beside = beside(settings, secrets);
        if (!Migrations.areDone(beside.url(), beside.owner())) {
            throw StartRefused.because("database.start.other-version");
        }
        return new Database(beside.readOnly(), null, null);
    }

    private static DatabaseAccess beside(Settings settings, Secrets secrets)
            throws IOException, SQLException {
        Optional<String> external = settings.databaseUrl();
        if (external.isPresent()) {
            return ExternalPostgres.open(external.get(), secrets);
        }
        var server = EmbeddedPostgres.of(settings, secrets);
        server.join();
        return new DatabaseAccess(
                server.url(NAME),
                new Login(DatabaseAccess.OWNER_ROLE, secrets.text("database-owner")),
                new Login(DatabaseAccess.APPLICATION_ROLE, secrets.text("database-app")));
    }

    /** A database that is kept running by somebody else. */
    public static Database keptElsewhere(DatabaseAccess access) {
        return new Database(access, null, null);
    }

    private static Database reach(Settings settings, Secrets secrets, HomeLock lock)
            throws IOException, SQLException {
        try {
            Optional<String> url = settings.databaseUrl();
            return url.isPresent()
                    ? new Database(ExternalPostgres.open(url.get(), secrets), null, lock)
                    : embedded(settings, secrets, lock);
        } catch (IOException | SQLException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Database embedded(Settings settings, Secrets secrets, HomeLock lock)
            throws IOException, SQLException {
        var server = EmbeddedPostgres.of(settings, secrets);
        server.start();
        try {
            return new Database(prepare(server, secrets, NAME), server, lock);
        } catch (SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Makes roles and an empty database in an embedded server. */
    public static DatabaseAccess prepare(EmbeddedPostgres server, Secrets secrets, String name)
            throws SQLException {
        var owner = new Login(DatabaseAccess.OWNER_ROLE, secrets.text("database-owner"));
        var application = new Login(DatabaseAccess.APPLICATION_ROLE, secrets.text("database-app"));
        Login superuser = server.superuser();
        try (var connection = connect(server.url("postgres"), superuser)) {
            DatabaseRoles.make(connection, owner);
            DatabaseRoles.make(connection, application);
            DatabaseRoles.makeDatabase(connection, name);
        }
        try (var connection = connect(server.url(name), superuser)) {
            try (var statement = connection.createStatement()) {
                statement.execute("ALTER SCHEMA public OWNER TO " + owner.role());
            }
            DatabaseRoles.close(connection);
        }
        return new DatabaseAccess(server.url(name), owner, application);
    }

    static Connection connect(String url, Login login) throws SQLException {
        return DriverManager.getConnection(url, login.role(), login.password());
    }

    /** Where it is and how its roles enter. */
    public DatabaseAccess access() {
        return access;
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        if (lock != null) {
            lock.close();
        }
    }
}
