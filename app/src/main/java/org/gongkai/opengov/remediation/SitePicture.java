package org.gongkai.opengov.remediation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A picture of the site (整治前后照片), without what the camera wrote into it.
 *
 * @param place what it shows, the same words before and after, e.g. 3号排口
 * @param alt what one sees, for those who do not see it
 * @param sha256 of the copy without place and device
 */
public record SitePicture(
        When when,
        String place,
        LocalDate takenOn,
        String alt,
        String sha256,
        String mediaType,
        String fileName) {

    /** Before or after. */
    public enum When {
        /** 整治前. */
        BEFORE,
        /** 整治后. */
        AFTER;

        /** The name in forms and in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** By its name in forms. */
        public static Optional<When> named(String slug) {
            return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
        }
    }

    /** The last part of its address. */
    public String file() {
        return sha256
                + "."
                + mediaType.substring(mediaType.indexOf('/') + 1).replace("jpeg", "jpg");
    }
}
