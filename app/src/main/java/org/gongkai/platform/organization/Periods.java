package org.gongkai.platform.organization;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Ends and succeeds the dated entries of the registers (有效期间的终止与接续).
 *
 * <p>Nothing is overwritten: an entry gets its last day, or, when its successor begins on the same
 * day, is marked as replaced. Table and column names come from the registers only.
 */
@Repository
class Periods {
    private final JdbcClient db;

    Periods(JdbcClient db) {
        this.db = db;
    }

    /** Makes room for an entry of this owner that begins on {@code from}. */
    void makeRoom(String table, String owner, long id, LocalDate from, Recording by) {
        var later =
                db.sql(
                                "SELECT valid_from FROM %s WHERE %s = :id AND NOT replaced AND valid_from > :from ORDER BY valid_from LIMIT 1"
                                        .formatted(table, owner))
                        .param("id", id)
                        .param("from", from)
                        .query(Date.class)
                        .optional();
        if (later.isPresent()) {
            throw Refusal.notPossibleNow(
                    List.of(), "organization.refused.later-change", later.get().toLocalDate());
        }
        db.sql(
                        """
                        SELECT id FROM %s WHERE %s = :id AND NOT replaced
                        AND daterange(valid_from, valid_to, '[]') @> :from
                        """
                                .formatted(table, owner))
                .param("id", id)
                .param("from", from)
                .query(Long.class)
                .list()
                .forEach(row -> end(table, row, from.minusDays(1), by));
    }

    /** Gives one entry its last day; an entry that would end before it begins is replaced. */
    void end(String table, long row, LocalDate lastDay, Recording by) {
        var changed =
                db.sql(
                                """
                                UPDATE %s SET closed_at = :at, closed_by = :by,
                                    replaced = valid_from > :lastDay,
                                    valid_to = CASE WHEN valid_from > :lastDay THEN valid_to ELSE :lastDay END
                                WHERE id = :row AND NOT replaced AND (valid_to IS NULL OR valid_to > :lastDay)
                                """
                                        .formatted(table))
                        .param("at", by.at())
                        .param("by", by.by())
                        .param("lastDay", lastDay)
                        .param("row", row)
                        .update();
        if (changed == 0) {
            throw Refusal.of(RefusalKind.STALE, "organization.refused.already-ended");
        }
    }
}
