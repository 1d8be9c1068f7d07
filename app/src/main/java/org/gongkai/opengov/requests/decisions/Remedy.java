package org.gongkai.opengov.requests.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which remedies the law gives against acts of these kinds made on these days (救济途径): one row of
 * the table.
 *
 * @param from the first day on which it applies, null: from the beginning
 * @param until the last such day, null: until further notice
 * @param bodies who decides on review
 * @param sources law and article of each part
 * @param reading whether it rests on our reading of a disputed text (ADR 0177)
 */
public record Remedy(
        Set<RemedyKind> kinds,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Course course,
        Bodies bodies,
        List<String> sources,
        boolean reading) {

    public Remedy {
        kinds = Set.copyOf(kinds);
        sources = List.copyOf(sources);
    }

    /** In which order review and suit stand to each other. */
    public enum Course {
        /** Review or suit, as the person likes: 60 days, or 6 months. */
        EITHER,
        /** Review must come first: 60 days; suit 15 days after its decision. */
        REVIEW_FIRST,
        /** Neither by itself; a complaint, and the remedies against what follows. */
        NONE
    }

    /** Who decides on review of an act of a department of a city. */
    public enum Bodies {
        /** The upper department or the government of the same level. */
        DEPARTMENT_OR_GOVERNMENT,
        /** The government of the same level alone; for an outpost, also that of its district. */
        GOVERNMENT,
        /** There is none. */
        NOBODY
    }

    /** Whether an act of this kind made on this day falls under it. */
    boolean covers(RemedyKind kind, LocalDate day) {
        return kinds.contains(kind)
                && (from == null || !day.isBefore(from))
                && (until == null || !day.isAfter(until));
    }
}
