package org.gongkai.platform.calendar;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The years whose whole arrangement is known (已公布安排的年份), nationally and in the region. */
record KnownYears(Set<Integer> national, Set<Integer> regional) {

    static KnownYears in(Collection<HolidayNotice> notices) {
        return new KnownYears(
                years(notices, it -> it.calendar() == CalendarCode.CN),
                years(notices, it -> it.calendar() == CalendarCode.NX));
    }

    /** Whether all is known that decides this year in this calendar. */
    boolean knows(int year, CalendarCode code) {
        return national.contains(year) && (code == CalendarCode.CN || regional.contains(year));
    }

    private static Set<Integer> years(
            Collection<HolidayNotice> notices, Predicate<HolidayNotice> whose) {
        return notices.stream()
                .filter(it -> it.kind() == NoticeKind.ANNUAL)
                .filter(whose)
                .map(HolidayNotice::year)
                .collect(Collectors.toUnmodifiableSet());
    }
}
