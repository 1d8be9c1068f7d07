package org.gongkai.platform.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.search.text.Thesaurus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The lines of words that mean the same (同义词登记): the office's own before the shipped ones. Read
 * again only when a line was added or switched, so that a change works with the next question.
 */
@Repository
class Synonyms {
    private final JdbcClient database;
    private volatile @Nullable Known known;

    private record Known(String version, List<Line> lines, Thesaurus thesaurus) {}

    Synonyms(JdbcClient database) {
        this.database = database;
    }

    /**
     * A line.
     *
     * @param addedBy empty for a shipped line
     */
    record Line(
            String text,
            boolean shipped,
            boolean active,
            String addedBy,
            @Nullable Instant addedAt) {}

    /** What questions are read by now. */
    Thesaurus thesaurus() {
        return read().thesaurus;
    }

    /** Every line, own ones first, the newest before. */
    List<Line> lines() {
        return read().lines;
    }

    /** Adds an own line that is not there yet. */
    void add(String line, String by, Instant at) {
        database.sql("INSERT INTO search_synonym (line, added_by, added_at) VALUES (?, ?, ?)")
                .params(line, by, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /** Switches a line. */
    void turn(String line, boolean active, String by, Instant at) {
        database.sql(
                        "INSERT INTO search_synonym_switch (line, active, made_by, made_at) VALUES"
                                + " (?, ?, ?, ?)")
                .params(line, active, by, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    private Known read() {
        String version = version();
        Known before = known;
        if (before != null && before.version.equals(version)) {
            return before;
        }
        List<Line> lines = all();
        List<String> inForce = lines.stream().filter(Line::active).map(Line::text).toList();
        var now = new Known(version, lines, Thesaurus.of(inForce));
        known = now;
        return now;
    }

    private String version() {
        return database.sql(
                        """
                        SELECT (SELECT count(*) || '-' || coalesce(max(id), 0) FROM search_synonym)
                            || '/' || (SELECT count(*) || '-' || coalesce(max(id), 0)
                                       FROM search_synonym_switch)
                        """)
                .query(String.class)
                .single();
    }

    private List<Line> all() {
        Map<String, Boolean> switched = new HashMap<>();
        database.sql("SELECT line, active FROM search_synonym_switch ORDER BY id")
                .query(
                        row -> {
                            switched.put(row.getString("line"), row.getBoolean("active"));
                        });
        List<Line> lines =
                new ArrayList<>(
                        database.sql("SELECT * FROM search_synonym ORDER BY id DESC")
                                .query(
                                        (row, number) ->
                                                new Line(
                                                        row.getString("line"),
                                                        false,
                                                        switched.getOrDefault(
                                                                row.getString("line"), true),
                                                        row.getString("added_by"),
                                                        row.getObject(
                                                                        "added_at",
                                                                        OffsetDateTime.class)
                                                                .toInstant()))
                                .list());
        for (String line : Thesaurus.shippedLines()) {
            lines.add(new Line(line, true, switched.getOrDefault(line, true), "", null));
        }
        return List.copyOf(lines);
    }
}
