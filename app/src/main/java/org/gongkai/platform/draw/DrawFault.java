package org.gongkai.platform.draw;

import java.util.Locale;
import org.gongkai.platform.commitments.Fault;

/** Why a draw cannot be made from what was given, or a published one does not hold (不成立的原因). */
public enum DrawFault implements Fault {
    NOT_A_TIME,
    /** Records stand strictly ascending, so none stands twice. */
    NOT_ASCENDING,
    REPEATED,
    UNKNOWN_STRATUM,
    UNKNOWN_ENTITY,
    UNKNOWN_OFFICER,
    UNKNOWN_SOURCE,
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
    NO_RESERVE;

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
