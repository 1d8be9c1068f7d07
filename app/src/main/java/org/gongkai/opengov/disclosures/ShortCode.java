package org.gongkai.opengov.disclosures;

import java.util.Locale;
import java.util.Optional;

/**
 * The short name of a document's address (短地址), as a code on paper holds it: {@code /s/3TVK9BM}.
 *
 * <p>Our convention (ADR 0136): prefix, year and sequence of the index number, counted in 23 signs
 * that nobody takes for one another (no vowels, so that no word comes about; no 0, 1, 2, 5, 6, 8,
 * L, W), and a check sign. The same index number has the same code for ever; one wrong sign, or two
 * neighbours changed about, are no code.
 *
 * @param prefix the small number of the index number's prefix, from 1
 * @param year 1949 to 2204
 */
public record ShortCode(int prefix, int year, int sequence) {
    private static final String SIGNS = "3479BCDFGHJKMNPQRSTVXYZ";
    private static final int BASE = 23;
    private static final int FIRST_YEAR = 1949;
    private static final int YEARS = 256;
    private static final int SEQUENCES = 100_000;
    private static final int SHORTEST = 6;
    private static final int LONGEST = 11;

    public ShortCode {
        if (prefix < 1
                || year < FIRST_YEAR
                || year >= FIRST_YEAR + YEARS
                || sequence < 1
                || sequence >= SEQUENCES) {
            throw new IllegalArgumentException(
                    "No short code: " + prefix + ", " + year + ", " + sequence);
        }
    }

    /**
     * Reads what somebody typed, whatever its case, with hyphens or spaces; empty if it is none.
     */
    public static Optional<ShortCode> parse(String typed) {
        var signs = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (signs.length() <= SHORTEST
                || signs.length() > LONGEST
                || signs.chars().anyMatch(it -> SIGNS.indexOf(it) < 0)) {
            return Optional.empty();
        }
        var counted = signs.substring(0, signs.length() - 1);
        return check(counted) == signs.charAt(signs.length() - 1) ? of(counted) : Optional.empty();
    }

    private static Optional<ShortCode> of(String counted) {
        long value = 0;
        for (var sign : counted.toCharArray()) {
            value = value * BASE + SIGNS.indexOf(sign);
        }
        var sequence = (int) (value % SEQUENCES);
        var year = (int) (value / SEQUENCES % YEARS) + FIRST_YEAR;
        var prefix = value / SEQUENCES / YEARS + 1;
        if (sequence == 0 || prefix > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        var code = new ShortCode((int) prefix, year, sequence);
        return code.counted().equals(counted) ? Optional.of(code) : Optional.empty();
    }

    /** Its address. */
    public String path() {
        return "/s/" + this;
    }

    private String counted() {
        var value = ((prefix - 1L) * YEARS + (year - FIRST_YEAR)) * SEQUENCES + sequence;
        var signs = new StringBuilder();
        while (value > 0 || signs.length() < SHORTEST) {
            signs.append(SIGNS.charAt((int) (value % BASE)));
            value /= BASE;
        }
        return signs.reverse().toString();
    }

    /** Weights 2, 3, 4 … from the right, modulo the prime 23. */
    private static char check(String counted) {
        var sum = 0;
        for (var it = 0; it < counted.length(); it++) {
            sum += SIGNS.indexOf(counted.charAt(counted.length() - 1 - it)) * (it + 2);
        }
        return SIGNS.charAt((BASE - sum % BASE) % BASE);
    }

    @Override
    public String toString() {
        var counted = counted();
        return counted + check(counted);
    }
}
