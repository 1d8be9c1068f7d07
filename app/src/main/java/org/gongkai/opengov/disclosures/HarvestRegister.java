package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.Documents.moment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gongkai.opengov.columns.ColumnId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became public and what ceased to be, in the order in which it changed (变更目录), for other
 * systems that keep a copy. Whether a record is still public, and what it says, is asked of the
 * public register.
 */
@Repository
@Transactional(readOnly = true)
public class HarvestRegister {
    private final JdbcClient database;
    private final PublicRegister register;

    HarvestRegister(JdbcClient database, PublicRegister register) {
        this.database = database;
        this.register = register;
    }

    /**
     * A document that was ever public.
     *
     * @param changedAt when what anybody may read of it last changed
     * @param listing null when it is no longer public
     */
    public record Change(
            DocumentId id,
            IndexNumber number,
            ColumnId column,
            Instant changedAt,
            @Nullable PublicListing listing) {}

    /** A place in the order of changes: the last one seen. */
    public record Place(Instant changedAt, UUID id) {}

    /**
     * Changes in their order.
     *
     * @param from the first moment, null for all
     * @param before the moment that is too late, null for none
     * @param columns only of these; empty for all
     */
    public List<Change> changes(
            @Nullable Instant from,
            @Nullable Instant before,
            Set<ColumnId> columns,
            @Nullable Place after,
            int limit) {
        var parameters = new HashMap<String, Object>();
        var where = new StringBuilder("WHERE true");
        if (from != null) {
            where.append(" AND changed_at >= :from");
            parameters.put("from", moment(from));
        }
        if (before != null) {
            where.append(" AND changed_at < :before");
            parameters.put("before", moment(before));
        }
        if (!columns.isEmpty()) {
            where.append(" AND column_id IN (:columns)");
            parameters.put("columns", columns.stream().map(ColumnId::value).toList());
        }
        if (after != null) {
            where.append(" AND (changed_at, document_id) > (:changed, :id)");
            parameters.put("changed", moment(after.changedAt()));
            parameters.put("id", after.id());
        }
        parameters.put("limit", limit);
        return shown(
                database.sql(
                                "SELECT * FROM harvest_change "
                                        + where
                                        + " ORDER BY changed_at, document_id LIMIT :limit")
                        .params(parameters)
                        .query(HarvestRegister::read)
                        .list());
    }

    /** The one with this number, if it was ever public. */
    public Optional<Change> find(IndexNumber number) {
        return shown(
                        database.sql(
                                        "SELECT * FROM harvest_change WHERE prefix = ? AND year = ?"
                                                + " AND sequence = ?")
                                .params(number.prefix(), number.year(), number.sequence())
                                .query(HarvestRegister::read)
                                .list())
                .stream()
                .findFirst();
    }

    /** The first change of all. */
    public Optional<Instant> earliest() {
        return database.sql("SELECT min(changed_at) AS earliest FROM harvest_change")
                .query((row, number) -> Optional.ofNullable(row.getTimestamp("earliest")))
                .single()
                .map(it -> it.toInstant());
    }

    private List<Change> shown(List<Change> changes) {
        var listings = register.findAll(changes.stream().map(Change::id).toList());
        return changes.stream()
                .map(
                        it ->
                                new Change(
                                        it.id(),
                                        it.number(),
                                        it.column(),
                                        it.changedAt(),
                                        listings.get(it.id())))
                .toList();
    }

    private static Change read(ResultSet row, int number) throws SQLException {
        return new Change(
                new DocumentId(row.getObject("document_id", UUID.class)),
                new IndexNumber(
                        row.getString("prefix"), row.getInt("year"), row.getInt("sequence")),
                new ColumnId(row.getLong("column_id")),
                row.getTimestamp("changed_at").toInstant(),
                null);
    }
}
