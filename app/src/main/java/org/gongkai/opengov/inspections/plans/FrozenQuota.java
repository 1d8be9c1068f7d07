package org.gongkai.opengov.inspections.plans;

import java.time.LocalDate;
import org.gongkai.opengov.inspections.RiskClass;
import org.jspecify.annotations.Nullable;

/**
 * How many of a stratum are owed in a draw, as a count with everything it was computed from
 * (冻结抽查数).
 *
 * <p>The count rests on the register and not on the pool left after exclusions: 25 % of 57 is 15
 * though one of the 57 may be closed (ADR 0235). Once frozen it does not move when a unit changes
 * its class.
 *
 * @param formula how the number of the whole class is found
 * @param grade the risk grade of the stratum; null where the line is not graded
 * @param register units of this stratum on the register
 * @param classRegister units of the whole class on the register, all grades together: what the
 *     ratio is of
 * @param officers officers in post
 * @param wanted what the formula's period asks for, for this stratum
 * @param turn which draw of the year
 * @param drawnBefore drawn in earlier draws of the line in the year, for this stratum
 * @param count what is owed in this draw
 * @param asOf the day of the register
 */
public record FrozenQuota(
        QuotaFormula formula,
        @Nullable RiskClass grade,
        int register,
        int classRegister,
        int officers,
        int wanted,
        Turn turn,
        int drawnBefore,
        int count,
        LocalDate asOf) {}
