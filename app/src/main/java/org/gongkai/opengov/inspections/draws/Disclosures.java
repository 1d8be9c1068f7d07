package org.gongkai.opengov.inspections.draws;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the sources of a draw disclosed (随机数取值), and what was typed of it. */
@Repository
public class Disclosures {
    private final JdbcClient database;

    Disclosures(JdbcClient database) {
        this.database = database;
    }

    /** What somebody typed. */
    record Typed(PersonId by, Instant at, String value) {}

    void type(long draw, String sourceId, String value, PersonId by, Instant at) {
        database.sql(
                        """
                        INSERT INTO inspection_draw_typing (draw_id, source_id, value, person_id, at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(draw, sourceId, value, by.value(), Timestamp.from(at))
                .update();
    }

    /** The last word of each person about a source, by person. */
    Map<PersonId, Typed> typed(long draw, String sourceId) {
        var typed = new LinkedHashMap<PersonId, Typed>();
        database.sql(
                        "SELECT person_id, at, value FROM inspection_draw_typing"
                                + " WHERE draw_id = ? AND source_id = ? ORDER BY id")
                .params(draw, sourceId)
                .query(
                        (row, _) ->
                                new Typed(
                                        new PersonId(row.getLong(1)),
                                        row.getTimestamp(2).toInstant(),
                                        row.getString(3)))
                .list()
                .forEach(it -> typed.put(it.by(), it));
        return typed;
    }

    void add(long draw, String sourceId, Object value, Instant at) {
        database.sql(
                        "INSERT INTO inspection_draw_disclosure (draw_id, source_id, value, at)"
                                + " VALUES (?, ?, ?, ?)")
                .params(draw, sourceId, text(value), Timestamp.from(at))
                .update();
    }

    /** What was disclosed, by source, as it stands in the bundle. */
    public Map<String, Object> of(long draw) {
        var disclosed = new LinkedHashMap<String, Object>();
        database.sql(
                        "SELECT source_id, value FROM inspection_draw_disclosure"
                                + " WHERE draw_id = ? ORDER BY at, source_id")
                .param(draw)
                .query((row, _) -> Map.entry(row.getString(1), value(row.getString(2))))
                .list()
                .forEach(it -> disclosed.put(it.getKey(), it.getValue()));
        return disclosed;
    }

    Optional<Object> of(long draw, String sourceId) {
        return Optional.ofNullable(of(draw).get(sourceId));
    }

    static String text(Object value) {
        return new String(CanonicalJson.write(value), StandardCharsets.UTF_8);
    }

    static Object value(String text) {
        return CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
