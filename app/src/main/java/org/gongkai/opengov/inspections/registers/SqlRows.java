package org.gongkai.opengov.inspections.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;

/** What all registers read and write in the same way (行读写). */
final class SqlRows {
    private SqlRows() {}

    static AgencyId agency(ResultSet row) throws SQLException {
        return new AgencyId(row.getLong("agency_id"));
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable LocalDate dayOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable Long numberOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static String[] array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }
}
