package org.gongkai.opengov.inspections.draws;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.inspections.draws.PlannedSource.Witness;
import org.gongkai.platform.commitments.Suite;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.settings.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * DrawWitnesses of a draw (见证人): their links, what they bound before the freeze, what they opened
 * after it.
 */
@Repository
public class DrawWitnesses {
    /** Without signs that are taken for others when they are read out. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int SIGNS = 24;
    private static final int GROUP = 4;

    private final JdbcClient database;
    private final RandomBytes random;
    private final byte[] key;

    DrawWitnesses(JdbcClient database, RandomBytes random, Secrets secrets) {
        this.database = database;
        this.random = random;
        key = secrets.key("inspection-witness");
    }

    /**
     * How a witness stands.
     *
     * @param linked whether there is a link
     * @param commitment what binds the number; null if nothing was bound
     * @param opened what was disclosed, as in the bundle; null while the number is closed
     */
    public record Standing(
            String sourceId,
            String name,
            boolean linked,
            @Nullable String commitment,
            @Nullable String opened) {

        /** Whether the witness had not opened in time. */
        public boolean isAbsent() {
            return opened != null && opened.contains("absent");
        }
    }

    /** Whose link it is. */
    record Linked(long draw, String sourceId) {}

    void add(long draw, Witness witness) {
        database.sql(
                        "INSERT INTO inspection_draw_witness (draw_id, source_id, name)"
                                + " VALUES (?, ?, ?)")
                .params(draw, witness.id(), witness.name())
                .update();
    }

    /** A new code for this witness; older ones open nothing any more. It is told here alone. */
    String link(long draw, String sourceId, PersonId by, Instant at) {
        var code = newCode();
        database.sql(
                        """
                        INSERT INTO inspection_draw_link (draw_id, source_id, code_key, made_at, made_by)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(draw, sourceId, keyOf(code), Timestamp.from(at), by.value())
                .update();
        return code;
    }

    /** Whose link this code opens. */
    Optional<Linked> linked(String code) {
        return database.sql(
                        """
                        SELECT draw_id, source_id FROM inspection_draw_link l WHERE code_key = ?
                            AND NOT EXISTS (SELECT FROM inspection_draw_link newer
                                WHERE newer.draw_id = l.draw_id AND newer.source_id = l.source_id
                                    AND newer.id > l.id)
                        """)
                .param(keyOf(code))
                .query((row, _) -> new Linked(row.getLong(1), row.getString(2)))
                .optional();
    }

    void commit(long draw, String sourceId, String commitment, Instant at) {
        database.sql(
                        """
                        INSERT INTO inspection_draw_commit (draw_id, source_id, commitment, committed_at)
                        VALUES (?, ?, ?, ?)
                        """)
                .params(draw, sourceId, commitment, Timestamp.from(at))
                .update();
    }

    /** What binds each number, by the witness's name in the draw: the last word of each. */
    Map<String, String> commitments(long draw) {
        var commitments = new LinkedHashMap<String, String>();
        standings(draw)
                .forEach(
                        it -> {
                            if (it.commitment() != null) {
                                commitments.put(it.sourceId(), it.commitment());
                            }
                        });
        return commitments;
    }

    /** How each witness stands, in the order announced. */
    public List<Standing> standings(long draw) {
        return database.sql(
                        """
                        SELECT w.source_id, w.name,
                            EXISTS (SELECT FROM inspection_draw_link l
                                WHERE l.draw_id = w.draw_id AND l.source_id = w.source_id) AS linked,
                            (SELECT commitment FROM inspection_draw_commit c
                                WHERE c.draw_id = w.draw_id AND c.source_id = w.source_id
                                ORDER BY c.id DESC LIMIT 1) AS commitment,
                            (SELECT value FROM inspection_draw_disclosure d
                                WHERE d.draw_id = w.draw_id AND d.source_id = w.source_id) AS opened
                        FROM inspection_draw_witness w WHERE w.draw_id = ?
                        ORDER BY length(w.source_id), w.source_id
                        """)
                .param(draw)
                .query(DrawWitnesses::standing)
                .list();
    }

    private String newCode() {
        var code = new StringBuilder();
        for (var at = 0; at < SIGNS; at++) {
            if (at > 0 && at % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.source().nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    private String keyOf(String code) {
        var signs = code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        var hash = Suite.SHA256.hmac(key).of(signs.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getString("source_id"),
                row.getString("name"),
                row.getBoolean("linked"),
                row.getString("commitment"),
                row.getString("opened"));
    }
}
