package org.gongkai.platform.organization;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * What an agency's index numbers begin with (索引号前缀): region and department, {@code 640100-113}, or
 * the unified social credit code, {@code 11640100MB1727463F}.
 *
 * <p>There is no national standard; both forms are met on one city's portal. Read loosely
 * (full-width signs, any dash, small letters), written strictly: ADR 0060.
 */
public record PublisherPrefix(String value) {

    public PublisherPrefix {
        if (!isRegionAndDepartment(value) && !SocialCreditCode.isValid(value)) {
            throw new IllegalArgumentException("Not a publisher's prefix: " + value);
        }
    }

    /** The prefix that somebody wrote in one of the ways met in practice; empty if it is none. */
    public static Optional<PublisherPrefix> parse(String written) {
        var plain =
                Normalizer.normalize(written, Normalizer.Form.NFKC)
                        .replaceAll("\\s", "")
                        .replaceAll("[\\p{Pd}\\u2212]", "-")
                        .toUpperCase(Locale.ROOT);
        if (plain.matches("[0-9]{9}")) {
            plain = plain.substring(0, 6) + "-" + plain.substring(6);
        }
        return isRegionAndDepartment(plain) || SocialCreditCode.isValid(plain)
                ? Optional.of(new PublisherPrefix(plain))
                : Optional.empty();
    }

    /** Whether it is the unified social credit code rather than region and department. */
    public boolean isSocialCreditCode() {
        return value.length() == 18;
    }

    private static boolean isRegionAndDepartment(String signs) {
        return signs.matches("[0-9]{6}-[0-9]{3}") && RegionCode.isKnown(signs.substring(0, 6));
    }

    @Override
    public String toString() {
        return value;
    }
}
