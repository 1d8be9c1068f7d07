package org.gongkai.opengov.columns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gongkai.platform.pagecache.PageChanges;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes columns, their addresses and the history of both (栏目变动). */
@Repository
class ColumnWriting {
    private final JdbcClient database;
    private final PageChanges pages;

    ColumnWriting(JdbcClient database, PageChanges pages) {
        this.database = database;
        this.pages = pages;
    }

    /** What was done to a column. */
    enum Change {
        CREATED,
        CHANGED,
        RENAMED,
        MOVED,
        MERGED,
        RETIRED
    }

    ColumnId add(AgencyId agency, PreparedColumn column, boolean fixed, Instant at) {
        pages.tell(Columns.SOURCE);
        var id =
                database.sql(
                                """
                                INSERT INTO site_column (agency_id, key, parent_id, name, kind, description,
                                    keywords, section_id, update_days, position, fixed, created_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                                """)
                        .params(
                                values(
                                        agency.value(),
                                        column.key(),
                                        column.parent() == null ? null : column.parent().value(),
                                        column.name(),
                                        column.kind(),
                                        column.description(),
                                        column.keywords(),
                                        column.section() == null ? null : column.section().value(),
                                        column.updateDays(),
                                        column.position(),
                                        fixed,
                                        moment(at)))
                        .query((row, number) -> new ColumnId(row.getLong(1)))
                        .single();
        addAddress(column.key(), id, at);
        return id;
    }

    void change(ColumnId id, PreparedColumn column, Instant at) {
        pages.tell(Columns.SOURCE);
        database.sql(
                        """
                        UPDATE site_column SET key = ?, parent_id = ?, name = ?, kind = ?, description = ?,
                            keywords = ?, section_id = ?, update_days = ?, position = ?, version = version + 1
                        WHERE id = ?
                        """)
                .params(
                        values(
                                column.key(),
                                column.parent() == null ? null : column.parent().value(),
                                column.name(),
                                column.kind(),
                                column.description(),
                                column.keywords(),
                                column.section() == null ? null : column.section().value(),
                                column.updateDays(),
                                column.position(),
                                id.value()))
                .update();
        addAddress(column.key(), id, at);
    }

    void retire(ColumnId id, @Nullable ColumnId into, Instant at) {
        pages.tell(Columns.SOURCE);
        database.sql(
                        "UPDATE site_column SET retired_at = ?, merged_into = ?, version = version + 1"
                                + " WHERE id = ?")
                .params(values(moment(at), into == null ? null : into.value(), id.value()))
                .update();
    }

    /** Whether a key belongs, or once belonged, to another column. */
    boolean keyTaken(String key, @Nullable ColumnId except) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM site_column_address WHERE key = ? AND"
                                + " column_id <> ?)")
                .params(values(key, except == null ? -1L : except.value()))
                .query(Boolean.class)
                .single();
    }

    void record(
            ColumnId id,
            Change change,
            @Nullable SiteColumn before,
            SiteColumn after,
            PersonId by,
            Instant at) {
        var json = JsonMapper.shared();
        database.sql(
                        """
                        INSERT INTO site_column_change (column_id, what, before, after, person_id, changed_at)
                        VALUES (?, ?, CAST(? AS jsonb), CAST(? AS jsonb), ?, ?)
                        """)
                .params(
                        values(
                                id.value(),
                                change.name(),
                                before == null ? null : json.writeValueAsString(before),
                                json.writeValueAsString(after),
                                by.value(),
                                moment(at)))
                .update();
    }

    private void addAddress(String key, ColumnId id, Instant at) {
        database.sql(
                        "INSERT INTO site_column_address (key, column_id, since) VALUES (?, ?, ?)"
                                + " ON CONFLICT (key) DO NOTHING")
                .params(values(key, id.value(), moment(at)))
                .update();
    }

    static ColumnChange readChange(ResultSet row, int number) throws SQLException {
        long by = row.getLong("person_id");
        var person = row.wasNull() ? null : new PersonId(by);
        return new ColumnChange(
                row.getString("what"),
                called(row.getString("before")),
                Objects.requireNonNull(called(row.getString("after"))),
                person,
                row.getTimestamp("changed_at").toInstant());
    }

    /** Name and address, e.g. 重点工作（/c/key-work）. */
    private static @Nullable String called(@Nullable String column) {
        if (column == null) {
            return null;
        }
        var read = JsonMapper.shared().readTree(column);
        return read.path("name").asString() + "（/c/" + read.path("key").asString() + "）";
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
