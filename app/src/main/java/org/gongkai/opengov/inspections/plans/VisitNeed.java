package org.gongkai.opengov.inspections.plans;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A visit that must be staffed (一次检查的人员需求).
 *
 * @param line the line of the plan, by key
 * @param unit the unit if it is known; null for any without recusals
 * @param seats officers who go, at least two (《行政处罚法》 art. 42)
 * @param speciality what the first of them must be able to; null for nothing special
 * @param recused officers who keep away from the unit (art. 43)
 */
record VisitNeed(
        long line, @Nullable Long unit, int seats, @Nullable String speciality, Set<Long> recused) {
    VisitNeed {
        if (seats < 2) {
            throw new IllegalArgumentException("At least two officers go, not " + seats);
        }
        recused = Set.copyOf(recused);
    }
}
