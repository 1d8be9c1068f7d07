package org.gongkai.platform.organization;

/**
 * The unified social credit code (统一社会信用代码), GB 32100-2015.
 *
 * <p>Signs 1–2 say who registers (11 is an organ of state), 3–8 are the region (GB/T 2260), 9–17
 * the organization code (GB 11714), 18 is the check sign. The letters I, O, S, V and Z do not
 * occur.
 */
public record SocialCreditCode(String value) {
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    public SocialCreditCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "Not a unified social credit code (GB 32100-2015): " + value);
        }
    }

    /** Whether these signs are a code with both its check signs right. */
    public static boolean isValid(String signs) {
        return signs.length() == LENGTH
                && signs.chars().allMatch(it -> SIGNS.indexOf(it) >= 0)
                && signs.chars().skip(2).limit(6).allMatch(it -> it <= '9')
                && signs.charAt(LENGTH - 1) == checkOf(signs)
                && OrganizationCode.isValid(signs.substring(8, 17));
    }

    /** The region whose authority registered it. */
    public String region() {
        return value.substring(2, 8);
    }

    /** The organization code within. */
    public OrganizationCode organization() {
        return new OrganizationCode(value.substring(8, 17));
    }

    private static char checkOf(String signs) {
        var sum = 0;
        var weight = 1;
        for (var place = 0; place < LENGTH - 1; place++) {
            sum += SIGNS.indexOf(signs.charAt(place)) * weight;
            weight = weight * 3 % SIGNS.length();
        }
        return SIGNS.charAt((SIGNS.length() - sum % SIGNS.length()) % SIGNS.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
