package org.gongkai.platform.transparencylog;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The entries of the log, in order (日志条目登记). */
@Repository
class LogEntries {
    private final JdbcClient database;

    LogEntries(JdbcClient database) {
        this.database = database;
    }

    /**
     * Where the log stands.
     *
     * @param declared the time of the last leaf; null in an empty log
     */
    record Head(long size, @Nullable Instant declared) {}

    /** Where the log stands, held until the transaction ends: nobody else appends meanwhile. */
    Head lock() {
        return head(" FOR UPDATE");
    }

    Head head() {
        return head("");
    }

    private Head head(String lock) {
        return database.sql("SELECT size, declared FROM log_head" + lock)
                .query(
                        (row, at) -> {
                            var declared = row.getTimestamp(2);
                            return new Head(
                                    row.getLong(1), declared == null ? null : declared.toInstant());
                        })
                .single();
    }

    void add(Logged entry) {
        database.sql(
                        "INSERT INTO log_entry (leaf_index, leaf, kind, declared, writer)"
                                + " VALUES (?, ?, ?, ?, ?)")
                .params(
                        entry.index(),
                        entry.leaf().getBytes(StandardCharsets.UTF_8),
                        entry.kind().slug(),
                        Timestamp.from(entry.declared()),
                        entry.writer())
                .update();
    }

    Optional<Logged> at(long index) {
        return database.sql("SELECT * FROM log_entry WHERE leaf_index = ?")
                .param(index)
                .query((row, at) -> entry(row))
                .optional();
    }

    /** The leaves from one place up to another, as they are stored. */
    List<byte[]> leaves(long from, long to) {
        return database.sql(
                        "SELECT leaf FROM log_entry WHERE leaf_index >= ? AND leaf_index < ?"
                                + " ORDER BY leaf_index")
                .params(from, to)
                .query((row, at) -> row.getBytes(1))
                .list();
    }

    /** Entries below a place, the last first. */
    List<Logged> before(long index, int limit) {
        return database.sql(
                        "SELECT * FROM log_entry WHERE leaf_index < ?"
                                + " ORDER BY leaf_index DESC LIMIT ?")
                .params(index, limit)
                .query((row, at) -> entry(row))
                .list();
    }

    void keepOpening(long index, byte[] opening) {
        database.sql("INSERT INTO log_opening (leaf_index, opening) VALUES (?, ?)")
                .params(index, opening)
                .update();
    }

    Optional<byte[]> opening(long index) {
        return database.sql("SELECT opening FROM log_opening WHERE leaf_index = ?")
                .param(index)
                .query((row, at) -> row.getBytes(1))
                .optional();
    }

    boolean eraseOpening(long index) {
        return database.sql("DELETE FROM log_opening WHERE leaf_index = ?").param(index).update()
                > 0;
    }

    private static Logged entry(ResultSet row) throws SQLException {
        return new Logged(
                row.getLong("leaf_index"),
                LeafKind.of(row.getString("kind")),
                new String(row.getBytes("leaf"), StandardCharsets.UTF_8),
                row.getTimestamp("declared").toInstant(),
                row.getString("writer"));
    }
}
