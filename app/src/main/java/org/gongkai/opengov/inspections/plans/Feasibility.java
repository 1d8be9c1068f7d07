package org.gongkai.opengov.inspections.plans;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the officers carry a plan (可行性测算), with every number it rests on.
 *
 * <p>Which units are drawn nobody knows beforehand. Computed is the hardest draw: from each class
 * the units whom most officers must keep away from come first (ADR 0237).
 *
 * @param asOf the day of the registers
 * @param officersInPost officers in post, of whom numbers by head are counted
 * @param counts how many units each line owes in each quarter
 * @param quarters what this asks of the officers
 */
public record Feasibility(
        LocalDate asOf, int officersInPost, List<LineCount> counts, List<QuarterLoad> quarters) {
    public Feasibility {
        counts = List.copyOf(counts);
        quarters = List.copyOf(quarters);
    }

    /** Whether every visit of every quarter can be staffed. */
    public boolean carried() {
        return quarters.stream().allMatch(QuarterLoad::carried);
    }

    /** How many units the line owes in the year (抽查户数). */
    public int units(long line) {
        return counts.stream().filter(it -> it.line() == line).mapToInt(LineCount::units).sum();
    }

    /** How many units the line owes in this quarter. */
    public int units(long line, int quarter) {
        return counts.stream()
                .filter(it -> it.line() == line && it.quarter() == quarter)
                .mapToInt(LineCount::units)
                .sum();
    }

    /** How many units all lines owe in this quarter. */
    public int unitsIn(int quarter) {
        return counts.stream()
                .filter(it -> it.quarter() == quarter)
                .mapToInt(LineCount::units)
                .sum();
    }

    /** How many units are owed in all. */
    public int units() {
        return counts.stream().mapToInt(LineCount::units).sum();
    }

    /**
     * What a line owes in a quarter.
     *
     * @param frozen whether its draw was frozen already, so that the count is no forecast
     */
    public record LineCount(long line, int quarter, boolean frozen, List<FrozenQuota> quotas) {
        public LineCount {
            quotas = List.copyOf(quotas);
        }

        /** How many units. */
        public int units() {
            return quotas.stream().mapToInt(FrozenQuota::count).sum();
        }
    }

    /**
     * What a quarter asks of the officers.
     *
     * @param visits visits to be made
     * @param seats officers wanted for them, each visit counted with each
     * @param officers who can be sent on any day of the quarter
     * @param capacity visits they can make together
     * @param filled seats that can be filled at once in the hardest draw
     * @param lapsing officers whose certificate ends within the quarter, or has; not counted on
     * @param away officers on leave or seconded; not counted on
     * @param specialities what is asked of those who can do something special
     * @param unstaffable units that cannot be visited at all if drawn
     * @param bottleneck who is too few for what; null when all seats are filled
     */
    public record QuarterLoad(
            int quarter,
            int visits,
            int seats,
            List<Long> officers,
            int capacity,
            int filled,
            List<Long> lapsing,
            List<Long> away,
            List<SpecialityLoad> specialities,
            List<Long> unstaffable,
            @Nullable Bottleneck bottleneck) {
        public QuarterLoad {
            officers = List.copyOf(officers);
            lapsing = List.copyOf(lapsing);
            away = List.copyOf(away);
            specialities = List.copyOf(specialities);
            unstaffable = List.copyOf(unstaffable);
        }

        /** Whether every visit can be staffed. */
        public boolean carried() {
            return filled == seats;
        }

        /** Seats that stay empty. */
        public int missing() {
            return seats - filled;
        }
    }

    /**
     * What is asked of the officers with a speciality: visits they must lead, and what they can.
     */
    public record SpecialityLoad(String speciality, int visits, int officers, int capacity) {}

    /**
     * Visits that a group of officers alone could staff, and the group is too small (瓶颈).
     *
     * @param lines the lines they are of
     * @param visits how many visits
     * @param missing seats that stay empty
     * @param officers the group
     * @param units the units among them that some officer keeps away from
     */
    public record Bottleneck(
            List<Long> lines, int visits, int missing, List<Long> officers, List<Long> units) {
        public Bottleneck {
            lines = List.copyOf(lines);
            officers = List.copyOf(officers);
            units = List.copyOf(units);
        }
    }
}
