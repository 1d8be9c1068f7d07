package org.gongkai.platform.textcheck.personal;

import java.util.Set;

/**
 * The region at the head of identity numbers and credit codes (行政区划代码), GB/T 2260.
 *
 * <p>Numbers keep the code of the day they were given, and many counties have been merged since: so
 * the province must exist, and prefecture and county must lie in the ranges that the standard uses.
 */
final class Region {
    private static final Set<String> PROVINCES =
            Set.of(
                    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35",
                    "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54",
                    "61", "62", "63", "64", "65", "71", "81", "82", "83");

    private Region() {}

    static boolean isPlausible(String code) {
        if (code.equals("100000")) {
            return true;
        }
        var prefecture = Integer.parseInt(code.replaceAll("[^0-9]", "9").substring(2, 4));
        return code.matches("[0-9]{6}")
                && PROVINCES.contains(code.substring(0, 2))
                && (prefecture <= 70 || prefecture == 90);
    }
}
