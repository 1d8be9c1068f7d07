package org.gongkai.platform.calendar.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Certainty;
import org.gongkai.platform.calendar.DayKind;
import org.gongkai.platform.calendar.NoticeDay;
import org.gongkai.platform.calendar.NoticeDraft;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A notice as a program sends it (通知登记接口).
 *
 * @param wholeYear whether the days are the whole arrangement of the year; else they are changes
 * @param fingerprint what the examination answered; not needed before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeInput(
        @Nullable CalendarCode calendar,
        @Nullable Integer year,
        @Nullable String number,
        @Nullable String title,
        @Nullable String issuedBy,
        @Nullable LocalDate validFrom,
        @Nullable Certainty certainty,
        @Nullable String source,
        @Nullable Boolean wholeYear,
        @Nullable List<DayInput> days,
        @Nullable String fingerprint) {

    /** One day that the notice names. */
    record DayInput(@Nullable LocalDate day, @Nullable DayKind kind, @Nullable String festival) {
        @Nullable NoticeDay read() {
            return day == null || kind == null ? null : new NoticeDay(day, kind, text(festival));
        }
    }

    static NoticeInput of(NoticeDraft draft) {
        return new NoticeInput(
                draft.calendar(),
                draft.year(),
                draft.number(),
                draft.title(),
                draft.issuedBy(),
                draft.validFrom(),
                draft.certainty(),
                draft.source(),
                draft.wholeYear(),
                draft.days().stream()
                        .map(it -> new DayInput(it.day(), it.kind(), it.festival()))
                        .toList(),
                null);
    }

    NoticeInput with(String examined) {
        return new NoticeInput(
                calendar, year, number, title, issuedBy, validFrom, certainty, source, wholeYear,
                days, examined);
    }

    /** The notice; refused with all that is missing. */
    NoticeDraft draft() {
        var problems = new ArrayList<FieldProblem>();
        require(problems, "calendar", calendar, "calendar-missing");
        require(problems, "year", year, "year-missing");
        require(problems, "validFrom", validFrom, "valid-from-missing");
        require(problems, "certainty", certainty, "certainty-missing");
        require(problems, "wholeYear", wholeYear, "extent-missing");
        var named = named(problems);
        if (calendar == null
                || year == null
                || validFrom == null
                || certainty == null
                || wholeYear == null
                || !problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new NoticeDraft(
                calendar,
                year,
                text(number),
                text(title),
                text(issuedBy),
                validFrom,
                certainty,
                text(source),
                wholeYear,
                named);
    }

    private List<NoticeDay> named(List<FieldProblem> problems) {
        var named = new ArrayList<NoticeDay>();
        int at = 0;
        for (var each : Objects.requireNonNullElse(days, List.<DayInput>of())) {
            at++;
            var day = each.read();
            if (day == null) {
                problems.add(problem("days", "line-unreadable", at));
            } else {
                named.add(day);
            }
        }
        return named;
    }

    private static void require(
            List<FieldProblem> problems, String field, @Nullable Object value, String missing) {
        if (value == null) {
            problems.add(problem(field, missing));
        }
    }

    private static FieldProblem problem(String field, String what, Object... arguments) {
        return FieldProblem.of(field, "calendar.notice.problem." + what, arguments);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
