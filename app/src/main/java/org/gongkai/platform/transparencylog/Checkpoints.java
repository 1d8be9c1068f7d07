package org.gongkai.platform.transparencylog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The heads the log has signed, in order of size (检查点登记). */
@Repository
class Checkpoints {
    private final JdbcClient database;

    Checkpoints(JdbcClient database) {
        this.database = database;
    }

    /** How many leaves are under a signed head. */
    long size() {
        return database.sql("SELECT coalesce(max(size), 0) FROM log_checkpoint")
                .query(Long.class)
                .single();
    }

    Optional<SignedHead> newest() {
        return find("ORDER BY size DESC LIMIT 1");
    }

    Optional<SignedHead> ofSize(long size) {
        return database.sql("SELECT * FROM log_checkpoint WHERE size = ?")
                .param(size)
                .query((row, at) -> head(row))
                .optional();
    }

    /** The first that covers the leaf of this place. */
    Optional<SignedHead> covering(long index) {
        return database.sql("SELECT * FROM log_checkpoint WHERE size > ? ORDER BY size LIMIT 1")
                .param(index)
                .query((row, at) -> head(row))
                .optional();
    }

    /** Those larger than a size, the newest first. */
    List<SignedHead> above(long size, int most) {
        return database.sql(
                        "SELECT * FROM log_checkpoint WHERE size > ? ORDER BY size DESC LIMIT ?")
                .params(size, most)
                .query((row, at) -> head(row))
                .list();
    }

    void add(SignedHead head) {
        database.sql(
                        "INSERT INTO log_checkpoint (size, root, text, lines, signed_at)"
                                + " VALUES (?, ?, ?, ?, ?)")
                .params(
                        head.size(),
                        head.root(),
                        head.text(),
                        head.lines(),
                        Timestamp.from(head.signedAt()))
                .update();
    }

    private Optional<SignedHead> find(String rest) {
        return database.sql("SELECT * FROM log_checkpoint " + rest)
                .query((row, at) -> head(row))
                .optional();
    }

    private static SignedHead head(ResultSet row) throws SQLException {
        return new SignedHead(
                row.getLong("size"),
                row.getBytes("root"),
                row.getString("text"),
                row.getString("lines"),
                row.getTimestamp("signed_at").toInstant());
    }
}
