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
 * @param allowed what this person may do with it now
 */
public record PlanView(
        PlanVersion version,
        List<PlanVersion> versions,
        List<PlanStepTaken> steps,
        List<DocumentId> papers,
        @Nullable String publicAt,
        List<PlanStep> allowed) {
    public PlanView {
        versions = List.copyOf(versions);
        steps = List.copyOf(steps);
        papers = List.copyOf(papers);
        allowed = List.copyOf(allowed);
    }

    /** Whether this person may take the step now. */
    public boolean may(String step) {
        return allowed.stream().anyMatch(it -> it.slug().equals(step));
    }
}
