package org.gongkai.platform.textcheck.personal;

/**
 * The unified social credit code (统一社会信用代码) of organizations: public, never masked.
 *
 * <p>GB 32100-2015: 31 signs without I, O, S, V, Z; weights 3^(i-1) mod 31. Positions 1–2
 * registering body, 3–8 region, 9–17 organization code, 18 check sign.
 */
public final class CreditCode {
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };

    private CreditCode() {}

    /** Whether the 18 signs pass the check of GB 32100 and name a registering body and a region. */
    public static boolean isValid(String code) {
        if (code.length() != 18 || !code.matches("[159ANY][0-9A-HJ-NPQRTUWXY]{17}")) {
            return false;
        }
        return Region.isPlausible(code.substring(2, 8)) && checkSign(code) == code.charAt(17);
    }

    private static char checkSign(String code) {
        var sum = 0;
        for (var at = 0; at < WEIGHTS.length; at++) {
            sum += SIGNS.indexOf(code.charAt(at)) * WEIGHTS[at];
        }
        return SIGNS.charAt((31 - sum % 31) % 31);
    }
}
