package org.gongkai.platform.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
            PastCalendars calendars,
            Map<Wanted, WorkingCalendar> others,
            Map<String, Optional<PastCalendars>> past) {}

    /** A calendar of some of the notices. */
    private record Wanted(CalendarCode code, List<Long> notices) {}

    Calendars(HolidayNotices notices) {
        this.notices = notices;
    }

    /** Both calendars by all that is known. Take them once for one piece of work. */
    public PastCalendars current() {
        return upToDate().calendars();
    }

    /** The calendar by all that is known. */
    public WorkingCalendar current(CalendarCode code) {
        return current().calendar(code);
    }

    /** The calendar as it was known on this day: without notices made known later. */
    public WorkingCalendar asKnownOn(CalendarCode code, LocalDate day) {
        return of(code, it -> !it.validFrom().isAfter(day));
    }

    /** The calendar without the amendments made known after this day. */
    public WorkingCalendar withoutAmendmentsAfter(CalendarCode code, LocalDate day) {
        return of(code, it -> it.kind() == NoticeKind.ANNUAL || !it.validFrom().isAfter(day));
    }

    /** The days on which amendments were made known, the first first. */
    public List<LocalDate> amendedOn() {
        return upToDate().notices().stream()
                .filter(it -> it.kind() == NoticeKind.AMENDMENT)
                .map(HolidayNotice::validFrom)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The calendars of the state of the register in which one of them had this version (按版本找回日历);
     * empty when no state of it had.
     */
    public Optional<PastCalendars> ofVersion(String version) {
        return upToDate().past().computeIfAbsent(version, this::remade);
    }

    /** Notices were entered and taken back in order; looked for from the present backwards. */
    private Optional<PastCalendars> remade(String version) {
        var entered = notices.all().stream().map(NoticeRecord::notice).toList();
        var takenBack = notices.withdrawn();
        for (int last = entered.size(); last > 0; last--) {
            for (int back = takenBack.size(); back >= 0; back--) {
                var gone = Set.copyOf(takenBack.subList(0, back));
                var counting =
                        entered.subList(0, last).stream()
                                .filter(it -> !gone.contains(it.id()))
                                .toList();
                if (CalendarVersion.isOf(version, counting)) {
                    return Optional.of(PastCalendars.of(counting));
                }
            }
        }
        return Optional.empty();
    }

    /** The deadline of an agency in the region, by both calendars. */
    public AgencyDeadline deadline(Period period, LocalDate start) {
        return AgencyDeadline.of(period, start, current(CalendarCode.CN), current(CalendarCode.NX));
    }

    private WorkingCalendar of(CalendarCode code, Predicate<HolidayNotice> known) {
        var made = upToDate();
        var counting = made.notices().stream().filter(known).toList();
        return counting.size() == made.notices().size()
                ? made.calendars().calendar(code)
                : made.others()
                        .computeIfAbsent(
                                new Wanted(code, counting.stream().map(HolidayNotice::id).toList()),
                                it -> CalendarMerge.merge(code, counting));
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
                        PastCalendars.of(counting),
                        new ConcurrentHashMap<>(),
                        new ConcurrentHashMap<>());
        made = fresh;
        return fresh;
    }
}
