package org.gongkai.platform.search;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a normative document is in force on a day (效力), as hits are narrowed by it. Only its
 * dates are indexed, so that no index is wrong the next morning.
 *
 * <p>Our reading (publishing facts 3.7): not yet in force before its date; repealed from the day a
 * later document says so; expired after its last day.
 */
public enum LegalForce {
    /** 未施行. */
    NOT_YET_IN_FORCE,
    /** 有效, those that expire soon among them. */
    IN_FORCE,
    /** 失效. */
    EXPIRED,
    /** 废止. */
    REPEALED;

    private static final String NONE = "";

    /**
     * The dates that decide it (效力日期).
     *
     * @param effectiveOn 施行日期, null when it is in force from the beginning
     * @param expiresOn the last day of validity, null when none was set
     * @param repealedOn the day from which another document repeals it, null when none does
     */
    public record Dates(
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate repealedOn) {

        /** What follows from them on this day. */
        public LegalForce on(LocalDate day) {
            if (repealedOn != null && !day.isBefore(repealedOn)) {
                return REPEALED;
            }
            if (expiresOn != null && day.isAfter(expiresOn)) {
                return EXPIRED;
            }
            return effectiveOn != null && day.isBefore(effectiveOn) ? NOT_YET_IN_FORCE : IN_FORCE;
        }

        /** As one text, for engines that count by it. */
        public String written() {
            return written(effectiveOn) + "/" + written(expiresOn) + "/" + written(repealedOn);
        }

        /** From that text. */
        public static Dates of(String written) {
            String[] days = written.split("/", -1);
            return new Dates(day(days[0]), day(days[1]), day(days[2]));
        }

        private static String written(@Nullable LocalDate day) {
            return day == null ? NONE : day.toString();
        }

        private static @Nullable LocalDate day(String written) {
            return written.equals(NONE) ? null : LocalDate.parse(written);
        }
    }

    /** The word in addresses: {@code in-force}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By that word. */
    public static Optional<LegalForce> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
