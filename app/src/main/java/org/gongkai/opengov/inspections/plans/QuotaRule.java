package org.gongkai.opengov.inspections.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.gongkai.opengov.inspections.RiskClass;
import org.jspecify.annotations.Nullable;

/**
 * How many of a line's class are owed in a draw (抽查户数计算): by its formula, spread over the risk
 * classes where the line is graded.
 *
 * @param multipliers null where the line draws from the class as a whole
 */
record QuotaRule(QuotaFormula formula, @Nullable RiskMultipliers multipliers) {

    /**
     * The register of a class on a day.
     *
     * @param units on the register, by risk class
     * @param officers in post
     */
    record Register(SortedMap<RiskClass, Integer> units, int officers, LocalDate asOf) {
        int whole() {
            return units.values().stream().mapToInt(it -> it).sum();
        }
    }

    /**
     * The counts of one draw, one for each stratum.
     *
     * @param drawnBefore drawn earlier in the year, by the risk class they were drawn in
     */
    List<FrozenQuota> due(Register register, Turn turn, Map<RiskClass, Integer> drawnBefore) {
        var whole = register.whole();
        var wanted = formula.wanted(whole, register.officers());
        if (multipliers == null) {
            var before = drawnBefore.values().stream().mapToInt(it -> it).sum();
            return List.of(frozen(null, whole, wanted, before, register, turn));
        }
        var part = formula.part(whole, register.officers());
        var quotas = new ArrayList<FrozenQuota>();
        multipliers
                .spread(wanted, part, register.units())
                .forEach(
                        (grade, share) ->
                                quotas.add(
                                        frozen(
                                                grade,
                                                register.units().getOrDefault(grade, 0),
                                                share,
                                                drawnBefore.getOrDefault(grade, 0),
                                                register,
                                                turn)));
        return List.copyOf(quotas);
    }

    private FrozenQuota frozen(
            @Nullable RiskClass grade,
            int units,
            int wanted,
            int before,
            Register register,
            Turn turn) {
        var count = Math.min(units, formula.due(wanted, turn, before));
        return new FrozenQuota(
                formula,
                grade,
                units,
                register.whole(),
                register.officers(),
                wanted,
                turn,
                before,
                count,
                register.asOf());
    }
}
