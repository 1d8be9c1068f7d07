package org.gongkai.platform.calendar;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The calendars as the register made them once (历史日历), with the notices that counted then. The
 * register is only added to, so that every calendar by which something was ever counted can be made
 * again.
 */
public record PastCalendars(
        WorkingCalendar national, WorkingCalendar regional, List<HolidayNotice> notices) {

    public PastCalendars {
        notices = List.copyOf(notices);
    }

    static PastCalendars of(List<HolidayNotice> notices) {
        return new PastCalendars(
                CalendarMerge.merge(CalendarCode.CN, notices),
                CalendarMerge.merge(CalendarCode.NX, notices),
                notices);
    }

    /** The calendar of a place. */
    public WorkingCalendar calendar(CalendarCode code) {
        return code == CalendarCode.CN ? national : regional;
    }

    /**
     * The latest paper that counts here and did not count there: by what the one became the other;
     * empty when entries were only taken back.
     */
    public Optional<HolidayNotice> newSince(PastCalendars older) {
        var known = new HashSet<>(older.notices().stream().map(HolidayNotice::id).toList());
        return notices.stream()
                .filter(it -> !known.contains(it.id()))
                .max(Comparator.comparing(HolidayNotice::validFrom));
    }
}
