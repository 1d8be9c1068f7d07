package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.CalendarDay;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The clock of requests for disclosure (依申请公开办理时限): reads from the events of a case when its answer
 * is due, and why. A pure function: the same events and calendars give the same reading.
 *
 * <p>In the region the days are the region's; beside the due day stands the earlier one by the
 * national calendar, to be held by the careful (ADR 0020).
 */
public final class RequestClock {
    private final WorkingCalendar own;
    private final WorkingCalendar national;

    /** A clock by the calendar of the agency; where that is the region's, with the national one. */
    public RequestClock(WorkingCalendar own, WorkingCalendar national) {
        if (national.code() != CalendarCode.CN) {
            throw new IllegalArgumentException("Not the national calendar: " + national.code());
        }
        this.own = own;
        this.national = national;
    }

    /** A clock by the national calendar alone. */
    public static RequestClock national(WorkingCalendar national) {
        return new RequestClock(national, national);
    }

    /** What its calendar says of a day. */
    CalendarDay day(LocalDate day) {
        return own.day(day);
    }

    /** Whose days it counts. */
    public CalendarCode calendar() {
        return own.code();
    }

    /**
     * Reads the clock.
     *
     * @throws ImpossibleEvent when the list cannot have happened
     */
    public ClockReading read(List<ClockEvent> events) {
        return read(events, null);
    }

    /**
     * Reads the clock as it stands on a day: nothing may lie after it, and an answer still owed
     * then is a breach.
     *
     * @throws ImpossibleEvent when the list cannot have happened
     */
    public ClockReading read(List<ClockEvent> events, @Nullable LocalDate asOf) {
        return read(events, asOf, List.of());
    }

    /**
     * How it was counted before an amendment of the calendar (调整前的算法).
     *
     * @param before the clock by the calendar of then
     * @param knownOn the day on which the amendment was made known
     */
    public record Amendment(RequestClock before, LocalDate knownOn) {
        Amendment byNation() {
            return new Amendment(national(before.national), knownOn);
        }
    }

    /**
     * Reads the clock after amendments of the calendar: what was done before one was made known,
     * and in time by the calendar of then, stays in time (ADR 0163).
     *
     * @throws ImpossibleEvent when the list cannot have happened
     */
    public ClockReading read(
            List<ClockEvent> events, @Nullable LocalDate asOf, List<Amendment> amendments) {
        OrderOfEvents.check(events, asOf);
        var run = run(Consultations.of(events), amendments);
        for (int i = 0; i < events.size(); i++) {
            run.take(i, events.get(i));
        }
        return run.reading(asOf);
    }

    private ClockRun run(Consultations consultations, List<Amendment> amendments) {
        var graces = new ArrayList<Grace>();
        if (own != national) {
            graces.add(
                    Grace.national(
                            national(national)
                                    .run(
                                            consultations,
                                            amendments.stream()
                                                    .map(Amendment::byNation)
                                                    .toList())));
        }
        amendments.forEach(
                it ->
                        graces.add(
                                Grace.before(
                                        it.knownOn(), it.before().run(consultations, List.of()))));
        return new ClockRun(own, consultations, graces);
    }
}
