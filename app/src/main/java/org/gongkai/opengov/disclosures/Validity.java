package org.gongkai.opengov.disclosures;

import java.time.LocalDate;
import org.gongkai.platform.search.LegalForce;
import org.jspecify.annotations.Nullable;

/**
 * Whether a normative document is in force (效力状态), derived from its dates and never typed in.
 *
 * <p>Our reading (publishing facts 3.7): as {@link LegalForce}, which searches are narrowed by, and
 * "expiring" in the last 90 days.
 */
public enum Validity {
    /** 未施行. */
    NOT_YET_IN_FORCE,
    /** 有效. */
    IN_FORCE,
    /** 即将到期. */
    EXPIRING,
    /** 失效. */
    EXPIRED,
    /** 废止. */
    REPEALED;

    static final int EXPIRING_DAYS = 90;

    /**
     * The status on a day.
     *
     * @param effectiveOn 施行日期, null when it is in force from the day it was formed
     * @param expiresOn the last day of validity, null when none was set
     * @param repealedOn the day from which a later document repeals it, null when none does
     */
    public static Validity on(
            LocalDate day,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate repealedOn) {
        return switch (new LegalForce.Dates(effectiveOn, expiresOn, repealedOn).on(day)) {
            case REPEALED -> REPEALED;
            case EXPIRED -> EXPIRED;
            case NOT_YET_IN_FORCE -> NOT_YET_IN_FORCE;
            case IN_FORCE ->
                    expiresOn != null && !day.plusDays(EXPIRING_DAYS).isBefore(expiresOn)
                            ? EXPIRING
                            : IN_FORCE;
        };
    }
}
