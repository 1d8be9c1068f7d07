package org.gongkai.platform.database;

import static org.gongkai.platform.database.DatabaseAccess.APPLICATION_ROLE;
import static org.gongkai.platform.database.DatabaseAccess.OWNER_ROLE;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.gongkai.platform.database.DatabaseAccess.Login;

/**
 * The roles of the database (数据库角色): one owns the tables, one is the program and has nothing but
 * what migrations grant.
 */
final class DatabaseRoles {
    private DatabaseRoles() {}

    /** Makes the role if it is missing, and gives it this password. */
    static void make(Connection connection, Login login) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", login.role())) {
                statement.execute("CREATE ROLE " + login.role() + " LOGIN");
            }
            statement.execute(
                    "ALTER ROLE "
                            + login.role()
                            + " LOGIN PASSWORD "
                            + statement.enquoteLiteral(login.password()));
        }
    }

    /** Makes the database for the owner if it is missing. */
    static void makeDatabase(Connection superuser, String name) throws SQLException {
        if (exists(superuser, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            return;
        }
        try (var statement = superuser.createStatement()) {
            statement.execute(
                    "CREATE DATABASE "
                            + statement.enquoteIdentifier(name, true)
                            + " OWNER "
                            + OWNER_ROLE);
        }
    }

    /**
     * Takes from everybody what PostgreSQL gives by default, and lets the program only enter.
     *
     * @param owner connected to the application's database as its owner or as superuser
     */
    static void close(Connection owner) throws SQLException {
        String database = owner.getCatalog();
        try (Statement statement = owner.createStatement()) {
            String quoted = statement.enquoteIdentifier(database, true);
            statement.execute("REVOKE ALL ON DATABASE " + quoted + " FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE " + quoted + " TO " + APPLICATION_ROLE);
            statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            statement.execute("GRANT USAGE ON SCHEMA public TO " + APPLICATION_ROLE);
        }
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
