package org.gongkai.opengov.inspections.plans;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken with a plan (办理经过).
 *
 * @param number the version
 * @param note reason or opinion; empty for none
 * @param onBehalfOf the absent person whose deputy took it; null for one's own right
 */
public record PlanStepTaken(
        int number,
        PlanStep step,
        String note,
        PersonId person,
        @Nullable PersonId onBehalfOf,
        Instant at) {}
