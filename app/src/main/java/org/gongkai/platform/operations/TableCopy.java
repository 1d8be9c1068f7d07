package org.gongkai.platform.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * One table of the database as text (表数据), in PostgreSQL's own COPY form.
 *
 * @param name the table's name
 * @param columns its columns, quoted, without those that the database computes
 */
record TableCopy(String name, String columns) {

    /** All tables, in order of name. */
    static List<TableCopy> all(Connection connection) throws SQLException {
        String query =
                """
                SELECT c.relname, string_agg(quote_ident(a.attname), ',' ORDER BY a.attnum)
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                  AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                GROUP BY c.relname ORDER BY c.relname
                """;
        var tables = new ArrayList<TableCopy>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                tables.add(new TableCopy(rows.getString(1), rows.getString(2)));
            }
        }
        return tables;
    }

    /** Writes all rows; says how many. */
    long write(Connection connection, OutputStream out) throws SQLException, IOException {
        return manager(connection).copyOut("COPY " + target() + " TO STDOUT", out);
    }

    /** Reads all rows; says how many. */
    long read(Connection connection, InputStream in) throws SQLException, IOException {
        return manager(connection).copyIn("COPY " + target() + " FROM STDIN", in);
    }

    String quotedName() {
        return "public.\"" + name.replace("\"", "\"\"") + "\"";
    }

    private String target() {
        return quotedName() + " (" + columns + ")";
    }

    private static CopyManager manager(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
