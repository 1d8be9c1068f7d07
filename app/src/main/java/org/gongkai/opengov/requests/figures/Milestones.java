package org.gongkai.opengov.requests.figures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * On which day the work on an answer had come how far (办理节点); null where it has not.
 *
 * @param assignedOn sent to the section
 * @param sectionAnsweredOn the section answered
 * @param draftedOn the answer was drafted
 * @param signedOn the answer was signed
 * @param madeOn the letter was made
 */
public record Milestones(
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate sectionAnsweredOn,
        @Nullable LocalDate draftedOn,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate madeOn) {

    /** Nothing is known. */
    public static final Milestones NONE = new Milestones(null, null, null, null, null);
}
