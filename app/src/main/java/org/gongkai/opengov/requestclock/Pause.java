package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.calendar.WorkingCalendar;

/**
 * Days in a row that are not counted (不计入期限的时间), art. 33: from the first to the last, rest days
 * included, with the consultations that take them.
 */
public record Pause(LocalDate from, LocalDate to, List<Consultation> consultations) {
    public Pause {
        consultations = List.copyOf(consultations);
    }

    /** Whether the day lies in it. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The consultations of it that take this day. */
    List<Consultation> on(LocalDate day, WorkingCalendar calendar) {
        return consultations.stream()
                .filter(it -> it.askedOn().isBefore(day))
                .filter(it -> !day.isAfter(it.lastExcludedDay(calendar)))
                .toList();
    }

    /** Whether the other begins in this one or on the day after it. */
    boolean reaches(Pause later) {
        return !later.from.isAfter(to.plusDays(1));
    }
}
