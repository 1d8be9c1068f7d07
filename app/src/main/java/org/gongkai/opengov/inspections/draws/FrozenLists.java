package org.gongkai.opengov.inspections.draws;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.draw.Directories;
import org.gongkai.platform.draw.DrawManifest;
import org.gongkai.platform.draw.Entity;
import org.gongkai.platform.draw.Officer;
import org.gongkai.platform.draw.Recusal;
import org.gongkai.platform.settings.SecretBox;
import org.gongkai.platform.settings.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was frozen for a draw (冻结名录): lists, manifest, whom pseudonyms mean, and the secrets. */
@Repository
public class FrozenLists {
    private static final int FETCH = 5_000;
    private static final int SAID_EVERY = 20_000;

    private final JdbcClient database;
    private final JdbcTemplate streaming;
    private final DataSource source;
    private final SecretBox box;

    FrozenLists(JdbcClient database, DataSource source, Secrets secrets) {
        this.database = database;
        this.source = source;
        streaming = new JdbcTemplate(source);
        streaming.setFetchSize(FETCH);
        box = new SecretBox(secrets, "inspection-draw");
    }

    /** Somebody who takes part, and under which name. */
    public record Subject(
            String id, Pseudonyms.Kind kind, long subjectId, String subject, String name) {}

    /** Who was left out, and why. */
    public record Exclusion(
            Pseudonyms.Kind kind, long subjectId, String stratum, ExclusionReason reason) {}

    /** How many were left out of a stratum for a reason; officers have no stratum. */
    public record ExclusionCount(
            Pseudonyms.Kind kind, String stratum, ExclusionReason reason, long count) {}

    /** What was frozen. */
    public record Frozen(DrawManifest manifest, String hash, Instant at) {}

    void write(
            long draw,
            Directories directories,
            List<Subject> subjects,
            List<Exclusion> exclusions) {
        CopyRows.into(
                source,
                "inspection_draw_entity (draw_id, place, id, stratum, w, need)",
                to -> {
                    var place = 0;
                    for (var it : directories.entities()) {
                        to.row(draw, place++, it.id(), it.stratum(), it.w(), it.need());
                    }
                });
        CopyRows.into(
                source,
                "inspection_draw_officer (draw_id, place, id, tags, cap, load0)",
                to -> {
                    var place = 0;
                    for (var it : directories.officers()) {
                        var tags = it.tags() == null ? List.<String>of() : it.tags();
                        to.row(draw, place++, it.id(), CopyRows.array(tags), it.cap(), it.load0());
                    }
                });
        CopyRows.into(
                source,
                "inspection_draw_recusal (draw_id, place, e, o)",
                to -> {
                    var place = 0;
                    for (var it : directories.recusals()) {
                        to.row(draw, place++, it.e(), it.o());
                    }
                });
        CopyRows.into(
                source,
                "inspection_draw_subject (draw_id, id, kind, subject_id, subject, name)",
                to ->
                        subjects.forEach(
                                it ->
                                        to.row(
                                                draw,
                                                it.id(),
                                                it.kind(),
                                                it.subjectId(),
                                                it.subject(),
                                                it.name())));
        CopyRows.into(
                source,
                "inspection_draw_exclusion (draw_id, kind, subject_id, stratum, reason)",
                to ->
                        exclusions.forEach(
                                it ->
                                        to.row(
                                                draw,
                                                it.kind(),
                                                it.subjectId(),
                                                it.stratum(),
                                                it.reason())));
    }

    /** Closes the lists: after this nothing can be added. */
    void seal(long draw, DrawManifest manifest, Instant at) {
        database.sql(
                        "INSERT INTO inspection_draw_manifest (draw_id, manifest, hash, frozen_at)"
                                + " VALUES (?, ?, ?, ?)")
                .params(
                        draw,
                        new String(CanonicalJson.write(manifest.toJson()), StandardCharsets.UTF_8),
                        HexFormat.of().formatHex(manifest.hash()),
                        Timestamp.from(at))
                .update();
    }

    void keepSecrets(long draw, byte[] aliasKey, byte @Nullable [] secret) {
        database.sql(
                        "INSERT INTO inspection_draw_secret (draw_id, alias_key, secret)"
                                + " VALUES (:draw, :key, :secret)")
                .param("draw", draw)
                .param("key", box.close(aliasKey, "alias:" + draw))
                .param("secret", secret == null ? null : box.close(secret, "secret:" + draw))
                .update();
    }

    byte[] aliasKey(long draw) {
        return box.open(
                database.sql("SELECT alias_key FROM inspection_draw_secret WHERE draw_id = ?")
                        .param(draw)
                        .query(byte[].class)
                        .single(),
                "alias:" + draw);
    }

    /** The secret of a sealed draw, hexadecimal; empty in an open one. */
    Optional<String> secret(long draw) {
        return database.sql("SELECT secret FROM inspection_draw_secret WHERE draw_id = ?")
                .param(draw)
                .query((row, _) -> Optional.ofNullable(row.getBytes(1)))
                .single()
                .map(it -> HexFormat.of().formatHex(box.open(it, "secret:" + draw)));
    }

    /** The manifest as it was frozen; empty before. */
    public Optional<Frozen> manifest(long draw) {
        return database.sql("SELECT * FROM inspection_draw_manifest WHERE draw_id = ?")
                .param(draw)
                .query(
                        (row, _) ->
                                new Frozen(
                                        DrawManifest.read(
                                                row.getString("manifest")
                                                        .getBytes(StandardCharsets.UTF_8)),
                                        row.getString("hash"),
                                        row.getTimestamp("frozen_at").toInstant()))
                .optional();
    }

    /** The lists as they were frozen; whether they still fit their roots is for the draw to say. */
    Directories directories(long draw, IntConsumer progress) {
        return new Directories(
                rows("entity", draw, progress, FrozenLists::entity),
                rows("officer", draw, _ -> {}, FrozenLists::officer),
                rows("recusal", draw, _ -> {}, FrozenLists::recusal));
    }

    int entities(long draw) {
        return database.sql("SELECT count(*) FROM inspection_draw_entity WHERE draw_id = ?")
                .param(draw)
                .query(Integer.class)
                .single();
    }

    /** Whom these names mean, by name. */
    Map<String, Subject> subjects(long draw, List<String> ids) {
        var found = new LinkedHashMap<String, Subject>();
        if (!ids.isEmpty()) {
            database.sql(
                            "SELECT * FROM inspection_draw_subject WHERE draw_id = :draw"
                                    + " AND id = ANY(string_to_array(:ids, ','))")
                    .param("draw", draw)
                    .param("ids", String.join(",", ids))
                    .query(FrozenLists::subject)
                    .list()
                    .forEach(it -> found.put(it.id(), it));
        }
        return found;
    }

    /** All who take part, in the order of their names. */
    List<Subject> subjects(long draw) {
        return database.sql(
                        "SELECT * FROM inspection_draw_subject WHERE draw_id = ?"
                                + " ORDER BY id COLLATE \"C\"")
                .param(draw)
                .query(FrozenLists::subject)
                .list();
    }

    /** The officers of a draw, by name. */
    List<Subject> officers(long draw) {
        return database.sql(
                        "SELECT * FROM inspection_draw_subject WHERE draw_id = ?"
                                + " AND kind = 'OFFICER' ORDER BY name, subject")
                .param(draw)
                .query(FrozenLists::subject)
                .list();
    }

    /** The officer of this draw who is this entry of the directory; empty if not in it. */
    Optional<Subject> officer(long draw, long officer) {
        return database.sql(
                        "SELECT * FROM inspection_draw_subject WHERE draw_id = ?"
                                + " AND kind = 'OFFICER' AND subject_id = ?")
                .params(draw, officer)
                .query(FrozenLists::subject)
                .optional();
    }

    /** How many were left out, and why. */
    public List<ExclusionCount> exclusions(long draw) {
        return database.sql(
                        """
                        SELECT kind, stratum, reason, count(*) FROM inspection_draw_exclusion
                        WHERE draw_id = ? GROUP BY kind, stratum, reason ORDER BY kind, stratum, reason
                        """)
                .param(draw)
                .query(
                        (row, _) ->
                                new ExclusionCount(
                                        Pseudonyms.Kind.valueOf(row.getString(1)),
                                        row.getString(2),
                                        ExclusionReason.valueOf(row.getString(3)),
                                        row.getLong(4)))
                .list();
    }

    private <T> List<T> rows(String list, long draw, IntConsumer progress, RowMapper<T> reading) {
        var rows = new ArrayList<T>();
        streaming.query(
                "SELECT * FROM inspection_draw_" + list + " WHERE draw_id = ? ORDER BY place",
                row -> {
                    rows.add(reading.mapRow(row, rows.size()));
                    if (rows.size() % SAID_EVERY == 0) {
                        progress.accept(rows.size());
                    }
                },
                draw);
        return rows;
    }

    private static Entity entity(ResultSet row, int number) throws SQLException {
        return new Entity(
                row.getString("id"),
                row.getString("stratum"),
                (Integer) row.getObject("w"),
                row.getString("need"));
    }

    private static Officer officer(ResultSet row, int number) throws SQLException {
        var tags = strings(row.getArray("tags"));
        return new Officer(
                row.getString("id"),
                tags.isEmpty() ? null : tags,
                (Integer) row.getObject("cap"),
                (Integer) row.getObject("load0"));
    }

    private static Recusal recusal(ResultSet row, int number) throws SQLException {
        return new Recusal(row.getString("e"), row.getString("o"));
    }

    private static Subject subject(ResultSet row, int number) throws SQLException {
        return new Subject(
                row.getString("id"),
                Pseudonyms.Kind.valueOf(row.getString("kind")),
                row.getLong("subject_id"),
                row.getString("subject"),
                row.getString("name"));
    }

    static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
