package org.gongkai.platform.operations;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.platform.database.Maintenance;
import org.gongkai.platform.database.Migrations;
import org.gongkai.platform.settings.Secrets;
import org.gongkai.platform.settings.Settings;
import org.gongkai.platform.settings.StartRefused;

/**
 * A backup of everything (备份): all tables as they were at one moment, the numbers of the sequences,
 * stored files, passwords and keys. The program goes on working meanwhile.
 *
 * <p>Files are stored before the row that names them is committed and never changed, so those found
 * after the tables' moment hold all that the tables name. ADR 0005.
 */
final class Backup {
    static final String FILES = "files/";
    static final String SECRETS = "secrets/";
    static final String TABLES = "database/tables/";
    static final String TABLE_LIST = "database/tables.tsv";
    static final String SEQUENCE_LIST = "database/sequences.tsv";
    static final String VERSION_LIST = "database/versions.tsv";

    private final Connection connection;
    private final ArchiveWriter archive;
    private Timestamp takenAt = new Timestamp(0);

    private Backup(Connection connection, ArchiveWriter archive) {
        this.connection = connection;
        this.archive = archive;
    }

    /** Writes the installation into a new file. */
    static void write(Path file, Settings settings) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw StartRefused.because("operations.backup.exists", file);
        }
        if (!Files.isDirectory(settings.secretsFolder())) {
            throw StartRefused.because("operations.backup.nothing", settings.home());
        }
        var secrets = new Secrets(settings.secretsFolder());
        try (var maintenance = Maintenance.enter(settings, secrets);
                var archive = new ArchiveWriter(file)) {
            var backup = new Backup(maintenance.connection(), archive);
            backup.database();
            backup.folder(settings.filesFolder(), FILES);
            backup.folder(settings.secretsFolder(), SECRETS);
            archive.finish();
            backup.register(file);
        }
    }

    /** Enters it in the register of backups; a database older than the register has none. */
    private void register(Path file) throws SQLException {
        connection.setReadOnly(false);
        connection.setAutoCommit(true);
        try (var known = connection.createStatement();
                var table = known.executeQuery("SELECT to_regclass('backup_made')")) {
            if (!table.next() || table.getString(1) == null) {
                return;
            }
        }
        try (var entry =
                connection.prepareStatement(
                        "INSERT INTO backup_made (file, taken_at) VALUES (?, ?)")) {
            entry.setString(1, file.toAbsolutePath().toString());
            entry.setTimestamp(2, takenAt);
            entry.executeUpdate();
        }
    }

    private void database() throws IOException, SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        takenAt = moment();
        List<TableCopy> tables = TableCopy.all(connection);
        archive.add(VERSION_LIST, versions(tables));
        var list = new StringBuilder();
        for (TableCopy table : tables) {
            archive.add(TABLES + table.name() + ".copy", out -> list.append(row(table, out)));
        }
        archive.add(TABLE_LIST, list.toString());
        // Sequences know no moment: read last, they are never behind the rows.
        archive.add(SEQUENCE_LIST, sequences());
        connection.rollback();
    }

    /** The moment of this transaction, whose state the backup holds. */
    private Timestamp moment() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT now()")) {
            rows.next();
            return rows.getTimestamp(1);
        }
    }

    private String row(TableCopy table, OutputStream out) throws IOException {
        try {
            return table.name()
                    + "\t"
                    + table.columns()
                    + "\t"
                    + table.write(connection, out)
                    + "\n";
        } catch (SQLException e) {
            throw new IOException("Table " + table.name(), e);
        }
    }

    private String versions(List<TableCopy> tables) throws SQLException {
        var list = new StringBuilder();
        for (TableCopy table : tables) {
            if (table.name().startsWith(Migrations.HISTORY)) {
                String module = table.name().substring(Migrations.HISTORY.length());
                list.append(
                        query(
                                "SELECT '"
                                        + module
                                        + "', version FROM "
                                        + table.quotedName()
                                        + " WHERE success ORDER BY installed_rank DESC LIMIT 1"));
            }
        }
        return list.toString();
    }

    private String sequences() throws SQLException {
        var list = new StringBuilder();
        String names =
                query(
                        """
                        SELECT quote_ident(sequencename), '' FROM pg_sequences
                        WHERE schemaname = 'public' ORDER BY sequencename
                        """);
        for (String line : names.lines().toList()) {
            String name = line.strip();
            list.append(
                    query("SELECT '" + name + "', last_value || E'\\t' || is_called FROM " + name));
        }
        return list.toString();
    }

    /** Two columns, a line for each row. */
    private String query(String sql) throws SQLException {
        var lines = new StringBuilder();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.append(rows.getString(1)).append('\t').append(rows.getString(2)).append('\n');
            }
        }
        return lines.toString();
    }

    private void folder(Path folder, String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> all = Files.walk(folder)) {
            found =
                    all.filter(Files::isRegularFile)
                            .filter(it -> !isUnfinished(it))
                            .sorted()
                            .toList();
        }
        for (Path each : found) {
            add(each, prefix + folder.relativize(each));
        }
    }

    private void add(Path file, String name) throws IOException {
        // Opened first: a file that was purged since the folder was read leaves no empty entry.
        try (var content = Files.newInputStream(file)) {
            archive.add(name, content::transferTo);
        } catch (NoSuchFileException e) {
            System.err.println(Words.say("operations.backup.purged", name));
        }
    }

    /** Files that are still being received begin with a dot. */
    private static boolean isUnfinished(Path file) {
        return file.getFileName().toString().startsWith(".");
    }
}
