package org.gongkai.opengov.inspections.plans;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gongkai.opengov.inspections.LocalRules;
import org.gongkai.opengov.inspections.RiskClass;

/**
 * How much oftener the riskier are inspected (风险分级抽查系数): so many times the ratio for A, B and C; of
 * D all (ADR 0236). The numbers stand in the local rules and nowhere else.
 *
 * <p>Grading shifts inspections towards the riskier and never makes them fewer: what the class as a
 * whole still lacks is taken from the worst grade that has units left.
 *
 * @param a per cent of the ratio, for grade A
 * @param b the same for grade B
 * @param c the same for grade C
 */
public record RiskMultipliers(int a, int b, int c) {
    private static final int HUNDRED = 100;
    private static final int MOST = 10_000;

    public RiskMultipliers {
        if (a < 0 || a > b || b > c || c > MOST) {
            throw new IllegalArgumentException("Multipliers rise from A to C: " + List.of(a, b, c));
        }
    }

    /** As the local rules have them; of D all are inspected, whatever they say. */
    public static RiskMultipliers of(LocalRules rules) {
        return new RiskMultipliers(
                rules.multiplier(RiskClass.A),
                rules.multiplier(RiskClass.B),
                rules.multiplier(RiskClass.C));
    }

    /**
     * How many of each grade.
     *
     * @param wanted what the class as a whole asks for
     * @param part the same as an exact part of the class
     * @param register units of each grade on the register
     */
    SortedMap<RiskClass, Integer> spread(
            int wanted, QuotaFormula.Part part, Map<RiskClass, Integer> register) {
        var shares = new EnumMap<RiskClass, Integer>(RiskClass.class);
        register.forEach((grade, units) -> shares.put(grade, share(grade, part, units)));
        var missing = wanted - shares.values().stream().mapToInt(it -> it).sum();
        for (var grade : List.of(RiskClass.D, RiskClass.C, RiskClass.B, RiskClass.A)) {
            var room = register.getOrDefault(grade, 0) - shares.getOrDefault(grade, 0);
            var more = Math.clamp(missing, 0, room);
            shares.merge(grade, more, Integer::sum);
            missing -= more;
        }
        shares.keySet().retainAll(register.keySet());
        return Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    }

    /** Rounded up, at most all. */
    private int share(RiskClass grade, QuotaFormula.Part part, int units) {
        return switch (grade) {
            case D -> units;
            case A -> times(a, part, units);
            case B -> times(b, part, units);
            case C -> times(c, part, units);
        };
    }

    private static int times(int multiplier, QuotaFormula.Part part, int units) {
        var share = Rounding.up(part.num() * multiplier * units, part.den() * HUNDRED);
        return (int) Math.min(units, share);
    }
}
