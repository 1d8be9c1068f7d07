package org.gongkai.opengov.requests;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a request (办理事件).
 *
 * @param id in order of entry; 0 while it is not kept
 * @param on the day it happened
 * @param enteredAt when it was entered; later than its day makes it a late entry (补录)
 * @param by who entered it; null for the applicant and for the program
 */
public record CaseEvent(
        long id,
        RequestStep step,
        LocalDate on,
        Instant enteredAt,
        LocalDate enteredOn,
        @Nullable PersonId by,
        @Nullable PersonId onBehalfOf,
        EventFacts facts) {

    /** Whether it was entered after the day it happened. */
    public boolean isLateEntry() {
        return on.isBefore(enteredOn);
    }
}
