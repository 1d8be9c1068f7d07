package org.gongkai.opengov.inspections.plans;

import java.util.Set;

/**
 * An officer who may be sent in a quarter (可派执法人员).
 *
 * @param officer the number in the register of officers
 * @param specialities what the officer may lead (专长)
 * @param cap most visits in the quarter
 */
record Inspector(long officer, Set<String> specialities, int cap) {
    Inspector {
        specialities = Set.copyOf(specialities);
    }
}
