package org.gongkai.opengov.inspections.tasks;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What was done (办理记录).
 *
 * @param onDay the day it is about, where that is not the day of the record
 * @param person null for a draw
 */
public record TaskStepTaken(
        TaskStep step,
        String words,
        @Nullable LocalDate onDay,
        @Nullable PersonId person,
        @Nullable PersonId onBehalfOf,
        Instant takenAt) {}
