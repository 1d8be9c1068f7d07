package org.gongkai.opengov.inspections.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.gongkai.opengov.inspections.results.PublicationTerm;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * How soon results became public (公示用时): working days from the end of the inspection, at most 20
 * (国发〔2019〕5号).
 *
 * @param inTime public within the term
 * @param late public after it
 * @param running not public yet, within the term
 * @param overdue not public yet, after it
 * @param median working days to publication; empty before the first
 */
public record Publication(
        List<VisitFact> inTime,
        List<VisitFact> late,
        List<VisitFact> running,
        List<VisitFact> overdue,
        OptionalInt median) {
    public Publication {
        inTime = List.copyOf(inTime);
        late = List.copyOf(late);
        running = List.copyOf(running);
        overdue = List.copyOf(overdue);
    }

    static Publication of(List<VisitFact> visits, LocalDate today, WorkingCalendar calendar) {
        var checked = visits.stream().filter(VisitFact::checked).toList();
        var published = checked.stream().filter(it -> it.publicOn() != null).toList();
        var open = checked.stream().filter(it -> it.publicOn() == null).toList();
        var days = published.stream().mapToInt(it -> days(it, calendar)).sorted().toArray();
        return new Publication(
                published.stream().filter(it -> !isAfter(it.publicOn(), it, calendar)).toList(),
                published.stream().filter(it -> isAfter(it.publicOn(), it, calendar)).toList(),
                open.stream().filter(it -> !isAfter(today, it, calendar)).toList(),
                open.stream().filter(it -> isAfter(today, it, calendar)).toList(),
                days.length == 0 ? OptionalInt.empty() : OptionalInt.of(days[days.length / 2]));
    }

    private static boolean isAfter(
            @Nullable LocalDate day, VisitFact it, WorkingCalendar calendar) {
        var from = Objects.requireNonNull(it.checkedOn());
        return Objects.requireNonNull(day)
                .isAfter(PublicationTerm.INSPECTION_RESULT.lastDay(from, calendar));
    }

    private static int days(VisitFact it, WorkingCalendar calendar) {
        return calendar.workingDaysBetween(
                Objects.requireNonNull(it.checkedOn()), Objects.requireNonNull(it.publicOn()));
    }
}
