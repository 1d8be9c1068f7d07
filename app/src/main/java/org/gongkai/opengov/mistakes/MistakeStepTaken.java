package org.gongkai.opengov.mistakes;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * What was done about a report (办理记录).
 *
 * @param words the answer, or why it was routed, rejected, erased
 * @param section to whom it was routed; null for the disclosure office and for other steps
 */
public record MistakeStepTaken(
        MistakeStep step,
        String words,
        @Nullable SectionId section,
        PersonId person,
        @Nullable PersonId onBehalfOf,
        Instant takenAt) {}
