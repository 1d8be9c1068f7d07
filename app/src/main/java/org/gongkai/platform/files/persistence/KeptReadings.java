package org.gongkai.platform.files.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.files.FileReading;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.ReadingContents;
import org.gongkai.platform.files.ReadingPicture;
import org.gongkai.platform.files.ReadingSection;
import org.gongkai.platform.files.reading.PageReading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was read from files (网页阅读存档): may be thrown away and made again at any time. */
@Repository
public class KeptReadings {
    private final JdbcClient database;

    /** On this database. */
    public KeptReadings(JdbcClient database) {
        this.database = database;
    }

    /** What this maker read from the content. */
    public Optional<FileReading> find(String sha256, int maker) {
        return database.sql(
                        "SELECT outcome, parts FROM file_reading WHERE sha256 = ? AND maker = ?")
                .params(sha256, maker)
                .query(
                        (row, number) ->
                                new FileReading(
                                        FileReading.Outcome.valueOf(row.getString("outcome")),
                                        row.getInt("parts")))
                .optional();
    }

    /** The sections of one page, in order. */
    public List<ReadingSection> part(String sha256, int part) {
        return database.sql(
                        """
                        SELECT part, name, first_at, last_at, of_all, html FROM file_reading_section
                        WHERE sha256 = ? AND part = ? ORDER BY place
                        """)
                .params(sha256, part)
                .query(
                        (row, number) ->
                                new ReadingSection(
                                        row.getInt("part"),
                                        row.getString("name"),
                                        row.getLong("first_at"),
                                        row.getLong("last_at"),
                                        row.getLong("of_all"),
                                        row.getString("html")))
                .list();
    }

    /** Where each worksheet begins, in order. */
    public List<ReadingContents> contents(String sha256) {
        return database
                .sql(
                        """
                        SELECT DISTINCT ON (name) name, part, place - min(place) OVER (PARTITION BY part) + 1 AS place
                        FROM file_reading_section WHERE sha256 = ? AND name <> '' ORDER BY name, place
                        """)
                .param(sha256)
                .query(
                        (row, number) ->
                                new ReadingContents(
                                        row.getString("name"),
                                        row.getInt("part"),
                                        row.getInt("place")))
                .list()
                .stream()
                .sorted(
                        Comparator.comparingInt(ReadingContents::part)
                                .thenComparingInt(ReadingContents::place))
                .toList();
    }

    /** One picture. */
    public Optional<ReadingPicture> picture(String sha256, int number) {
        return database.sql(
                        """
                        SELECT number, media_type, content FROM file_reading_picture
                        WHERE sha256 = ? AND number = ?
                        """)
                .params(sha256, number)
                .query(
                        (row, index) ->
                                new ReadingPicture(
                                        row.getInt("number"),
                                        MediaKind.byMediaType(row.getString("media_type"))
                                                .orElseThrow(),
                                        row.getBytes("content")))
                .optional();
    }

    /** The names of all pictures. */
    public List<String> pictures(String sha256) {
        return database.sql(
                        "SELECT number, media_type FROM file_reading_picture WHERE sha256 = ? ORDER BY number")
                .param(sha256)
                .query(
                        (row, index) ->
                                new ReadingPicture(
                                                row.getInt("number"),
                                                MediaKind.byMediaType(row.getString("media_type"))
                                                        .orElseThrow(),
                                                new byte[0])
                                        .name())
                .list();
    }

    /**
     * Keeps it in place of what there was, in a transaction of its own, for who asks may only be
     * reading. Content that is being removed keeps nothing: the row of the content is held until
     * this is written, so that its removal finds it.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keep(
            String sha256, int maker, FileReading reading, PageReading.Made made, Instant at) {
        // An export reads only, by its connections; this is the one thing that it adds.
        database.sql("SET TRANSACTION READ WRITE").update();
        var there =
                database.sql(
                                "SELECT 1 FROM stored_file WHERE sha256 = ? AND removed_at IS NULL FOR UPDATE")
                        .param(sha256)
                        .query(Integer.class)
                        .optional();
        if (there.isEmpty()) {
            return;
        }
        database.sql("DELETE FROM file_reading WHERE sha256 = ?").param(sha256).update();
        database.sql(
                        """
                        INSERT INTO file_reading (sha256, maker, outcome, parts, made_at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(
                        sha256,
                        maker,
                        reading.outcome().name(),
                        reading.parts(),
                        OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        for (var place = 0; place < made.sections().size(); place++) {
            add(sha256, place, made.sections().get(place));
        }
        made.pictures().forEach(it -> add(sha256, it));
    }

    private void add(String sha256, ReadingPicture picture) {
        database.sql(
                        """
                        INSERT INTO file_reading_picture (sha256, number, media_type, content)
                        VALUES (?, ?, ?, ?)
                        """)
                .params(sha256, picture.number(), picture.kind().mediaType(), picture.bytes())
                .update();
    }

    private void add(String sha256, int place, ReadingSection section) {
        database.sql(
                        """
                        INSERT INTO file_reading_section
                            (sha256, place, part, name, first_at, last_at, of_all, html)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        sha256,
                        place,
                        section.part(),
                        section.name(),
                        section.first(),
                        section.last(),
                        section.all(),
                        section.html())
                .update();
    }
}
