package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.platform.calendar.CalendarDay;
import org.jspecify.annotations.Nullable;

/**
 * A clock before and after a notice amended the calendar (放假安排调整后的期限重算): both readings, and the
 * days that changed, which are the reason.
 *
 * <p>A case that had ended keeps its reading. What an open case did before the amendment was known,
 * and in time by the calendar of then, stays in time (ADR 0163).
 *
 * @param changed the days on the way to the later of the two dues that work where they were free,
 *     or the other way round
 */
public record ClockRedating(
        LocalDate amendedOn, ClockReading before, ClockReading after, List<ChangedDay> changed) {

    /** A day before and after the amendment. */
    public record ChangedDay(CalendarDay was, CalendarDay is) {}

    public ClockRedating {
        changed = List.copyOf(changed);
    }

    /**
     * Compares the clock by the calendar as it was with that by the calendar as it is.
     *
     * @param amendedOn the day the amendment was made known
     * @throws ImpossibleEvent when the list cannot have happened
     */
    public static ClockRedating of(
            List<ClockEvent> events,
            @Nullable LocalDate asOf,
            RequestClock older,
            RequestClock newer,
            LocalDate amendedOn) {
        var before = older.read(events, asOf);
        var ended = before.endedOn();
        if (ended != null && ended.isBefore(amendedOn)) {
            return new ClockRedating(amendedOn, before, before, List.of());
        }
        var after = newer.read(events, asOf, List.of(new RequestClock.Amendment(older, amendedOn)));
        return new ClockRedating(
                amendedOn, before, after, changes(before, after, older, newer).toList());
    }

    /** Whether the last day is another one now. */
    public boolean moved() {
        return !Objects.equals(before.due(), after.due());
    }

    private static Stream<ChangedDay> changes(
            ClockReading before, ClockReading after, RequestClock older, RequestClock newer) {
        var from = before.receivedOn();
        var was = before.due();
        var is = after.due();
        if (from == null || was == null || is == null) {
            return Stream.empty();
        }
        return from.plusDays(1)
                .datesUntil((was.isAfter(is) ? was : is).plusDays(1))
                .map(day -> new ChangedDay(older.day(day), newer.day(day)))
                .filter(it -> it.was().counted() != it.is().counted());
    }
}
