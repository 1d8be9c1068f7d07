package org.gongkai.opengov.inspections.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a draw of the plan draws from, and how many (计划内抽取).
 *
 * @param id the frozen draw, by number; null while it is only looked at
 * @param plan the plan, by number
 * @param version its version in force
 * @param line the line, with its items and methods
 * @param quarter 1 to 4
 * @param asOf the day of the registers
 * @param seats officers who go, at least two
 * @param officerCap most visits of one officer in the quarter
 * @param speciality what the first of them must be able to do; null for nothing special
 * @param strata what is drawn
 */
public record PlannedDraw(
        @Nullable Long id,
        long plan,
        int version,
        int year,
        PlanLine line,
        int quarter,
        LocalDate asOf,
        int seats,
        int officerCap,
        @Nullable String speciality,
        List<Stratum> strata) {
    public PlannedDraw {
        strata = List.copyOf(strata);
    }

    /** Units of the class left out of the draw, and why. */
    public SortedMap<Long, Exclusion> excluded() {
        var excluded = new TreeMap<Long, Exclusion>();
        strata.forEach(it -> excluded.putAll(it.excluded()));
        return excluded;
    }

    /**
     * Those of them who may be named to whoever reads plans. Not those drawn before: a list of a
     * sealed draw is secret until the visits.
     */
    public SortedMap<Long, Exclusion> namedExclusions() {
        var named = excluded();
        named.values().removeIf(it -> it == Exclusion.DRAWN_THIS_YEAR);
        return named;
    }

    /** How many units are owed in all, whether or not so many can be drawn. */
    public int owed() {
        return strata.stream().filter(it -> !it.again()).mapToInt(it -> it.quota().count()).sum();
    }

    /** How many units are drawn in all. */
    public int units() {
        return strata.stream().mapToInt(Stratum::count).sum();
    }

    /**
     * A stratum of the draw (分层).
     *
     * @param id its name in the draw, as {@code key}, {@code key-C} or {@code key-C-again}
     * @param quota what is owed, with all it was computed from; the same for a stratum of those
     *     drawn before
     * @param again whether these were drawn before in the year, and come in again
     * @param count how many are drawn of this pool, never more than it has
     * @param pool the units, by id
     * @param excluded units of this stratum left out of the draw, and why; they count in the
     *     register all the same. None in a stratum of those drawn before.
     */
    public record Stratum(
            String id,
            FrozenQuota quota,
            boolean again,
            int count,
            List<Long> pool,
            Map<Long, Exclusion> excluded) {
        public Stratum {
            pool = List.copyOf(pool);
            excluded = Map.copyOf(excluded);
        }
    }
}
