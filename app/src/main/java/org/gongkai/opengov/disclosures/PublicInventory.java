package org.gongkai.opengov.disclosures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.PublicRegister.Place;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All that is public, gone through once (公开信息盘点), for whoever reads the whole site. Streams read on
 * in parts as they are asked: nothing of a large site is held together.
 */
@Repository
public class PublicInventory {
    private static final int PART = 1_000;

    private final JdbcClient database;
    private final PublicRegister register;

    PublicInventory(JdbcClient database, PublicRegister register) {
        this.database = database;
        this.register = register;
    }

    /** Everything that is public now, newest first, in parts. */
    public Stream<List<PublicListing>> documents() {
        return Stream.iterate(
                register.list(PublicFilter.all(), null, PART),
                it -> !it.isEmpty(),
                it -> register.list(PublicFilter.all(), placeOf(it.getLast()), PART));
    }

    /** The attachments of those of these that have any and are public now, in their order. */
    public Map<DocumentId, List<AttachedFile>> attachments(Collection<PublicListing> listings) {
        if (listings.isEmpty()) {
            return Map.of();
        }
        var having =
                database.sql(
                                """
                                SELECT DISTINCT document_id FROM public_file
                                WHERE role = 'attachment' AND document_id IN (:ids)
                                """)
                        .param("ids", listings.stream().map(it -> it.id().value()).toList())
                        .query((row, number) -> new DocumentId(row.getObject(1, UUID.class)))
                        .list();
        var attachments = new HashMap<DocumentId, List<AttachedFile>>();
        register.contents(having)
                .forEach((id, content) -> attachments.put(id, content.attachments()));
        return attachments;
    }

    /** Every file of a public document, once for each content, with all its names. */
    public Stream<PublicFile> files() {
        return Stream.iterate(files(""), it -> !it.isEmpty(), it -> files(it.getLast().sha256()))
                .flatMap(List::stream);
    }

    /** A content, and under which names documents show it. */
    public record PublicFile(String sha256, String mediaType, List<String> names) {}

    /** The numbers at which a document was public and is no longer, each with its last change. */
    public Map<IndexNumber, Instant> gone() {
        var gone = new LinkedHashMap<IndexNumber, Instant>();
        RowCallbackHandler reading =
                row ->
                        gone.put(
                                new IndexNumber(
                                        row.getString("prefix"),
                                        row.getInt("year"),
                                        row.getInt("sequence")),
                                row.getTimestamp("changed_at").toInstant());
        database.sql(
                        """
                        SELECT n.prefix, n.year, n.sequence, d.changed_at
                        FROM index_number n JOIN document d ON d.id = n.document_id
                        WHERE NOT EXISTS (SELECT 1 FROM public_document p WHERE p.document_id = d.id)
                        ORDER BY n.prefix, n.year, n.sequence
                        """)
                .query(reading);
        return gone;
    }

    private List<PublicFile> files(String after) {
        return database.sql(
                        """
                        SELECT sha256, min(media_type) AS media_type, array_agg(DISTINCT name ORDER BY name) AS names
                        FROM public_file WHERE sha256 > ? GROUP BY sha256 ORDER BY sha256 LIMIT ?
                        """)
                .params(after, PART)
                .query(PublicInventory::file)
                .list();
    }

    private static Place placeOf(PublicListing listing) {
        return new Place(listing.publishedAt(), listing.id());
    }

    private static PublicFile file(ResultSet row, int number) throws SQLException {
        return new PublicFile(
                row.getString("sha256"),
                row.getString("media_type"),
                List.of((String[]) row.getArray("names").getArray()));
    }
}
