package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.requestclock.ReplyPeriod.Cause;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The reply period of a case as it runs (正在计算的答复期限): it begins, is extended, and begins anew. What
 * was told before it began holds for it; a new one takes nothing along (ADR 0162).
 */
final class RunningPeriod {
    private final WorkingCalendar calendar;
    private final Pauses pauses;
    private final List<Pause> felt = new ArrayList<>();

    private @Nullable LocalDate startedOn;
    private Cause startedBy = Cause.RECEIPT;
    private int extension;
    private @Nullable LocalDate setDay;

    RunningPeriod(WorkingCalendar calendar, Pauses pauses) {
        this.calendar = calendar;
        this.pauses = pauses;
    }

    boolean hasBegun() {
        return startedOn != null;
    }

    void begin(LocalDate day, Cause cause) {
        startedOn = day;
        startedBy = cause;
    }

    void beginAnew(LocalDate day, Cause cause) {
        noteFelt(day);
        extension = 0;
        setDay = null;
        begin(day, cause);
    }

    /** More than 20 working days count as 20 (art. 33). */
    void extend(int workingDays) {
        extension = Math.min(workingDays, ReplyPeriod.LONGEST_EXTENSION);
    }

    /** A later day was fixed (art. 35), or a decision names the last one; null for none. */
    void set(@Nullable LocalDate day) {
        setDay = day;
    }

    @Nullable ReplyPeriod period() {
        return startedOn == null ? null : new ReplyPeriod(startedOn, startedBy, extension, setDay);
    }

    @Nullable LocalDate lastDay() {
        var period = period();
        return period == null ? null : period.lastDay(calendar, pauses);
    }

    @Nullable LocalDate endOfFirstTwenty() {
        var period = period();
        return period == null ? null : period.endOfFirstTwenty(calendar, pauses);
    }

    @Nullable LocalDate longest() {
        var period = period();
        return period == null ? null : period.longest(calendar, pauses);
    }

    List<ClockDay> days() {
        var period = period();
        return period == null ? List.of() : period.days(calendar, pauses);
    }

    /** The pauses that touched a period, this one included. */
    List<Pause> felt() {
        noteFelt(null);
        return felt;
    }

    private void noteFelt(@Nullable LocalDate replacedOn) {
        var last = lastDay();
        var start = startedOn;
        if (start == null || last == null) {
            return;
        }
        var end = replacedOn != null && replacedOn.isBefore(last) ? replacedOn : last;
        pauses.all().stream()
                .filter(it -> it.to().isAfter(start) && !it.from().isAfter(end))
                .filter(it -> !felt.contains(it))
                .forEach(felt::add);
    }
}
