package org.gongkai.platform.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.platform.calendar.NoticeReview.DayChange;
import org.gongkai.platform.refusals.Refusal;

/**
 * Works out what a notice would change (登记前核对): of a year that is known, only the days that differ;
 * of the region's notice, only what it adds to the national days it repeats.
 */
final class NoticeExamination {
    private final NoticeDraft draft;
    private final List<HolidayNotice> known;

    private NoticeExamination(NoticeDraft draft, List<HolidayNotice> known) {
        this.draft = draft;
        this.known = known;
    }

    /**
     * Examines a draft against the notices that count.
     *
     * @param state stands for the state of the register the notices were read from
     */
    static NoticeReview examine(NoticeDraft draft, List<HolidayNotice> known, String state) {
        NoticeCheck.check(draft, known);
        return new NoticeExamination(draft, known).review(state);
    }

    private NoticeReview review(String state) {
        boolean amends = !draft.wholeYear() || yearIsKnown();
        var own = draft.days().stream().filter(this::addsToTheNation).toList();
        var days = draft.wholeYear() && yearIsKnown() ? differences(own) : own;
        var notice = notice(amends ? NoticeKind.AMENDMENT : NoticeKind.ANNUAL, days);
        var before = CalendarMerge.merge(draft.calendar(), known);
        var after =
                CalendarMerge.merge(
                        draft.calendar(),
                        Stream.concat(known.stream(), Stream.of(notice)).toList());
        NoticeCheck.checkLegalHolidays(draft.year(), after);
        var changes = changes(before, after);
        if (amends && changes.isEmpty()) {
            throw Refusal.invalid("days", "calendar.notice.problem.changes-nothing");
        }
        return new NoticeReview(
                notice,
                changes,
                (int) draft.days().stream().filter(it -> !days.contains(it)).count(),
                workingDays(before),
                workingDays(after),
                fingerprint(draft + state));
    }

    private boolean yearIsKnown() {
        var years = KnownYears.in(known);
        return (draft.calendar() == CalendarCode.CN ? years.national() : years.regional())
                .contains(draft.year());
    }

    /** A regional notice repeats the national days as they were known when it was written. */
    private boolean addsToTheNation(NoticeDay day) {
        if (draft.calendar() == CalendarCode.CN || day.kind() == DayKind.ORDINARY) {
            return true;
        }
        var then = known.stream().filter(it -> !it.validFrom().isAfter(draft.validFrom())).toList();
        boolean works = CalendarMerge.merge(CalendarCode.CN, then).isWorkingDay(day.day());
        return works != (day.kind() == DayKind.WORK);
    }

    private List<NoticeDay> differences(List<NoticeDay> days) {
        var words = CalendarMerge.latest(draft.calendar(), known);
        var different = new ArrayList<NoticeDay>();
        days.stream()
                .filter(
                        it -> {
                            var word = words.get(it.day());
                            return word == null || word.day().kind() != it.kind();
                        })
                .forEach(different::add);
        var listed = days.stream().map(NoticeDay::day).toList();
        words.values().stream()
                .filter(it -> it.notice().year() == draft.year())
                .map(CalendarMerge.Word::day)
                .filter(it -> !listed.contains(it.day()))
                .map(it -> new NoticeDay(it.day(), DayKind.ORDINARY, it.festival()))
                .forEach(different::add);
        return different;
    }

    private HolidayNotice notice(NoticeKind kind, List<NoticeDay> days) {
        return new HolidayNotice(
                Long.MAX_VALUE,
                draft.calendar(),
                kind,
                draft.year(),
                draft.number(),
                draft.title(),
                draft.issuedBy(),
                draft.validFrom(),
                draft.certainty(),
                draft.source(),
                days);
    }

    private List<DayChange> changes(WorkingCalendar before, WorkingCalendar after) {
        return yearAndDecemberBefore()
                .map(it -> new DayChange(before.day(it), after.day(it)))
                .filter(it -> differs(it.before(), it.after()))
                .toList();
    }

    private static boolean differs(CalendarDay before, CalendarDay after) {
        return before.reason() != after.reason()
                || !Objects.equals(before.festival(), after.festival());
    }

    private Stream<LocalDate> yearAndDecemberBefore() {
        var first = LocalDate.of(draft.year(), 1, 1).minusMonths(1);
        var start = first.isBefore(WorkingCalendar.FIRST_DAY) ? WorkingCalendar.FIRST_DAY : first;
        return start.datesUntil(LocalDate.of(draft.year() + 1, 1, 1));
    }

    private int workingDays(WorkingCalendar calendar) {
        return (int)
                LocalDate.of(draft.year(), 1, 1)
                        .datesUntil(LocalDate.of(draft.year() + 1, 1, 1))
                        .filter(calendar::isWorkingDay)
                        .count();
    }

    private static String fingerprint(String text) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
