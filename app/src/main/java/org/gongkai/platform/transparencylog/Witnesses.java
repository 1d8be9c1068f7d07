package org.gongkai.platform.transparencylog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is asked to witness, and what they confirmed (见证人登记). */
@Repository
class Witnesses {
    private static final String ALL =
            "SELECT w.id, w.key, w.name, w.address,"
                    + " coalesce((SELECT max(size) FROM log_cosignature c WHERE c.witness = w.id), 0)"
                    + " AS seen FROM log_witness w WHERE w.removed_at IS NULL";

    private final JdbcClient database;

    Witnesses(JdbcClient database) {
        this.database = database;
    }

    /** What a witness confirmed: its line under the head of this size. */
    record Cosigned(long size, long witness, String name, Instant seenAt, String line) {}

    List<Witness> all() {
        return database.sql(ALL + " ORDER BY w.id").query((row, at) -> witness(row)).list();
    }

    Optional<Witness> find(long id) {
        return database.sql(ALL + " AND w.id = ?")
                .param(id)
                .query((row, at) -> witness(row))
                .optional();
    }

    /** How many have to have seen a head. */
    int quorum() {
        return database.sql("SELECT quorum FROM log_quorum").query(Integer.class).single();
    }

    void setQuorum(int quorum) {
        database.sql("UPDATE log_quorum SET quorum = ?").param(quorum).update();
    }

    /** Adds one, or asks one again that had been removed. */
    long add(NoteKey key, @Nullable String address, Instant now) {
        return database.sql(
                        "INSERT INTO log_witness (key, name, address, added_at)"
                                + " VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE"
                                + " SET removed_at = NULL, address = excluded.address RETURNING id")
                .param(key.text())
                .param(key.name())
                .param(address)
                .param(Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    void remove(long id, Instant now) {
        database.sql("UPDATE log_witness SET removed_at = ? WHERE id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    /** Keeps a line; the first of a witness under a head counts. */
    boolean keep(Cosigned cosigned, Instant now) {
        return database.sql(
                                "INSERT INTO log_cosignature"
                                        + " (size, witness, seen_at, line, received_at)"
                                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(
                                cosigned.size(),
                                cosigned.witness(),
                                Timestamp.from(cosigned.seenAt()),
                                cosigned.line(),
                                Timestamp.from(now))
                        .update()
                > 0;
    }

    /** The lines of those asked now under the head of this size, the earliest first. */
    List<Cosigned> under(long size) {
        return database.sql(
                        "SELECT c.size, c.witness, w.name, c.seen_at, c.line FROM log_cosignature c"
                                + " JOIN log_witness w ON w.id = c.witness"
                                + " WHERE c.size = ? AND w.removed_at IS NULL"
                                + " ORDER BY c.seen_at, c.witness")
                .param(size)
                .query(
                        (row, at) ->
                                new Cosigned(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getString(3),
                                        row.getTimestamp(4).toInstant(),
                                        row.getString(5)))
                .list();
    }

    /** The sizes of heads larger than this that so many have seen, the smallest first. */
    Optional<Long> firstSeenByEnough(long above, int quorum) {
        return seenByEnough(above, quorum, "");
    }

    /** The size of the largest head that so many have seen. */
    Optional<Long> lastSeenByEnough(int quorum) {
        return seenByEnough(0, quorum, " DESC");
    }

    private Optional<Long> seenByEnough(long above, int quorum, String order) {
        return database.sql(
                        "SELECT c.size FROM log_cosignature c JOIN log_witness w ON w.id = c.witness"
                                + " WHERE c.size > ? AND w.removed_at IS NULL GROUP BY c.size"
                                + " HAVING count(DISTINCT w.name) >= ? ORDER BY c.size"
                                + order
                                + " LIMIT 1")
                .params(above, quorum)
                .query(Long.class)
                .optional();
    }

    private static Witness witness(ResultSet row) throws SQLException {
        return new Witness(
                row.getLong("id"),
                row.getString("key"),
                row.getString("name"),
                row.getString("address"),
                row.getLong("seen"));
    }
}
