package org.gongkai.opengov.disclosures;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A step in a document's record (办理记录).
 *
 * @param step what was done; null for the document's creation
 * @param person null when the program did it (a scheduled publication)
 * @param note reason or ground as given
 * @param sha256 the content it concerned
 */
public record StepTaken(
        @Nullable Step step,
        @Nullable DocumentState from,
        DocumentState to,
        @Nullable PersonId person,
        @Nullable PersonId onBehalfOf,
        @Nullable String note,
        @Nullable String sha256,
        Instant at) {}
