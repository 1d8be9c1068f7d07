package org.gongkai.opengov.inspections.results;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name under which the inspected is published (被检查对象名称公示).
 *
 * <p>A firm's name and a sole trader's (个体工商户) are business names and stay; of a natural person
 * without a business the first sign of the name stands (our reading, ADR 0247).
 *
 * @param creditCode 统一社会信用代码; null for a natural person
 */
public record UnitName(String name, @Nullable String creditCode) {
    /** Registered with the market regulator (9): 1 firm, 2 sole trader, 3 farmers' cooperative. */
    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");

    /** The number of an identity card, which no code that begins with 9 can be. */
    private static final Pattern IDENTITY_NUMBER =
            Pattern.compile(
                    "[1-8][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
                            + "[0-9]{3}[0-9Xx]");

    /** Whether it is a natural person without a registered business. */
    public boolean isNaturalPerson() {
        return creditCode == null
                || !CREDIT_CODE.matcher(creditCode).matches()
                || IDENTITY_NUMBER.matcher(creditCode).matches();
    }

    /** Whether it is a sole trader: second sign of the code is 2 after 9. */
    public boolean isSoleTrader() {
        return creditCode != null && !isNaturalPerson() && creditCode.startsWith("92");
    }

    /** As it is published. */
    public String published() {
        if (!isNaturalPerson() || name.isBlank()) {
            return name.strip();
        }
        var bare = name.strip();
        var first = bare.substring(0, bare.offsetByCodePoints(0, 1));
        return first + "某".repeat(Math.clamp(bare.codePointCount(0, bare.length()) - 1, 1, 2));
    }

    /** The code as it is published: never the number of an identity card. */
    public String publishedCode() {
        return isNaturalPerson() || creditCode == null ? "" : creditCode;
    }
}
