package org.gongkai.opengov.inspections.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a line of the plan has reached in a quarter (计划完成情况).
 *
 * @param line the line, by key
 * @param quarter 1 to 4
 * @param register units of its class on the register when the plan was computed or the draw frozen:
 *     the denominator of the ratio
 * @param owed how many units the plan asks for
 * @param visits the visits that were drawn for it
 */
public record Reached(long line, int quarter, int register, int owed, List<VisitFact> visits) {
    public Reached {
        visits = List.copyOf(visits);
    }

    /** How many were drawn. */
    public int drawn() {
        return visits.size();
    }

    /** How many were inspected: the numerator. */
    public int checked() {
        return (int) visits.stream().filter(VisitFact::checked).count();
    }

    /** How many of the results are public. */
    public int published() {
        return (int) visits.stream().filter(it -> it.publicOn() != null).count();
    }

    /** Whether as many were inspected as the plan asks for. */
    public boolean met() {
        return checked() >= owed;
    }

    /** Inspected units as a share of the register, in per cent with one decimal, cut off. */
    public String percent() {
        return Share.percent(checked(), register);
    }

    /** A share in per cent. */
    static final class Share {
        private Share() {}

        /** Cut off and never rounded up: 24.99 % is not 25 %. */
        static String percent(int part, int whole) {
            return whole == 0
                    ? "—"
                    : BigDecimal.valueOf(part)
                            .movePointRight(2)
                            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.DOWN)
                            .stripTrailingZeros()
                            .toPlainString();
        }
    }
}
