package org.gongkai.opengov.inspections.registers;

import java.time.LocalDate;
import org.gongkai.opengov.inspections.RecusalReason;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * An officer does not inspect a unit (回避).
 *
 * <p>《行政处罚法》 (2021) art. 43. The reason is an officer's private affair and never published; what
 * was written about it lies apart, sealed.
 *
 * @param until the last day; null while it holds
 */
public record Recusal(
        long id,
        AgencyId agency,
        long unit,
        long officer,
        RecusalReason reason,
        LocalDate since,
        @Nullable LocalDate until,
        long version) {

    /** Whether it holds on this day. */
    public boolean holdsOn(LocalDate day) {
        return !since.isAfter(day) && (until == null || !until.isBefore(day));
    }
}
