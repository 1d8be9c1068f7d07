package org.gongkai.opengov.inspections.plans;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A version of the plan of a year (计划版本). The approved one is in force until another replaces it.
 *
 * @param plan the plan's number in the register
 * @param number from 1
 * @param reason why it was amended; empty for the first
 * @param settings what holds for all lines
 * @param revision rises with each change; what a change is compared with
 * @param feasibility the numbers computed last; null while the draft has none
 * @param approvedBy null until approved
 */
public record PlanVersion(
        long plan,
        AgencyId agency,
        int year,
        int number,
        PlanState state,
        String reason,
        PlanSettings settings,
        long revision,
        PersonId draftedBy,
        Instant draftedAt,
        @Nullable Feasibility feasibility,
        @Nullable PersonId approvedBy,
        @Nullable Instant approvedAt,
        List<PlanLine> lines) {
    public PlanVersion {
        lines = List.copyOf(lines);
    }

    /** The line with this key. */
    public Optional<PlanLine> line(long key) {
        return lines.stream().filter(it -> it.key() == key).findFirst();
    }
}
