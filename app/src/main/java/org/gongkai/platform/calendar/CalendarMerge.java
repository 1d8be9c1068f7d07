package org.gongkai.platform.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the notices make a calendar (合并次序).
 *
 * <p>A day that a notice names is decided by the notice, whatever its weekday; of several by the
 * latest paper. In the region its own notice adds days off and make-up days, until a later national
 * paper says otherwise. A year without a notice has its weekdays less the legal holidays, and is
 * provisional; never weekends alone (ADR 0020, 0022).
 */
final class CalendarMerge {
    private final CalendarCode code;
    private final KnownYears knownYears;
    private final Map<LocalDate, Word> national;
    private final Map<LocalDate, Word> regional;

    /** What a notice says of a day. */
    record Word(NoticeDay day, HolidayNotice notice) {}

    private CalendarMerge(CalendarCode code, Collection<HolidayNotice> notices) {
        this.code = code;
        this.knownYears = KnownYears.in(notices);
        this.national = latest(CalendarCode.CN, notices);
        this.regional = code == CalendarCode.NX ? latest(CalendarCode.NX, notices) : Map.of();
    }

    /** The calendar that these notices make. */
    static WorkingCalendar merge(CalendarCode code, Collection<HolidayNotice> notices) {
        var relevant = CalendarVersion.relevant(code, notices);
        return new WorkingCalendar(
                code,
                CalendarVersion.of(code, relevant),
                new CalendarMerge(code, relevant).namedDays(),
                KnownYears.in(relevant));
    }

    /** What the notices of this calendar say last of each day they name. */
    static Map<LocalDate, Word> latest(CalendarCode whose, Collection<HolidayNotice> notices) {
        var words = new TreeMap<LocalDate, Word>();
        notices.stream()
                .filter(it -> it.calendar() == whose)
                .sorted(HolidayNotice.BY_AGE)
                .forEach(it -> it.days().forEach(day -> hear(words, new Word(day, it))));
        return words;
    }

    /** A later word replaces the earlier one; one that takes it back leaves none. */
    private static void hear(Map<LocalDate, Word> words, Word word) {
        if (word.day().kind() == DayKind.ORDINARY) {
            words.remove(word.day().day());
        } else {
            words.put(word.day().day(), word);
        }
    }

    private SortedMap<LocalDate, CalendarDay> namedDays() {
        var days = new TreeMap<LocalDate, CalendarDay>();
        IntStream.rangeClosed(LunarFestivals.FIRST_YEAR, LunarFestivals.LAST_YEAR)
                .filter(year -> !knownYears.national().contains(year))
                .mapToObj(HolidayRules::daysOff)
                .flatMap(it -> it.values().stream())
                .forEach(it -> days.put(it.day(), legal(it)));
        for (var date : named()) {
            var word = decisive(national.get(date), regional.get(date));
            days.put(date, asSaid(word));
        }
        return Collections.unmodifiableSortedMap(days);
    }

    private Set<LocalDate> named() {
        var dates = new HashSet<>(national.keySet());
        dates.addAll(regional.keySet());
        return dates;
    }

    /** Of a national and a regional word the later one, the region's if of one day or alike. */
    private static Word decisive(@Nullable Word national, @Nullable Word regional) {
        if (national == null || regional == null) {
            return national == null ? Objects.requireNonNull(regional) : national;
        }
        boolean alike = national.day().kind() == regional.day().kind();
        boolean nationalIsLater =
                national.notice().validFrom().isAfter(regional.notice().validFrom());
        return alike || nationalIsLater ? national : regional;
    }

    private CalendarDay asSaid(Word word) {
        var day = word.day();
        boolean own = word.notice().calendar() == CalendarCode.NX;
        var off = own ? DayReason.REGIONAL_FESTIVAL : DayReason.HOLIDAY;
        var reason = day.kind() == DayKind.WORK ? DayReason.MAKE_UP_DAY : off;
        boolean provisional =
                code == CalendarCode.NX && !knownYears.regional().contains(day.day().getYear());
        return new CalendarDay(day.day(), reason, day.festival(), null, word.notice(), provisional);
    }

    private static CalendarDay legal(LegalHoliday holiday) {
        return new CalendarDay(
                holiday.day(), DayReason.HOLIDAY, null, holiday.festival(), null, true);
    }
}
