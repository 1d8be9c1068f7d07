package org.gongkai.opengov.inspections.results;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision that came of an inspection (行政决定), which a document of its own publishes.
 *
 * @param number 文号
 * @param document that publishes it; null before it is named
 * @param publishedOn when that first became public
 */
public record Decision(
        long id,
        long task,
        String taskNumber,
        Kind kind,
        String number,
        LocalDate decidedOn,
        @Nullable UUID document,
        @Nullable LocalDate publishedOn) {

    /** What was decided, with its term. */
    public enum Kind {
        /** 行政处罚决定: 7 working days. */
        PENALTY(PublicationTerm.PENALTY_DECISION),
        /** 行政许可决定: 7 working days. */
        LICENCE(PublicationTerm.LICENCE_DECISION),
        /** 其他行政执法决定: 20 working days. */
        OTHER(PublicationTerm.OTHER_DECISION);

        private final PublicationTerm term;

        Kind(PublicationTerm term) {
            this.term = term;
        }

        /** By when it is to be public. */
        public PublicationTerm term() {
            return term;
        }

        /** As in addresses and the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** By slug. */
        public static Optional<Kind> named(String slug) {
            return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
        }
    }
}
