package org.gongkai.opengov.requests;

import java.util.List;
import org.gongkai.opengov.requestclock.ClockRedating.ChangedDay;
import org.gongkai.platform.calendar.HolidayNotice;
import org.gongkai.platform.calendar.Redating;
import org.jspecify.annotations.Nullable;

/**
 * A deadline that a changed calendar moved (期限变动): both days and why.
 *
 * @param notice the paper that changed the calendar; null when an entry was taken back
 * @param changed the days on the way to the later of the two that work where they were free, or the
 *     other way round; empty where the older calendar is not known any more
 */
public record MovedDeadline(
        Redating redating, @Nullable HolidayNotice notice, List<ChangedDay> changed) {
    public MovedDeadline {
        changed = List.copyOf(changed);
    }
}
