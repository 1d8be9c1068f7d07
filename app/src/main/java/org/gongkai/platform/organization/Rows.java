package org.gongkai.platform.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/** Reads the columns that every register has. */
final class Rows {
    private Rows() {}

    static Validity validity(ResultSet row) throws SQLException {
        return new Validity(day(row, "valid_from"), row.getObject("valid_to", LocalDate.class));
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }

    static @Nullable SectionId sectionOrNull(ResultSet row) throws SQLException {
        var value = row.getLong("section_id");
        return row.wasNull() ? null : new SectionId(value);
    }

    static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
