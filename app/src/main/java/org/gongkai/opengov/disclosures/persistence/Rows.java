package org.gongkai.opengov.disclosures.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/** Values that may be absent in a row. */
public final class Rows {
    private Rows() {}

    /** Values for the question marks of a statement, in order; some may be absent. */
    public static List<@Nullable Object> values(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    /** A legal day, or null. */
    public static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** A person, or null. */
    public static @Nullable PersonId personOrNull(ResultSet row, String column)
            throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : new PersonId(value);
    }
}
