package org.gongkai.opengov.inspections.results;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection may find (检查结果), one value of a dated list.
 *
 * <p>The pattern of the market regulators is known from practice, not from a text at hand; an
 * agency may end a value and add others, each with its source (ADR 0245).
 *
 * @param code stable, in addresses and files
 * @param term the words that are published
 * @param effect what the value asks for
 * @param until the last day on which it may be chosen; null without end
 * @param source where the value comes from
 */
public record ResultValue(
        String code,
        String term,
        Effect effect,
        LocalDate from,
        @Nullable LocalDate until,
        String source) {

    /** What follows from a value. */
    public enum Effect {
        /** Nothing found: no measure may stand beside it. */
        CLEAN,
        /** A problem, already ordered to be put right: the order with its date is needed. */
        ORDERED,
        /** A problem still to be dealt with: the measure is named: a case opened, a transfer. */
        PENDING,
        /** Something the firm did or kept silent about; measures as the case asks. */
        FAULT,
        /** The check could not be made as meant, though the officers were there. */
        UNREACHED;

        /** As in addresses and the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** By slug. */
        public static Optional<Effect> named(String slug) {
            return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
        }
    }

    /** The same, ended on this day. */
    ResultValue ended(LocalDate on) {
        return new ResultValue(code, term, effect, from, on, source);
    }

    /** Whether it may be chosen for an inspection that ended on this day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
