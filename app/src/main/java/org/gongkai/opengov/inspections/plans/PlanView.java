package org.gongkai.opengov.inspections.plans;

import java.util.List;
import org.gongkai.opengov.disclosures.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan with all about it (计划详情).
 *
 * @param versions all versions, newest first
 * @param steps what was done with the plan, newest first
 * @param papers the documents in which this version was put before the public, newest first
 * @param publicAt the address at which it is public; null while it is not
 * @param publication by when it is to be public, and since when it is; null before it is approved
 * @param owed what it owes: as computed, and as frozen where a draw was; null before it is computed
 * @param draws the ceremonies that carry out its lines
 * @param allowed what this person may do with it now
 */
public record PlanView(
        PlanVersion version,
        List<PlanVersion> versions,
        List<PlanStepTaken> steps,
        List<DocumentId> papers,
        @Nullable String publicAt,
        @Nullable PlanPublication publication,
        @Nullable Feasibility owed,
        List<CarriedDraw> draws,
        List<PlanStep> allowed) {
    public PlanView {
        versions = List.copyOf(versions);
        steps = List.copyOf(steps);
        papers = List.copyOf(papers);
        draws = List.copyOf(draws);
        allowed = List.copyOf(allowed);
    }

    /** The ceremony that carries out a line in a quarter; null for none. */
    public @Nullable CarriedDraw draw(long line, int quarter) {
        return draws.stream()
                .filter(it -> it.line() == line && it.quarter() == quarter)
                .findFirst()
                .orElse(null);
    }

    /** Whether this person may take the step now. */
    public boolean may(String step) {
        return allowed.stream().anyMatch(it -> it.slug().equals(step));
    }
}
