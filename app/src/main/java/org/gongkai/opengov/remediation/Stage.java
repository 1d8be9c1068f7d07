package org.gongkai.opengov.remediation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stage that was reached (整治环节), with the paper that came of it.
 *
 * @param number within the project, from 1; never used again
 * @param kind key in the agency's list of stages
 * @param words what distinguishes it, e.g. 2021年二季度; may be empty
 * @param formedOn when its paper was formed; from here the 20 working days run (条例 art. 26)
 * @param document the published document that it owes; null while there is none
 * @param withheld why it is not published; null where it is to be
 */
public record Stage(
        int number,
        String kind,
        String words,
        LocalDate formedOn,
        @Nullable DocumentLink document,
        @Nullable Withheld withheld) {

    /** A published document, by its index number. */
    public record DocumentLink(UUID id, String indexNumber) {}

    /** Why a paper is lawfully not published (不予公开): the ground, and what it is in this case. */
    public record Withheld(Ground ground, String reason) {}

    /** The grounds of the Regulation, and there are no others. */
    public enum Ground {
        /** Art. 14: state secrets, what law or regulation forbids, safety and stability. */
        ART_14,
        /**
         * Art. 15: business secrets and privacy of others, unless the public interest outweighs.
         */
        ART_15,
        /** Art. 16: internal affairs, and papers of a process. */
        ART_16;

        /** The name in forms and in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** By its name in forms. */
        public static Optional<Ground> named(String slug) {
            return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
        }
    }
}
