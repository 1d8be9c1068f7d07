package org.gongkai.platform.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something holds (有效期间), first and last day included.
 *
 * @param to the last day, null while no end is set
 */
public record Validity(LocalDate from, @Nullable LocalDate to) {
    public Validity {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("Ends on " + to + " before it begins on " + from);
        }
    }

    /** From this day with no end set. */
    public static Validity since(LocalDate from) {
        return new Validity(from, null);
    }

    /** Whether it holds on this day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether the two share a day. */
    public boolean overlaps(Validity other) {
        return (other.to == null || !from.isAfter(other.to))
                && (to == null || !other.from.isAfter(to));
    }

    /** Whether it is over before this day. */
    public boolean endedBefore(LocalDate day) {
        return to != null && to.isBefore(day);
    }
}
