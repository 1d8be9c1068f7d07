package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.platform.calendar.Deadline;
import org.gongkai.platform.calendar.WorkingCalendar;

/**
 * By when a correction or complaint is to be handled (办理目标日期). 《政府信息公开条例》 art. 41 sets no number of
 * days; ours is a service target of 20 working days from receipt, or from the evidence that was
 * asked for, and never a breach. For complaints the day is the authority's.
 */
public final class ClaimTarget {
    /** Our own target, in working days. */
    public static final int WORKING_DAYS = 20;

    private ClaimTarget() {}

    /** The day; empty where none is set. */
    public static Optional<LocalDate> of(
            ClaimKind kind, List<ClaimEvent> events, WorkingCalendar calendar) {
        if (kind.isComplaint()) {
            return events.stream()
                    .map(ClaimEvent::term)
                    .filter(Objects::nonNull)
                    .reduce((_, it) -> it);
        }
        return explained(events, calendar).map(Deadline::due);
    }

    /** Our target for a correction with every day counted or not; empty without receipt. */
    static Optional<Deadline> explained(List<ClaimEvent> events, WorkingCalendar calendar) {
        return events.stream()
                .filter(
                        it ->
                                it.step() == ClaimStep.REGISTERED
                                        || it.step() == ClaimStep.EVIDENCE_GIVEN)
                .reduce((_, it) -> it)
                .map(it -> Deadline.count(it.on(), WORKING_DAYS, calendar));
    }
}
