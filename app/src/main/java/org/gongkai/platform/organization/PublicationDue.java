package org.gongkai.platform.organization;

import java.time.LocalDate;
import java.util.Optional;
import org.gongkai.platform.calendar.WorkingCalendar;

/**
 * By when a section owes the next publication of an item of its list (公开期限).
 *
 * <p>What is published on event has no such day: its clock runs on each document, 《政府信息公开条例》 art.
 * 26. For the rest it is our reading, ADR 0063: a publication answers for the period in which it
 * appears, so the next one is owed in the first period that begins after it. What was never
 * published is owed in the first period whose last day in time is not before the day of listing.
 *
 * @param listedSince the day since which the item stands on the list
 */
public record PublicationDue(Cadence cadence, int workingDays, LocalDate listedSince) {

    /** The last day in time; empty for what is published on event. */
    public Optional<LocalDate> lastDay(Optional<LocalDate> latest, WorkingCalendar calendar) {
        if (!cadence.isPeriodic()) {
            return Optional.empty();
        }
        var answered = latest.filter(it -> !it.isBefore(cadence.periodBegin(listedSince)));
        if (answered.isPresent()) {
            return Optional.of(lastDayOf(cadence.nextPeriodBegin(answered.get()), calendar));
        }
        var first = lastDayOf(cadence.periodBegin(listedSince), calendar);
        return Optional.of(
                first.isBefore(listedSince)
                        ? lastDayOf(cadence.nextPeriodBegin(listedSince), calendar)
                        : first);
    }

    private LocalDate lastDayOf(LocalDate periodBegin, WorkingCalendar calendar) {
        return calendar.dueAfter(periodBegin.minusDays(1), workingDays);
    }
}
