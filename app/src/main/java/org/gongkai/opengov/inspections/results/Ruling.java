package org.gongkai.opengov.inspections.results;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ruling after which a published result has to come down (撤下依据).
 *
 * <p>《行政处罚法》 art. 48: what was changed, revoked, held unlawful or void is taken down within three
 * days, with the reasons made public.
 *
 * @param document that publishes the result
 * @param downOn when the document was withdrawn or corrected after the ruling; null while it stands
 */
public record Ruling(
        long id,
        long task,
        String number,
        UUID document,
        Kind kind,
        LocalDate ruledOn,
        String reasons,
        @Nullable LocalDate downOn) {

    /** What the ruling did. */
    public enum Kind {
        /** 变更. */
        CHANGED,
        /** 撤销. */
        REVOKED,
        /** 确认违法或者无效. */
        UNLAWFUL;

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
