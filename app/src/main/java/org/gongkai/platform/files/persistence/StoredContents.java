package org.gongkai.platform.files.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.gongkai.platform.files.MediaKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of stored content (文件登记): one row for each content, never deleted. */
@Repository
public class StoredContents {
    private final JdbcClient database;

    /** On this database. */
    public StoredContents(JdbcClient database) {
        this.database = database;
    }

    /** A row of the register. */
    public record Row(String sha256, long size, String mediaType) {}

    /** Enters content, or takes it back in after it was removed. */
    public void add(String sha256, long size, MediaKind kind, Instant at) {
        database.sql(
                        """
                        INSERT INTO stored_file (sha256, size_bytes, media_type, stored_at)
                        VALUES (:sha256, :size, :type, :at)
                        ON CONFLICT (sha256) DO UPDATE SET removed_at = NULL
                        """)
                .param("sha256", sha256)
                .param("size", size)
                .param("type", kind.mediaType())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /** The content, unless it was removed. */
    public Optional<Row> find(String sha256) {
        return database.sql(
                        """
                        SELECT sha256, size_bytes, media_type FROM stored_file
                        WHERE sha256 = :sha256 AND removed_at IS NULL
                        """)
                .param("sha256", sha256)
                .query((row, number) -> new Row(row.getString(1), row.getLong(2), row.getString(3)))
                .optional();
    }

    /** Notes that the bytes are gone; what was read from them goes too. */
    public void markRemoved(String sha256, Instant at) {
        database.sql("UPDATE stored_file SET removed_at = :at WHERE sha256 = :sha256")
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("sha256", sha256)
                .update();
        database.sql("DELETE FROM file_reading WHERE sha256 = :sha256")
                .param("sha256", sha256)
                .update();
    }
}
