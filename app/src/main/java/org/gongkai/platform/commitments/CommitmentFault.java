package org.gongkai.platform.commitments;

import java.util.Locale;

/** Why a text is not what a commitment binds (不成立的原因). */
public enum CommitmentFault implements Fault {
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
    TOO_MANY,
    /** What is published is not what the computation gives. */
    DIFFERS;

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
