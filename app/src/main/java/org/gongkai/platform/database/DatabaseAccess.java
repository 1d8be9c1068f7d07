package org.gongkai.platform.database;

/**
 * Where the database is, and how its two roles enter (数据库登录).
 *
 * @param url JDBC address without user and password
 * @param owner owns the tables and runs the migrations
 * @param application the role of the running program, with nothing but what migrations grant
 */
public record DatabaseAccess(String url, Login owner, Login application) {

    /** The role of the running program; its rights are granted by the migrations. */
    public static final String APPLICATION_ROLE = "gongkai_app";

    /** The role that owns the tables. */
    public static final String OWNER_ROLE = "gongkai_owner";

    /** A role and its password; the password is never printed. */
    public record Login(String role, String password) {
        @Override
        public String toString() {
            return role;
        }
    }

    /** The same database, in which no transaction writes that does not say so itself. */
    DatabaseAccess readOnly() {
        var option = "options=-c%20default_transaction_read_only%3Don";
        return at(url + (url.contains("?") ? "&" : "?") + option);
    }

    /** The same database server and roles, another address. */
    public DatabaseAccess at(String otherUrl) {
        return new DatabaseAccess(otherUrl, owner, application);
    }
}
