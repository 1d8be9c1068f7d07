package org.gongkai.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.gongkai.platform.database.DatabaseAccess.Login;
import org.gongkai.platform.settings.Secrets;
import org.gongkai.platform.settings.StartRefused;

/**
 * A PostgreSQL that the agency runs itself (外部数据库), given by the address of its owner role.
 *
 * <p>The role of the program is made there once, with a password of our own, so that even here the
 * program has nothing but what migrations grant.
 */
final class ExternalPostgres {
    private ExternalPostgres() {}

    static DatabaseAccess open(String url, Secrets secrets) throws SQLException {
        var address = OwnerAddress.parse(url);
        var application = new Login(DatabaseAccess.APPLICATION_ROLE, secrets.text("database-app"));
        try (Connection owner = connectAsOwner(address)) {
            if (!enters(address.url(), application)) {
                makeRole(owner, application);
            }
            DatabaseRoles.close(owner);
        }
        return new DatabaseAccess(address.url(), address.owner(), application);
    }

    static Connection connectAsOwner(OwnerAddress address) {
        try {
            return Database.connect(address.url(), address.owner());
        } catch (SQLException e) {
            throw StartRefused.because(
                    "database.start.unreachable", String.valueOf(e.getMessage()));
        }
    }

    private static boolean enters(String url, Login application) {
        try (var ignored =
                DriverManager.getConnection(url, application.role(), application.password())) {
            return true;
        } catch (SQLException e) {
            return false; // No such role yet, or another password: made below.
        }
    }

    private static void makeRole(Connection owner, Login application) {
        try {
            DatabaseRoles.make(owner, application);
        } catch (SQLException e) {
            throw StartRefused.because("database.start.role", String.valueOf(e.getMessage()));
        }
    }
}
