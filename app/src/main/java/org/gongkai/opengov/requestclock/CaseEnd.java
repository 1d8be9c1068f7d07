package org.gongkai.opengov.requestclock;

import org.gongkai.opengov.requestclock.ClockEvent.AnswerDelivered;
import org.gongkai.opengov.requestclock.ClockEvent.AnswerDispatched;
import org.gongkai.opengov.requestclock.ClockEvent.Closed;
import org.gongkai.opengov.requestclock.ClockEvent.Reopened;
import org.gongkai.opengov.requestclock.ClockEvent.Withdrawn;

/**
 * When the clock stops for good (办结): the answer has gone out, the request was withdrawn, or the
 * case was closed. What comes later moves no deadline, unless the case is opened again.
 */
final class CaseEnd {
    private CaseEnd() {}

    /** Whether the case has ended once this has happened. */
    static boolean after(ClockEvent event, boolean endedBefore) {
        return switch (event) {
            case AnswerDispatched _, AnswerDelivered _, Withdrawn _, Closed _ -> true;
            case Reopened _ -> false;
            default -> endedBefore;
        };
    }
}
