package org.gongkai.opengov.portal;

import org.gongkai.opengov.disclosures.Validity;
import org.jspecify.annotations.Nullable;

/** How the validity of a normative document is shown (效力状态): its word and its look. */
record ValidityTag(String messageKey, String look, boolean warning) {

    static @Nullable ValidityTag of(@Nullable Validity validity) {
        if (validity == null) {
            return null;
        }
        var key = "portal.validity." + validity.name();
        return switch (validity) {
            case IN_FORCE -> new ValidityTag(key, "good", false);
            case NOT_YET_IN_FORCE -> new ValidityTag(key, "plain", true);
            case EXPIRING -> new ValidityTag(key, "soon", true);
            case EXPIRED, REPEALED -> new ValidityTag(key, "done", true);
        };
    }
}
