package org.gongkai.opengov.disclosures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which normative documents are in force today (效力), by their own dates and by what other public
 * documents of the agency repeal.
 */
@Repository
@Transactional(readOnly = true)
public class Validities {
    /**
     * {@link Validity#on} asked of {@code public_document} on the day {@code :today}, so that lists
     * can be narrowed and counted by it; held to the same table of cases.
     */
    static final String SQL =
            "(CASE WHEN document_id IN (SELECT repealed FROM public_repealing WHERE since <="
                    + " CAST(:today AS date)) THEN 'REPEALED'"
                    + " WHEN expires_on < CAST(:today AS date) THEN 'EXPIRED'"
                    + " WHEN effective_on > CAST(:today AS date) THEN 'NOT_YET_IN_FORCE'"
                    + " WHEN expires_on <= CAST(:today AS date) + "
                    + Validity.EXPIRING_DAYS
                    + " THEN 'EXPIRING'"
                    + " ELSE 'IN_FORCE' END)";

    private final JdbcClient database;
    private final Clock clock;

    Validities(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The validity of each normative document among these; the others have none. */
    public Map<DocumentId, Validity> of(Collection<PublicListing> listings) {
        var normative =
                listings.stream()
                        .filter(it -> it.kind() == DocumentKind.NORMATIVE_DOCUMENT)
                        .toList();
        if (normative.isEmpty()) {
            return Map.of();
        }
        var repealedOn = repealedOn(normative);
        var today = LocalDate.now(clock);
        var validities = new HashMap<DocumentId, Validity>();
        for (var it : normative) {
            validities.put(
                    it.id(),
                    Validity.on(
                            today,
                            it.effectiveOn(),
                            it.expiresOn(),
                            repealedOn.get(it.id().value())));
        }
        return validities;
    }

    /** Which public documents this one repeals, from whatever day. */
    List<DocumentId> repealedBy(DocumentId repealing) {
        return database.sql(
                        """
                        SELECT DISTINCT named FROM public_relation
                        WHERE naming = :repealing AND field = 'repeals'
                        """)
                .param("repealing", repealing.value())
                .query((row, number) -> new DocumentId(row.getObject("named", UUID.class)))
                .list();
    }

    /** From which day another public document of the agency repeals one of these. */
    Map<UUID, LocalDate> repealedOn(List<PublicListing> listings) {
        if (listings.isEmpty()) {
            return Map.of();
        }
        var days = new HashMap<UUID, LocalDate>();
        RowCallbackHandler reading =
                row ->
                        days.put(
                                row.getObject("repealed", UUID.class),
                                row.getObject("since", LocalDate.class));
        database.sql("SELECT repealed, since FROM public_repealing WHERE repealed IN (:ids)")
                .param("ids", listings.stream().map(it -> it.id().value()).toList())
                .query(reading);
        return days;
    }
}
