package org.gongkai.opengov.disclosures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The public register of what was withdrawn, restored or corrected after publication (撤回与更正登记).
 *
 * <p>《政府信息公开条例》 arts. 6 and 26; publishing facts 3.12: open to everybody, except what was purged.
 * Of what is not public now it gives number, dates, reason and ground, never the title.
 */
@Repository
@Transactional(readOnly = true)
public class PublicChanges {
    private static final String ALL =
            """
            SELECT %s FROM (
                SELECT 'WITHDRAWN' AS what, document_id, withdrawn_at AS at, reason, legal_basis,
                       NULL::integer AS edition, NULL::bigint AS revision_id
                FROM withdrawal
                UNION ALL
                SELECT 'RESTORED', document_id, restored_at, reason, NULL, NULL, NULL FROM restoration
                UNION ALL
                SELECT 'CORRECTED', document_id, published_at, NULL, NULL, number, revision_id
                FROM edition WHERE number > 1 AND document_id IN
                    (SELECT document_id FROM public_document)
            ) c JOIN document d ON d.id = c.document_id AND d.state <> 'PURGED'
            JOIN index_number n ON n.document_id = c.document_id
            """;

    /** Texts are only read for the lines of the page. */
    private static final String PAGE =
            """
            SELECT l.what, l.at, l.legal_basis, l.edition, l.prefix, l.year, l.sequence, p.title,
                   coalesce(l.reason, r.content::jsonb ->> 'correctionNote', '') AS reason
            FROM (%s ORDER BY c.at DESC, n.prefix, n.year, n.sequence OFFSET :skip LIMIT :limit) l
            LEFT JOIN public_document p ON p.document_id = l.document_id
            LEFT JOIN revision r ON r.id = l.revision_id
            ORDER BY l.at DESC, l.prefix, l.year, l.sequence
            """
                    .formatted(ALL.formatted("c.*, n.prefix, n.year, n.sequence"));

    private final JdbcClient database;

    PublicChanges(JdbcClient database) {
        this.database = database;
    }

    /** What was done. */
    public enum What {
        /** 撤回. */
        WITHDRAWN,
        /** 恢复公开. */
        RESTORED,
        /** 更正. */
        CORRECTED
    }

    /**
     * A line of the register.
     *
     * @param title only while the document is public
     * @param reason why it was withdrawn or restored; of a correction, its note
     * @param edition number of the corrected edition
     */
    public record Change(
            What what,
            IndexNumber indexNumber,
            Instant at,
            @Nullable String title,
            String reason,
            @Nullable String legalBasis,
            @Nullable Integer edition) {}

    /** How many lines there are. */
    public long count() {
        PublicPages.noteChanges();
        return database.sql(ALL.formatted("count(*)")).query(Long.class).single();
    }

    /** A part of the register, newest first. */
    public List<Change> newest(int skip, int limit) {
        PublicPages.noteChanges();
        return database.sql(PAGE)
                .param("skip", skip)
                .param("limit", limit)
                .query(PublicChanges::read)
                .list();
    }

    private static Change read(ResultSet row, int number) throws SQLException {
        return new Change(
                What.valueOf(row.getString("what")),
                new IndexNumber(
                        row.getString("prefix"), row.getInt("year"), row.getInt("sequence")),
                row.getTimestamp("at").toInstant(),
                row.getString("title"),
                row.getString("reason"),
                row.getString("legal_basis"),
                (Integer) row.getObject("edition"));
    }
}
