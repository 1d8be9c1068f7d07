package org.gongkai.platform.organization;

/**
 * The code of an organization (组织机构代码), GB 11714: eight signs and a check sign.
 *
 * <p>Check: 11 less the weighted sum modulo 11; 10 is written X, 11 is written 0.
 */
public record OrganizationCode(String value) {
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    public OrganizationCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an organization code (GB 11714): " + value);
        }
    }

    /** Whether these nine signs are a code with its right check sign. */
    public static boolean isValid(String signs) {
        return signs.matches("[0-9A-Z]{8}[0-9X]") && signs.charAt(8) == checkOf(signs);
    }

    private static char checkOf(String signs) {
        var sum = 0;
        for (var place = 0; place < WEIGHTS.length; place++) {
            sum += WEIGHTS[place] * Character.digit(signs.charAt(place), 36);
        }
        var check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    @Override
    public String toString() {
        return value;
    }
}
