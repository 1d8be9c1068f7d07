package org.gongkai.opengov.drinkingwater.open;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A month on a chart (图上一点).
 *
 * @param value where it is drawn; empty where there is nothing to draw
 * @param corrected whether what was first published of it was corrected
 */
public record Plotted(
        YearMonth month, Kind kind, Optional<BigDecimal> value, boolean over, boolean corrected) {

    /** What is known of it. */
    public enum Kind {
        /** A number. */
        MEASURED,
        /** Below the detection limit, where it is drawn (未检出). */
        NOT_DETECTED,
        /** A word, or more than the method counts: known, and in the table alone. */
        IN_WORDS,
        /** Not on the list of what is monitored in that month (非全分析月份). */
        NOT_WANTED,
        /** Nothing was published of it, and something should have been (缺测). */
        GAP
    }

    /** A month with nothing to draw. */
    static Plotted without(YearMonth month, Kind kind) {
        return new Plotted(month, kind, Optional.empty(), false, false);
    }
}
