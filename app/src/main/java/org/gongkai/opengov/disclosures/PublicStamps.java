package org.gongkai.opengov.disclosures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.platform.pages.Stamps;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Short texts that change when what is shown of public documents changes (公开内容戳): by a new edition,
 * by a related document that comes or goes, by a day on which a validity or the time for comments
 * ends. Whoever keeps copies of pages learns from them which to make again.
 */
@Repository
@Transactional(readOnly = true)
public class PublicStamps {
    private final JdbcClient database;
    private final Validities validities;
    private final Consultations consultations;
    private final Clock clock;

    PublicStamps(
            JdbcClient database, Validities validities, Consultations consultations, Clock clock) {
        this.database = database;
        this.validities = validities;
        this.consultations = consultations;
        this.clock = clock;
    }

    /** Of each document's page, with what is related to it. */
    public Map<DocumentId, String> of(Collection<PublicListing> listings) {
        var related = related(listings);
        var valid = validities.of(listings);
        var commented = consultations.among(listings);
        var stamps = new HashMap<DocumentId, String>();
        for (var it : listings) {
            // Where a plan stands follows from fields that are not in its listing.
            var day = it.kind() == DocumentKind.PLAN ? LocalDate.now(clock) : "";
            stamps.put(
                    it.id(),
                    Stamps.of(
                            it.editedAt(),
                            it.editionNumber(),
                            it.column(),
                            String.valueOf(valid.get(it.id())),
                            String.valueOf(commented.get(it.id())),
                            day,
                            String.valueOf(related.get(it.id()))));
        }
        return stamps;
    }

    /** Of each column's own documents as lists show them; see {@link #ofBranch}. */
    public Map<ColumnId, String> ofColumns() {
        var stamps = new HashMap<ColumnId, String>();
        RowCallbackHandler reading =
                row ->
                        stamps.put(
                                new ColumnId(row.getLong("column_id")),
                                Stamps.of(
                                        row.getLong("documents"),
                                        row.getString("content"),
                                        row.getBoolean("dated") ? LocalDate.now(clock) : ""));
        database.sql(
                        """
                        SELECT column_id, count(*) AS documents, bool_or(kind = 'NORMATIVE_DOCUMENT') AS dated,
                               sum(hashtextextended(document_id::text || edited_at || published_at, 0)) AS content
                        FROM public_document GROUP BY column_id
                        """)
                .query(reading);
        return stamps;
    }

    /** Of the lists of a branch, from the stamps of its columns. */
    public static String ofBranch(Set<ColumnId> branch, Map<ColumnId, String> ofColumns) {
        var parts = new TreeMap<Long, String>();
        branch.forEach(it -> parts.put(it.value(), ofColumns.getOrDefault(it, "")));
        return Stamps.of(parts);
    }

    /** What stands beside each document that is related to any, as one number. */
    private Map<DocumentId, String> related(Collection<PublicListing> listings) {
        if (listings.isEmpty()) {
            return Map.of();
        }
        var related = new HashMap<DocumentId, String>();
        RowCallbackHandler reading =
                row ->
                        related.put(
                                new DocumentId(row.getObject("id", UUID.class)),
                                row.getString("content"));
        database.sql(
                        """
                        SELECT r.id, sum(hashtextextended(
                            r.field || r.names || p.document_id || p.title || p.edited_at, 0)) AS content
                        FROM (
                            SELECT naming AS id, true AS names, field, named AS other
                            FROM public_relation WHERE naming IN (:ids)
                            UNION ALL
                            SELECT named, false, field, naming FROM public_relation WHERE named IN (:ids)
                        ) r JOIN public_document p ON p.document_id = r.other GROUP BY r.id
                        """)
                .param("ids", listings.stream().map(it -> it.id().value()).toList())
                .query(reading);
        return related;
    }
}
