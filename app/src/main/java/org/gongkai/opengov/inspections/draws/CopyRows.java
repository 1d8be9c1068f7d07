package org.gongkai.opengov.inspections.draws;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Many rows for one table, in the transaction of the caller (批量写入): PostgreSQL's COPY. */
final class CopyRows {
    private static final int PART = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(PART + 1024);

    private CopyRows(CopyIn copy) {
        this.copy = copy;
    }

    /** What gives the rows, one after the other. */
    interface Giver {
        void give(CopyRows to);
    }

    /** Writes what the giver gives into these columns of the table. */
    static void into(DataSource source, String tableAndColumns, Giver giver) {
        var connection = DataSourceUtils.getConnection(source);
        try {
            var copy =
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("COPY " + tableAndColumns + " FROM STDIN");
            try {
                var rows = new CopyRows(copy);
                giver.give(rows);
                rows.flush();
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Rows were not taken in", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /** Adds a row. */
    void row(@Nullable Object... values) {
        for (var at = 0; at < values.length; at++) {
            if (at > 0) {
                text.append('\t');
            }
            var value = values[at];
            if (value == null) {
                text.append("\\N");
            } else {
                escaped(value.toString());
            }
        }
        text.append('\n');
        if (text.length() >= PART) {
            flush();
        }
    }

    /** A list as PostgreSQL writes arrays of text. */
    static String array(List<String> values) {
        var array = new StringBuilder("{");
        var separator = "";
        for (var each : values) {
            array.append(separator)
                    .append('"')
                    .append(each.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
            separator = ",";
        }
        return array.append('}').toString();
    }

    private void escaped(String value) {
        for (var at = 0; at < value.length(); at++) {
            var sign = value.charAt(at);
            switch (sign) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(sign);
            }
        }
    }

    private void flush() {
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Rows were not taken in", e);
        }
    }
}
