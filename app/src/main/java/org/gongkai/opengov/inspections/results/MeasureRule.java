package org.gongkai.opengov.inspections.results;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.gongkai.opengov.inspections.results.ResultValue.Effect;
import org.jspecify.annotations.Nullable;

/**
 * Whether result and measures agree (结果与措施相符): nothing found leads to nothing; what was ordered is
 * dated; what is still to be dealt with says by whom.
 *
 * <p>《行政处罚法》 art. 28: who finds an unlawful act orders it to be put right.
 */
public final class MeasureRule {
    private MeasureRule() {}

    /** What does not agree. */
    public enum Fault {
        /** A measure beside a result without a problem. */
        MEASURE_WITHOUT_PROBLEM,
        /** 已责令改正 without the order. */
        ORDER_MISSING,
        /** 待后续处理 without a case opened or a transfer. */
        MEASURE_MISSING,
        /** An order without the day by which it is to be followed. */
        DUE_DATE_MISSING,
        /** A day before the inspection ended. */
        DUE_DATE_BEFORE_END,
        /** A day to put right what nobody was ordered to. */
        DUE_DATE_WITHOUT_ORDER
    }

    /** Everything that does not agree; empty when all does. */
    public static Set<Fault> faults(
            Effect effect,
            Collection<Measure> measures,
            LocalDate endedOn,
            @Nullable LocalDate rectifyBy) {
        var faults = EnumSet.noneOf(Fault.class);
        boolean ordered = measures.contains(Measure.ORDER_TO_CORRECT);
        if (effect == Effect.CLEAN && !measures.isEmpty()) {
            faults.add(Fault.MEASURE_WITHOUT_PROBLEM);
        }
        if (effect == Effect.ORDERED && !ordered) {
            faults.add(Fault.ORDER_MISSING);
        }
        if (effect == Effect.PENDING
                && !measures.contains(Measure.OPEN_CASE)
                && !measures.contains(Measure.TRANSFER)) {
            faults.add(Fault.MEASURE_MISSING);
        }
        if (ordered && rectifyBy == null) {
            faults.add(Fault.DUE_DATE_MISSING);
        }
        if (ordered && rectifyBy != null && rectifyBy.isBefore(endedOn)) {
            faults.add(Fault.DUE_DATE_BEFORE_END);
        }
        if (!ordered && rectifyBy != null) {
            faults.add(Fault.DUE_DATE_WITHOUT_ORDER);
        }
        return faults;
    }
}
