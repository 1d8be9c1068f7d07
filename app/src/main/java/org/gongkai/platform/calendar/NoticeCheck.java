package org.gongkai.platform.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;

/**
 * What a notice must have before it is entered (登记要求). A day is taken in only with the number of
 * the notice that arranges it: hearsay about regional festivals is plentiful and wrong.
 */
final class NoticeCheck {
    static final int MOST_DAYS = 120;

    /** 发文字号: issuer's mark, year in 〔〕, running number. */
    private static final Pattern NUMBER = Pattern.compile("\\S{1,30}〔20\\d\\d〕\\d{1,4}号");

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_NAME = 20;

    private final NoticeDraft draft;
    private final List<FieldProblem> problems = new ArrayList<>();

    private NoticeCheck(NoticeDraft draft) {
        this.draft = draft;
    }

    /** Refuses a draft with all that is wrong at once. */
    static void check(NoticeDraft draft, List<HolidayNotice> known) {
        var check = new NoticeCheck(draft);
        check.head(known);
        check.days();
        if (!check.problems.isEmpty()) {
            throw Refusal.invalid(check.problems);
        }
    }

    /** Refuses a calendar in which a legal holiday would be a working day. */
    static void checkLegalHolidays(int year, WorkingCalendar after) {
        var missing =
                HolidayRules.of(year).holidays(year).stream()
                        .filter(it -> after.isWorkingDay(it.day()))
                        .map(it -> problem("days", "legal-holiday-missing", it.day()))
                        .toList();
        if (!missing.isEmpty()) {
            throw Refusal.invalid(missing);
        }
    }

    private void head(List<HolidayNotice> known) {
        text("title", draft.title());
        text("issuedBy", draft.issuedBy());
        text("source", draft.source());
        if (!NUMBER.matcher(draft.number()).matches()) {
            add("number", "number-unreadable");
        } else if (known.stream().anyMatch(it -> draft.number().equals(it.number()))) {
            add("number", "number-known", draft.number());
        }
        if (draft.year() < LunarFestivals.FIRST_YEAR || draft.year() >= LunarFestivals.LAST_YEAR) {
            add(
                    "year",
                    "year-out-of-reach",
                    LunarFestivals.FIRST_YEAR,
                    LunarFestivals.LAST_YEAR - 1);
        }
        int announced = draft.validFrom().getYear();
        if (announced < draft.year() - 1 || announced > draft.year()) {
            add("validFrom", "valid-from-far-away", draft.year() - 1, draft.year());
        }
    }

    private void days() {
        boolean mayBeEmpty = draft.calendar() == CalendarCode.NX && draft.wholeYear();
        if (draft.days().isEmpty() && !mayBeEmpty) {
            add("days", "days-missing");
        }
        if (draft.days().size() > MOST_DAYS) {
            add("days", "days-too-many", MOST_DAYS);
        }
        var seen = new HashSet<LocalDate>();
        var first = LocalDate.of(draft.year(), 1, 1).minusMonths(1);
        for (var day : draft.days()) {
            if (day.day().isBefore(first) || day.day().getYear() > draft.year()) {
                add("days", "day-outside-year", day.day(), draft.year());
            }
            if (!seen.add(day.day())) {
                add("days", "day-twice", day.day());
            }
            if (day.festival().isBlank() || day.festival().length() > LONGEST_NAME) {
                add("days", "festival-missing", day.day(), LONGEST_NAME);
            }
        }
    }

    private void text(String field, String value) {
        if (value.isBlank()) {
            add(field, "missing");
        } else if (value.length() > LONGEST_TEXT) {
            add(field, "too-long", LONGEST_TEXT);
        }
    }

    private void add(String field, String what, Object... arguments) {
        problems.add(problem(field, what, arguments));
    }

    private static FieldProblem problem(String field, String what, Object... arguments) {
        return FieldProblem.of(field, "calendar.notice.problem." + what, arguments);
    }
}
