package org.gongkai.opengov.columns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongkai.platform.pagecache.PageSources;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of columns (栏目). */
@Repository
public class Columns {
    /** What every kept page with columns on it was made from, see {@code pagecache}. */
    static final String SOURCE = "columns";

    private static final String ALL = "SELECT * FROM site_column ";

    private final JdbcClient database;

    Columns(JdbcClient database) {
        this.database = database;
    }

    /** The column with this number. */
    public SiteColumn column(ColumnId id) {
        PageSources.note(SOURCE);
        return database.sql(ALL + "WHERE id = ?").param(id.value()).query(Columns::read).single();
    }

    /** An agency's column by key or by name; retired ones are not found by name. */
    public Optional<SiteColumn> find(AgencyId agency, String keyOrName) {
        PageSources.note(SOURCE);
        return database.sql(
                        ALL
                                + """
                                WHERE agency_id = :agency
                                  AND (key = :name OR (name = :name AND retired_at IS NULL))
                                ORDER BY (key = :name) DESC, id LIMIT 1
                                """)
                .param("agency", agency.value())
                .param("name", keyOrName)
                .query(Columns::read)
                .optional();
    }

    /**
     * An agency's fixed column, by the key that it has at the first agency of an installation; at
     * the others the agency's own key stands before it.
     */
    public Optional<SiteColumn> fixed(AgencyId agency, String key) {
        PageSources.note(SOURCE);
        return database.sql(
                        ALL
                                + """
                                WHERE agency_id = :agency AND fixed
                                  AND (key = :key OR right(key, length(:key) + 1) = '-' || :key)
                                ORDER BY (key = :key) DESC, id LIMIT 1
                                """)
                .param("agency", agency.value())
                .param("key", key)
                .query(Columns::read)
                .optional();
    }

    /** The column that a key leads to now: itself, or the one it was renamed to or merged into. */
    public Optional<SiteColumn> atAddress(String key) {
        PageSources.note(SOURCE);
        return database.sql(
                        "SELECT c.* FROM site_column_address a JOIN site_column c ON c.id ="
                                + " a.column_id WHERE a.key = ?")
                .param(key)
                .query(Columns::read)
                .optional()
                .map(this::successor);
    }

    /** All columns of an agency in display order, parents before children. */
    public List<SiteColumn> tree(AgencyId agency) {
        PageSources.note(SOURCE);
        var all =
                database.sql(ALL + "WHERE agency_id = ? ORDER BY position, id")
                        .param(agency.value())
                        .query(Columns::read)
                        .list();
        var ordered = new ArrayList<SiteColumn>();
        append(null, all, ordered);
        return ordered;
    }

    /** The column with this number, held until the transaction ends. */
    SiteColumn locked(ColumnId id) {
        return database.sql(ALL + "WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(Columns::read)
                .single();
    }

    /** Every address that leads to this column now, its own first. */
    public List<String> addresses(ColumnId id) {
        PageSources.note(SOURCE);
        return database.sql(
                        """
                        WITH RECURSIVE became (id) AS (
                            SELECT CAST(:id AS bigint)
                            UNION SELECT c.id FROM site_column c JOIN became b ON c.merged_into = b.id
                        )
                        SELECT a.key FROM site_column_address a JOIN became b ON b.id = a.column_id
                        JOIN site_column c ON c.id = :id
                        ORDER BY (a.key = c.key) DESC, a.since, a.key
                        """)
                .param("id", id.value())
                .query((row, number) -> "/c/" + row.getString(1))
                .list();
    }

    /** What was done to the column, newest first. */
    public List<ColumnChange> changes(ColumnId id) {
        return database.sql("SELECT * FROM site_column_change WHERE column_id = ? ORDER BY id DESC")
                .param(id.value())
                .query(ColumnWriting::readChange)
                .list();
    }

    /** From the top of the tree down to this column, or to the one it was merged into. */
    public List<SiteColumn> pathTo(ColumnId id) {
        PageSources.note(SOURCE);
        return database.sql(
                        """
                        WITH RECURSIVE above (id, parent_id, height) AS (
                            SELECT id, parent_id, 0 FROM site_column WHERE id = ?
                            UNION ALL
                            SELECT c.id, c.parent_id, a.height + 1
                            FROM site_column c JOIN above a ON c.id = a.parent_id
                        ) SELECT c.* FROM above a JOIN site_column c USING (id) ORDER BY a.height DESC
                        """)
                .param(successor(column(id)).id().value())
                .query(Columns::read)
                .list();
    }

    /** The column, everything below it, and every column that was merged into one of these. */
    public Set<ColumnId> branch(ColumnId id) {
        PageSources.note(SOURCE);
        return new HashSet<>(
                database.sql(
                                """
                                WITH RECURSIVE branch (id) AS (
                                    SELECT CAST(? AS bigint)
                                    UNION
                                    SELECT c.id FROM site_column c JOIN branch b
                                        ON c.merged_into = b.id
                                        OR (c.parent_id = b.id AND c.merged_into IS NULL)
                                ) SELECT id FROM branch
                                """)
                        .param(id.value())
                        .query((row, number) -> new ColumnId(row.getLong(1)))
                        .list());
    }

    private SiteColumn successor(SiteColumn column) {
        var at = column;
        while (at.mergedInto() != null) {
            at = column(at.mergedInto());
        }
        return at;
    }

    private static void append(
            @Nullable ColumnId parent, List<SiteColumn> all, List<SiteColumn> ordered) {
        for (var column : all) {
            if (Objects.equals(column.parent(), parent)) {
                ordered.add(column);
                append(column.id(), all, ordered);
            }
        }
    }

    static SiteColumn read(ResultSet row, int number) throws SQLException {
        var retired = row.getTimestamp("retired_at");
        return new SiteColumn(
                new ColumnId(row.getLong("id")),
                new AgencyId(row.getLong("agency_id")),
                row.getString("key"),
                columnOrNull(row, "parent_id"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("description"),
                row.getString("keywords"),
                sectionOrNull(row),
                (Integer) row.getObject("update_days"),
                row.getInt("position"),
                row.getBoolean("fixed"),
                row.getInt("version"),
                row.getTimestamp("created_at").toInstant(),
                retired == null ? null : retired.toInstant(),
                columnOrNull(row, "merged_into"));
    }

    private static @Nullable ColumnId columnOrNull(ResultSet row, String name) throws SQLException {
        long value = row.getLong(name);
        return row.wasNull() ? null : new ColumnId(value);
    }

    private static @Nullable SectionId sectionOrNull(ResultSet row) throws SQLException {
        long value = row.getLong("section_id");
        return row.wasNull() ? null : new SectionId(value);
    }
}
