package org.gongkai.opengov.inspections.draws;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the computation of each draw is (抽取运算登记). */
@Repository
class DrawRuns {
    /** A computation that has not said anything for so long was killed. */
    private static final Duration SILENT = Duration.ofMinutes(2);

    private final JdbcClient database;

    DrawRuns(JdbcClient database) {
        this.database = database;
    }

    void begin(long draw, int total, PersonId by, Instant at) {
        database.sql(
                        """
                        INSERT INTO inspection_draw_run (draw_id, state, total, person_id, begun_at, changed_at)
                        VALUES (:draw, 'WAITING', :total, :by, :at, :at)
                        ON CONFLICT (draw_id) DO UPDATE SET state = 'WAITING', phase = 'READ', done = 0,
                            problem = '', person_id = :by, begun_at = :at, changed_at = :at
                        WHERE inspection_draw_run.state IN ('STOPPED', 'REFUSED')
                        """)
                .param("draw", draw)
                .param("total", total)
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<DrawRun> find(long draw) {
        return database.sql("SELECT * FROM inspection_draw_run WHERE draw_id = ?")
                .param(draw)
                .query(
                        (row, _) ->
                                new DrawRun(
                                        row.getLong("draw_id"),
                                        DrawRun.State.valueOf(row.getString("state")),
                                        DrawRun.Phase.valueOf(row.getString("phase")),
                                        row.getInt("done"),
                                        row.getInt("total"),
                                        row.getString("problem"),
                                        new PersonId(row.getLong("person_id")),
                                        row.getTimestamp("begun_at").toInstant(),
                                        row.getTimestamp("changed_at").toInstant()))
                .optional();
    }

    /** Those nobody works on: asked for, or left by a program that was killed. */
    List<Long> waiting(Instant now) {
        return database.sql(
                        """
                        SELECT draw_id FROM inspection_draw_run
                        WHERE state = 'WAITING' OR state = 'RUNNING' AND changed_at < ? ORDER BY draw_id
                        """)
                .param(Timestamp.from(now.minus(SILENT)))
                .query(Long.class)
                .list();
    }

    /** Takes one up; false if somebody else has. */
    boolean take(long draw, Instant now) {
        return database.sql(
                                """
                                UPDATE inspection_draw_run SET state = 'RUNNING', phase = 'READ', done = 0,
                                    changed_at = :now
                                WHERE draw_id = :draw
                                    AND (state = 'WAITING' OR state = 'RUNNING' AND changed_at < :silent)
                                """)
                        .param("draw", draw)
                        .param("now", Timestamp.from(now))
                        .param("silent", Timestamp.from(now.minus(SILENT)))
                        .update()
                > 0;
    }

    /** Says how far it is; false if it was stopped. */
    boolean say(long draw, DrawRun.Phase phase, long done, long of, Instant now) {
        return database.sql(
                                "UPDATE inspection_draw_run SET phase = ?, done = ?, total = ?,"
                                        + " changed_at = ?"
                                        + " WHERE draw_id = ? AND state = 'RUNNING'")
                        .params(phase.name(), done, of, Timestamp.from(now), draw)
                        .update()
                > 0;
    }

    /** Ends it; false if it was stopped meanwhile. */
    boolean end(long draw, DrawRun.State state, String problem, Instant now) {
        return database.sql(
                                "UPDATE inspection_draw_run SET state = ?, problem = ?, changed_at = ?"
                                        + " WHERE draw_id = ? AND state IN ('WAITING', 'RUNNING')")
                        .params(state.name(), problem, Timestamp.from(now), draw)
                        .update()
                > 0;
    }
}
