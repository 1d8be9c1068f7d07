package org.gongkai.platform.operations;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.gongkai.platform.database.EmptyDatabase;
import org.gongkai.platform.settings.Secrets;
import org.gongkai.platform.settings.Settings;
import org.gongkai.platform.settings.StartRefused;

/**
 * The tables of a backup in an empty database (恢复数据库): the migrations of the backup's version make
 * them, with roles and grants; then all rows are put in as they were, and no trigger acts on them.
 */
record RestoredDatabase(
        ArchiveReader archive,
        Settings settings,
        Secrets secrets,
        SortedMap<String, String> versions) {

    void fill() throws IOException, SQLException {
        try (var database = EmptyDatabase.make(settings, secrets, versions)) {
            Connection connection = database.connection();
            connection.setAutoCommit(false);
            withoutTriggers(connection);
            List<String[]> tables = table(Backup.TABLE_LIST);
            empty(connection);
            for (String[] each : tables) {
                fillTable(connection, each[0], each[1], Long.parseLong(each[2]));
            }
            for (String[] each : table(Backup.SEQUENCE_LIST)) {
                setSequence(connection, each);
            }
            connection.commit();
        }
    }

    private static void withoutTriggers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
        } catch (SQLException e) {
            throw StartRefused.because(
                    "operations.restore.no-right", String.valueOf(e.getMessage()));
        }
    }

    /** The migrations have put rows of their own into some tables; the backup holds those too. */
    private static void empty(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        for (TableCopy each : TableCopy.all(connection)) {
            names.add(each.quotedName());
        }
        try (var statement = connection.createStatement()) {
            statement.execute("TRUNCATE " + String.join(", ", names));
        }
    }

    private void fillTable(Connection connection, String name, String columns, long rows)
            throws SQLException, IOException {
        try (var content = archive.open(Backup.TABLES + name + ".copy")) {
            long read = new TableCopy(name, columns).read(connection, content);
            if (read != rows) {
                throw StartRefused.because("operations.restore.rows", name, rows, read);
            }
        }
    }

    private static void setSequence(Connection connection, String[] sequence) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
            statement.setString(1, sequence[0]);
            statement.setLong(2, Long.parseLong(sequence[1]));
            statement.setBoolean(3, sequence[2].equals("true"));
            statement.execute();
        }
    }

    private List<String[]> table(String entry) throws IOException {
        return archive.lines(entry).stream().map(line -> line.split("\t")).toList();
    }
}
