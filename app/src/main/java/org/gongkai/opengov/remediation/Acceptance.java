package org.gongkai.opengov.remediation;

import java.time.LocalDate;

/**
 * That somebody looked at the work (整治验收): never the responsible unit itself.
 *
 * @param by who accepted or refused
 * @param passed whether it was accepted
 * @param evidence what shows it: papers, monitoring, minutes
 */
public record Acceptance(String by, LocalDate on, boolean passed, String evidence) {

    /** Whether two names mean one unit: spaces and brackets of either width do not count. */
    static boolean sameUnit(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
