package org.gongkai.platform.draw;

import java.util.Locale;

/** Why a draw cannot be made from what was given, or a published one does not hold (不成立的原因). */
public enum DrawFault {
    /** No JSON at all, cut off, or more after its end. */
    NOT_JSON,
    /**
     * JSON that canonical JSON does not know: a fraction, null, a key twice, a control character.
     */
    NOT_CANONICAL,
    /** A string that is not in Unicode's composed form (NFC). */
    NOT_COMPOSED,
    /** An id that is empty or has a code point without meaning in the Unicode of this platform. */
    NOT_AN_ID,
    MISSING,
    UNKNOWN_KEY,
    WRONG_TYPE,
    OUT_OF_RANGE,
    NOT_ALLOWED,
    NOT_HEX,
    NOT_A_TIME,
    /** Records stand strictly ascending, so none stands twice. */
    NOT_ASCENDING,
    REPEATED,
    UNKNOWN_STRATUM,
    UNKNOWN_ENTITY,
    UNKNOWN_OFFICER,
    UNKNOWN_SOURCE,
    TOO_MANY,
    /** 《行政处罚法》 art. 42: at least two officers. */
    TOO_FEW_SEATS,
    NO_PUBLIC_SOURCE,
    NOT_A_POINT,
    /** A point of the curve outside the group that signatures live in. */
    OUTSIDE_SUBGROUP,
    WRONG_SIGNATURE,
    WRONG_OUTPUT,
    OTHER_PULSE,
    WRONG_NUMBERS,
    BROKEN_COMMITMENT,
    NO_RESERVE,
    /** What is published is not what the computation gives. */
    DIFFERS;

    /** The name in the API and in message keys. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
