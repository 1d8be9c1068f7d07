package org.gongkai.opengov.disclosures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.platform.roles.AgencyId;
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
        var repeals = repealsOf(normative);
        var today = LocalDate.now(clock);
        var validities = new HashMap<DocumentId, Validity>();
        for (var it : normative) {
            var repealedOn =
                    names(it)
                            .map(name -> repeals.get(new Named(it.agency(), name)))
                            .filter(Objects::nonNull)
                            .min(Comparator.naturalOrder())
                            .orElse(null);
            validities.put(
                    it.id(), Validity.on(today, it.effectiveOn(), it.expiresOn(), repealedOn));
        }
        return validities;
    }

    /** A document of an agency under a name that others may use for it. */
    private record Named(AgencyId agency, String name) {}

    /** From which day another public document repeals one of these, by the name it uses. */
    private Map<Named, LocalDate> repealsOf(List<PublicListing> listings) {
        var agencies = listings.stream().map(it -> it.agency().value()).distinct().toList();
        var names = listings.stream().flatMap(Validities::names).distinct().toList();
        var repeals = new HashMap<Named, LocalDate>();
        RowCallbackHandler reading =
                row ->
                        repeals.put(
                                new Named(
                                        new AgencyId(row.getLong("agency_id")),
                                        row.getString("repeals")),
                                row.getObject("since", LocalDate.class));
        database.sql(
                        """
                        SELECT agency_id, repeals, min(since) AS since FROM public_repeal
                        WHERE agency_id IN (:agencies) AND repeals IN (:names)
                        GROUP BY agency_id, repeals
                        """)
                .param("agencies", agencies)
                .param("names", names)
                .query(reading);
        return repeals;
    }

    /** Its document number, its index number, its title. */
    private static Stream<String> names(PublicListing listing) {
        return Stream.of(
                        listing.documentNumber(), listing.indexNumber().toString(), listing.title())
                .filter(Objects::nonNull);
    }
}
