package org.gongkai.opengov.disclosures.plans;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What was written of a plan's progress, with what a second person decided of it (落实情况修改).
 *
 * @param released null while it waits; false where it was given back
 * @param verdictReason why it was given back
 */
public record ProgressRevision(
        int number,
        PlanProgress progress,
        String sha256,
        PersonId by,
        Instant at,
        @Nullable Boolean released,
        String verdictReason,
        @Nullable Instant decidedAt) {

    /** Whether it waits for a second person. */
    public boolean waiting() {
        return released == null;
    }

    /** Whether it was given back. */
    public boolean returned() {
        return Boolean.FALSE.equals(released);
    }
}
