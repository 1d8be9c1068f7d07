package org.gongkai.opengov.disclosures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Every file of a public document, under each of its names. */
    public Stream<AttachedFile> files() {
        return Stream.iterate(
                        files("", ""),
                        it -> !it.isEmpty(),
                        it -> files(it.getLast().sha256(), it.getLast().name()))
                .flatMap(List::stream);
    }

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

    private List<AttachedFile> files(String after, String name) {
        return database.sql(
                        """
                        SELECT DISTINCT sha256, name, media_type FROM public_file
                        WHERE (sha256, name) > (?, ?) ORDER BY sha256, name LIMIT ?
                        """)
                .params(after, name, PART)
                .query(PublicInventory::file)
                .list();
    }

    private static Place placeOf(PublicListing listing) {
        return new Place(listing.publishedAt(), listing.id());
    }

    private static AttachedFile file(ResultSet row, int number) throws SQLException {
        return new AttachedFile(
                row.getString("sha256"),
                row.getString("name"),
                row.getString("media_type"),
                0,
                null);
    }
}
