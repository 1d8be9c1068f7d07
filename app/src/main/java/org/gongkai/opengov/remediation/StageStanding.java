package org.gongkai.opengov.remediation;

import java.time.LocalDate;
import java.util.Locale;
import org.gongkai.opengov.disclosures.ClockStanding;
import org.gongkai.opengov.disclosures.PublicListing;
import org.jspecify.annotations.Nullable;

/**
 * Whether a stage has given the public what it owes (环节公开情况).
 *
 * @param listing the document, where it is public now
 * @param lastDay the 20th working day after its paper was formed; null where the calendar does not
 *     reach
 * @param clock how the days stand, for what is missing
 */
public record StageStanding(
        Stage stage,
        Openness openness,
        @Nullable PublicListing listing,
        @Nullable LocalDate lastDay,
        @Nullable ClockStanding clock) {

    /** What is so of it. */
    public enum Openness {
        /** 已公开. */
        PUBLISHED,
        /** 无须单独公开: nothing is owed. */
        NOT_OWED,
        /** 依法不予公开: with a ground that a second person signed. */
        WITHHELD,
        /** 未公开: nothing has been published. */
        MISSING,
        /** 已撤回: what was published has been withdrawn. */
        WITHDRAWN,
        /** 不予公开待签发: a ground that nobody has signed yet. */
        UNSIGNED;

        /** Whether something is owed and not there. */
        public boolean gap() {
            return this == MISSING || this == WITHDRAWN || this == UNSIGNED;
        }

        /** The name in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether something is owed and not there. */
    public boolean gap() {
        return openness.gap();
    }

    /** Whether it is owed, not there, and past its last day. */
    public boolean late() {
        return gap() && clock == ClockStanding.LATE;
    }
}
