package org.gongkai.platform.transparencylog;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found to differ (日志异常登记): one thing at a time is open. */
@Repository
class LogFaults {
    private final JdbcClient database;

    LogFaults(JdbcClient database) {
        this.database = database;
    }

    Optional<LogFault> open() {
        return database.sql("SELECT * FROM log_fault WHERE cleared_at IS NULL")
                .query(
                        (row, at) ->
                                new LogFault(
                                        row.getLong("id"),
                                        row.getTimestamp("found_at").toInstant(),
                                        LogFault.What.valueOf(row.getString("what")),
                                        row.getString("place")))
                .optional();
    }

    void add(StoredCheck.Finding finding, Instant now) {
        database.sql(
                        "INSERT INTO log_fault (found_at, what, place) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                .params(Timestamp.from(now), finding.what().name(), finding.place())
                .update();
    }

    void clear(Instant now) {
        database.sql("UPDATE log_fault SET cleared_at = ? WHERE cleared_at IS NULL")
                .param(Timestamp.from(now))
                .update();
    }
}
