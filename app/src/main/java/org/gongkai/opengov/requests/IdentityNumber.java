package org.gongkai.opengov.requests;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/**
 * The number of an identity card (公民身份号码), GB 11643-1999: six signs for the place, eight for the
 * day of birth, three in order, and a check sign by ISO 7064 MOD 11-2.
 */
public record IdentityNumber(String value) {
    private static final int LENGTH = 18;
    private static final int MODULUS = 11;
    private static final String CHECK_SIGNS = "10X98765432";
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);

    public IdentityNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a number by GB 11643");
        }
    }

    /** Whether these signs are such a number: form, day of birth and check sign. */
    public static boolean isValid(String signs) {
        return signs.matches("[1-9][0-9]{16}[0-9X]")
                && isDay(signs.substring(6, 14))
                && signs.charAt(LENGTH - 1) == checkOf(signs);
    }

    private static boolean isDay(String digits) {
        try {
            return !LocalDate.parse(digits, BIRTH).isBefore(EARLIEST);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The weight of a place is 2 to the power of the places behind it. */
    private static char checkOf(String signs) {
        var sum = 0;
        for (var place = 0; place < LENGTH - 1; place++) {
            sum = (sum + (signs.charAt(place) - '0')) * 2 % MODULUS;
        }
        return CHECK_SIGNS.charAt(sum);
    }

    @Override
    public String toString() {
        return value;
    }
}
