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
    /** The order is that of the index; texts are only read for the lines of the page. */
    private static final String PAGE =
            """
            SELECT l.what, l.at, l.prefix, l.year, l.sequence, p.title, w.legal_basis, e.number AS edition,
                   coalesce(w.reason, s.reason, r.content::jsonb ->> 'correctionNote', '') AS reason
            FROM (SELECT * FROM register_line ORDER BY at DESC, prefix, year, sequence, what, record_id
                OFFSET :skip LIMIT :limit) l
            LEFT JOIN withdrawal w ON l.what = 'WITHDRAWN' AND w.id = l.record_id
            LEFT JOIN restoration s ON l.what = 'RESTORED' AND s.id = l.record_id
            LEFT JOIN edition e ON l.what = 'CORRECTED' AND e.id = l.record_id
            LEFT JOIN revision r ON r.id = e.revision_id
            LEFT JOIN public_document p ON p.document_id = l.document_id
            ORDER BY l.at DESC, l.prefix, l.year, l.sequence, l.what, l.record_id
            """;

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
        return database.sql("SELECT count(*) FROM register_line").query(Long.class).single();
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
