package org.gongkai.opengov.inspections.registers;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is public of the registers, and since when it is not what they say (名录公开台账). Whether a
 * document is public is asked of the public register each time, so that a withdrawn one counts no
 * more.
 */
@Repository
class PublicationOfRegisters {
    private final JdbcClient database;
    private final PublicRegister register;
    private final Clock clock;

    PublicationOfRegisters(JdbcClient database, PublicRegister register, Clock clock) {
        this.database = database;
        this.register = register;
        this.clock = clock;
    }

    /**
     * How a register stands before the public.
     *
     * @param shown the newest document of it that is public; null for none
     * @param asOf the moment that document tells of; null for none
     * @param changedOn the first day whose changes no public document has; null where it is current
     * @param prepared documents made of it since then that are not public
     */
    record Standing(
            @Nullable PublicListing shown,
            @Nullable Instant asOf,
            @Nullable LocalDate changedOn,
            List<DocumentId> prepared) {

        /** The last day for publication (ADR 0232); empty where it is current. */
        Optional<LocalDate> due(WorkingCalendar calendar) {
            return Optional.ofNullable(changedOn)
                    .map(it -> new CurrencyPeriod(it).lastDay(calendar));
        }
    }

    private record Paper(DocumentId document, Instant preparedAt) {}

    /** What is published of a register has changed now. */
    void touched(AgencyId agency, Register of) {
        if (of.published().isEmpty()) {
            return;
        }
        database.sql(
                        """
                        INSERT INTO inspection_register_day AS d (agency_id, register, day, last_at)
                        VALUES (?, ?, ?, ?)
                        ON CONFLICT (agency_id, register, day) DO UPDATE
                            SET last_at = greatest(d.last_at, excluded.last_at)
                        """)
                .params(
                        agency.value(),
                        of.name(),
                        LocalDate.now(clock),
                        Timestamp.from(clock.instant()))
                .update();
    }

    void addPaper(AgencyId agency, Register of, DocumentId document, PersonId by) {
        database.sql(
                        """
                        INSERT INTO inspection_register_paper (document_id, agency_id, register, prepared_at,
                            person_id) VALUES (?, ?, ?, ?, ?)
                        """)
                .params(
                        document.value(),
                        agency.value(),
                        of.name(),
                        Timestamp.from(clock.instant()),
                        by.value())
                .update();
    }

    Standing standing(AgencyId agency, Register of) {
        var papers = papers(agency, of);
        Map<DocumentId, PublicListing> seen =
                register.findAll(papers.stream().map(Paper::document).toList());
        var shown = papers.stream().filter(it -> seen.containsKey(it.document())).findFirst();
        var asOf = shown.map(Paper::preparedAt).orElse(null);
        return new Standing(
                shown.map(it -> seen.get(it.document())).orElse(null),
                asOf,
                changedAfter(agency, of, asOf == null ? Instant.EPOCH : asOf),
                papers.stream()
                        .takeWhile(it -> shown.isEmpty() || it != shown.get())
                        .map(Paper::document)
                        .toList());
    }

    /** The newest first. */
    private List<Paper> papers(AgencyId agency, Register of) {
        return database.sql(
                        """
                        SELECT document_id, prepared_at FROM inspection_register_paper
                        WHERE agency_id = ? AND register = ? ORDER BY prepared_at DESC
                        """)
                .params(agency.value(), of.name())
                .query(
                        (row, _) ->
                                new Paper(
                                        new DocumentId(row.getObject(1, UUID.class)),
                                        row.getTimestamp(2).toInstant()))
                .list();
    }

    private @Nullable LocalDate changedAfter(AgencyId agency, Register of, Instant asOf) {
        return database.sql(
                        """
                        SELECT day FROM inspection_register_day
                        WHERE agency_id = ? AND register = ? AND last_at > ? ORDER BY day LIMIT 1
                        """)
                .params(agency.value(), of.name(), Timestamp.from(asOf))
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }
}
