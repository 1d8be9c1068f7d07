package org.gongkai.opengov.inspections.draws;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.commitments.Path;
import org.gongkai.platform.draw.Amendment;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Amendments of drawn visits (调整台账): asked for, and what was decided by somebody else. */
@Repository
public class Amendments {
    private static final String ALL =
            """
            SELECT a.*, d.edition, d.root, d.words AS decision_words, d.decided_by, d.decided_at
            FROM inspection_draw_amendment a
            LEFT JOIN inspection_draw_amendment_decision d ON d.amendment_id = a.id
            """;

    private final JdbcClient database;

    Amendments(JdbcClient database) {
        this.database = database;
    }

    /**
     * An amendment.
     *
     * @param words what happened, for the desk alone
     * @param decision what was decided; null while it waits
     */
    public record Asked(
            long id,
            long draw,
            Amendment amendment,
            String words,
            PersonId by,
            Instant at,
            @Nullable Decision decision) {

        /** Whether it waits for somebody else. */
        public boolean isOpen() {
            return decision == null;
        }
    }

    /**
     * What was decided.
     *
     * @param edition its number among those made, from 1; null if it was not made
     * @param root the head over all visits after it; null if it was not made
     */
    public record Decision(
            @Nullable Integer edition,
            @Nullable String root,
            String words,
            PersonId by,
            Instant at) {}

    long ask(long draw, Amendment amendment, String words, PersonId by, Instant at) {
        return database.sql(
                        """
                        INSERT INTO inspection_draw_amendment (draw_id, amendment, words, asked_by, asked_at)
                        VALUES (?, ?, ?, ?, ?) RETURNING id
                        """)
                .params(
                        draw,
                        Disclosures.text(amendment.toJson()),
                        words,
                        by.value(),
                        Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void decide(Asked asked, Decision decision) {
        database.sql(
                        """
                        INSERT INTO inspection_draw_amendment_decision
                            (amendment_id, draw_id, edition, root, words, decided_by, decided_at)
                        VALUES (:id, :draw, :edition, :root, :words, :by, :at)
                        """)
                .param("id", asked.id())
                .param("draw", asked.draw())
                .param("edition", decision.edition())
                .param("root", decision.root())
                .param("words", decision.words())
                .param("by", decision.by().value())
                .param("at", Timestamp.from(decision.at()))
                .update();
    }

    Optional<Asked> find(long draw, long id) {
        return database.sql(ALL + " WHERE a.draw_id = ? AND a.id = ?")
                .params(draw, id)
                .query(Amendments::read)
                .optional();
    }

    /** All of a draw, in the order in which they were asked for. */
    public List<Asked> all(long draw) {
        return database.sql(ALL + " WHERE a.draw_id = ? ORDER BY a.id")
                .param(draw)
                .query(Amendments::read)
                .list();
    }

    /** Those made, in turn: as they stand in the bundle. */
    public List<Amendment> made(long draw) {
        return database
                .sql(ALL + " WHERE a.draw_id = ? AND d.edition > 0 ORDER BY d.edition")
                .param(draw)
                .query(Amendments::read)
                .list()
                .stream()
                .map(Asked::amendment)
                .toList();
    }

    /** How many wait for a decision in this agency's draws, with the draw's number. */
    List<Long> waiting(long agency) {
        return database.sql(
                        """
                        SELECT w.seq FROM inspection_draw_amendment a
                        JOIN inspection_draw w ON w.id = a.draw_id
                        WHERE w.agency_id = ? AND NOT EXISTS (SELECT
                            FROM inspection_draw_amendment_decision d WHERE d.amendment_id = a.id)
                        ORDER BY a.id
                        """)
                .param(agency)
                .query(Long.class)
                .list();
    }

    private static Asked read(ResultSet row, int number) throws SQLException {
        return new Asked(
                row.getLong("id"),
                row.getLong("draw_id"),
                Amendment.of(Disclosures.value(row.getString("amendment")), Path.ROOT),
                row.getString("words"),
                new PersonId(row.getLong("asked_by")),
                row.getTimestamp("asked_at").toInstant(),
                decision(row));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        var by = (Long) row.getObject("decided_by");
        return by == null
                ? null
                : new Decision(
                        (Integer) row.getObject("edition"),
                        row.getString("root"),
                        row.getString("decision_words"),
                        new PersonId(by),
                        row.getTimestamp("decided_at").toInstant());
    }
}
