package org.gongkai.opengov.inspections.plans;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.inspections.results.PublicationTerm;
import org.gongkai.opengov.inspections.results.Timeliness;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * By when an approved version is to be public, and since when it is (计划公开期限): 国办发〔2018〕118号, 20
 * working days from its approval.
 *
 * @param publicOn null while it is not public
 */
public record PlanPublication(LocalDate due, @Nullable LocalDate publicOn, Timeliness timeliness) {

    /**
     * How it stands today.
     *
     * @param listing the document in which it is public; null for none
     * @return empty before it is approved
     */
    static Optional<PlanPublication> of(
            PlanVersion version,
            @Nullable PublicListing listing,
            WorkingCalendar calendar,
            LocalDate today,
            ZoneId zone) {
        var approved = version.approvedAt();
        if (approved == null) {
            return Optional.empty();
        }
        var due = PublicationTerm.BEFOREHAND.lastDay(LocalDate.ofInstant(approved, zone), calendar);
        var publicOn = listing == null ? null : LocalDate.ofInstant(listing.publishedAt(), zone);
        return Optional.of(new PlanPublication(due, publicOn, Timeliness.of(due, publicOn, today)));
    }
}
