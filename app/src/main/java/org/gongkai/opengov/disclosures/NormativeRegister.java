package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.persistence.Rows.day;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The public register of normative documents with their validity (规范性文件目录).
 *
 * <p>《政府信息公开条例》 art. 20 (1); 国办发〔2018〕37号: an agency keeps one list of what is in force. Validity
 * is worked out on each day anew ({@link Validity}) and never stored.
 */
@Repository
@Transactional(readOnly = true)
public class NormativeRegister {
    private final JdbcClient database;
    private final Clock clock;

    NormativeRegister(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A normative document in the register.
     *
     * @param topic 主题分类
     * @param repealedOn the day from which a later document repeals it
     * @param repealedBy that document
     */
    public record Entry(
            PublicListing listing,
            @Nullable String topic,
            Validity validity,
            @Nullable LocalDate repealedOn,
            @Nullable Repealing repealedBy) {}

    /** The document that repeals another. */
    public record Repealing(IndexNumber indexNumber, String title) {}

    /** The whole register, newest formed first. */
    public List<Entry> all() {
        PublicPages.noteKind(DocumentKind.NORMATIVE_DOCUMENT);
        var today = LocalDate.now(clock);
        return database.sql(
                        """
                        SELECT p.*, f.value AS topic, r.since, b.prefix AS by_prefix, b.year AS by_year,
                               b.sequence AS by_sequence, b.title AS by_title
                        FROM public_document p
                        LEFT JOIN public_field f ON f.document_id = p.document_id AND f.key = 'topic'
                        LEFT JOIN public_repealing r ON r.repealed = p.document_id
                        LEFT JOIN public_document b ON b.document_id = r.repealed_by
                        WHERE p.kind = 'NORMATIVE_DOCUMENT'
                        ORDER BY p.formed_on DESC NULLS LAST, p.published_at DESC, p.document_id
                        """)
                .query((row, number) -> entry(row, today))
                .list();
    }

    private static Entry entry(ResultSet row, LocalDate today) throws SQLException {
        var listing = PublicRegister.read(row, 0);
        var repealedOn = day(row, "since");
        return new Entry(
                listing,
                row.getString("topic"),
                Validity.on(today, listing.effectiveOn(), listing.expiresOn(), repealedOn),
                repealedOn,
                repealing(row));
    }

    private static @Nullable Repealing repealing(ResultSet row) throws SQLException {
        var title = row.getString("by_title");
        return title == null
                ? null
                : new Repealing(
                        new IndexNumber(
                                row.getString("by_prefix"),
                                row.getInt("by_year"),
                                row.getInt("by_sequence")),
                        title);
    }
}
