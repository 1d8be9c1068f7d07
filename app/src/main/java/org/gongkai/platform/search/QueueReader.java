package org.gongkai.platform.search;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reading end of the queue (队列读取). */
@Component
class QueueReader {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient database;

    QueueReader(JdbcClient database) {
        this.database = database;
    }

    /** The first lines that have not failed yet, oldest first. */
    List<QueuedDocument> fresh(int limit) {
        return database.sql(
                        """
                        SELECT number, document, failures FROM search_queue
                        WHERE failures = 0 ORDER BY number LIMIT :limit
                        """)
                .param("limit", limit)
                .query(QueuedDocument.class)
                .list();
    }

    /** Lines that have failed, those with the fewest failures first. */
    List<QueuedDocument> failed(int limit) {
        return database.sql(
                        """
                        SELECT number, document, failures FROM search_queue
                        WHERE failures > 0 ORDER BY failures, number LIMIT :limit
                        """)
                .param("limit", limit)
                .query(QueuedDocument.class)
                .list();
    }

    /** These are done and durable in the index. */
    void done(Collection<Long> numbers) {
        if (!numbers.isEmpty()) {
            database.sql("DELETE FROM search_queue WHERE number IN (:numbers)")
                    .param("numbers", numbers)
                    .update();
        }
    }

    /** This one could not be done now. */
    void failed(long number, String reason) {
        database.sql(
                        """
                        UPDATE search_queue SET failures = failures + 1, reason = :reason
                        WHERE number = :number
                        """)
                .param("number", number)
                .param("reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
                .update();
    }

    /** How many lines wait. */
    long waiting() {
        return database.sql("SELECT count(*) FROM search_queue").query(Long.class).single();
    }
}
