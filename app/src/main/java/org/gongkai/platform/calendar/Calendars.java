package org.gongkai.platform.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gongkai.platform.calendar.HolidayNotices.Revision;
import org.gongkai.platform.pagecache.PageSources;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The calendars in force (现行日历), made from the register of notices.
 *
 * <p>They are made once and kept until the register changes. Whether it has is asked of the
 * database each time, so that every node counts by the same notices from the moment a change is
 * committed; no clock takes part (ADR 0024). Take a calendar once for one piece of work.
 */
@Component
public class Calendars {
    /** What every kept page that counts working days was made from. */
    static final String SOURCE = "calendar";

    private final HolidayNotices notices;
    private volatile @Nullable Made made;

    /** What was made, and from which state of the register. */
    private record Made(
            Revision revision,
            List<HolidayNotice> notices,
            Map<CalendarCode, WorkingCalendar> calendars) {}

    Calendars(HolidayNotices notices) {
        this.notices = notices;
    }

    /** The calendar by all that is known. */
    public WorkingCalendar current(CalendarCode code) {
        var calendar = upToDate().calendars().get(code);
        if (calendar == null) {
            throw new IllegalStateException("No calendar for " + code);
        }
        return calendar;
    }

    /** The calendar as it was known on this day: without notices made known later. */
    public WorkingCalendar asKnownOn(CalendarCode code, LocalDate day) {
        return of(code, it -> !it.validFrom().isAfter(day));
    }

    /** The calendar without the amendments made known after this day. */
    public WorkingCalendar withoutAmendmentsAfter(CalendarCode code, LocalDate day) {
        return of(code, it -> it.kind() == NoticeKind.ANNUAL || !it.validFrom().isAfter(day));
    }

    /** The deadline of an agency in the region, by both calendars. */
    public AgencyDeadline deadline(Period period, LocalDate start) {
        return AgencyDeadline.of(period, start, current(CalendarCode.CN), current(CalendarCode.NX));
    }

    private WorkingCalendar of(CalendarCode code, Predicate<HolidayNotice> known) {
        var all = upToDate().notices();
        return all.stream().allMatch(known)
                ? current(code)
                : CalendarMerge.merge(code, all.stream().filter(known).toList());
    }

    private Made upToDate() {
        PageSources.note(SOURCE);
        // The state is read before the notices: what is kept is never older than it says.
        var revision = notices.revision();
        var kept = made;
        if (kept != null && kept.revision().equals(revision)) {
            return kept;
        }
        var counting =
                notices.all().stream()
                        .filter(NoticeRecord::counts)
                        .map(NoticeRecord::notice)
                        .toList();
        var fresh =
                new Made(
                        revision,
                        counting,
                        Map.of(
                                CalendarCode.CN,
                                CalendarMerge.merge(CalendarCode.CN, counting),
                                CalendarCode.NX,
                                CalendarMerge.merge(CalendarCode.NX, counting)));
        made = fresh;
        return fresh;
    }
}
