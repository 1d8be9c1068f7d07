package org.gongkai.platform.calendar.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Certainty;
import org.gongkai.platform.calendar.DayKind;
import org.gongkai.platform.calendar.NoticeDay;
import org.gongkai.platform.calendar.NoticeDraft;
import org.gongkai.platform.calendar.YearFile;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a notice from what was typed, and writes it back (通知读写). */
@Component
class NoticeReading {
    private final Wording wording;

    NoticeReading(Wording wording) {
        this.wording = wording;
    }

    /** The notice that was typed; refused with all that cannot be read. */
    NoticeDraft draft(NoticeForm form) {
        var problems = new ArrayList<FieldProblem>();
        var calendar = CalendarCode.of(text(form.calendar())).orElse(null);
        if (calendar == null) {
            problems.add(problem("calendar", "calendar-missing"));
        }
        var certainty = certainty(form.certainty());
        if (certainty == null) {
            problems.add(problem("certainty", "certainty-missing"));
        }
        if (text(form.extent()).isEmpty()) {
            problems.add(problem("extent", "extent-missing"));
        }
        int year = year(form, problems);
        var validFrom = validFrom(form, problems);
        var days = days(text(form.days()), problems);
        if (calendar == null || certainty == null || validFrom == null || !problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new NoticeDraft(
                calendar,
                year,
                text(form.number()),
                text(form.title()),
                text(form.issuedBy()),
                validFrom,
                certainty,
                text(form.source()),
                NoticeForm.WHOLE_YEAR.equals(form.extent()),
                days);
    }

    /** The same notice as the form shows it, from a year file. */
    NoticeForm form(ImportForm form) {
        var file = YearFile.read(text(form.text()));
        var code = CalendarCode.of(text(form.calendar())).orElse(CalendarCode.CN);
        var source = text(form.source());
        return new NoticeForm(
                form.calendar(),
                Integer.toString(file.year()),
                form.number(),
                wording.say("calendar.notice.title." + code, file.year()),
                wording.say("calendar.notice.issuer." + code),
                form.validFrom(),
                form.certainty(),
                source.isEmpty() ? source(file) : source,
                NoticeForm.WHOLE_YEAR,
                file.days().stream().map(this::line).collect(Collectors.joining("\n")),
                null);
    }

    private String source(YearFile file) {
        return file.papers().isEmpty()
                ? wording.say("calendar.import.source", file.year())
                : file.papers().getFirst();
    }

    private String line(NoticeDay day) {
        return day.day() + " " + wording.say("calendar.kind." + day.kind()) + " " + day.festival();
    }

    private List<NoticeDay> days(String typed, List<FieldProblem> problems) {
        var days = new ArrayList<NoticeDay>();
        int at = 0;
        for (var line : typed.split("\\R")) {
            at++;
            if (!line.isBlank()) {
                var day = day(line.strip().split("[\\s\\u3000]+", 3));
                if (day == null) {
                    problems.add(problem("days", "line-unreadable", at));
                } else {
                    days.add(day);
                }
            }
        }
        return days;
    }

    private @Nullable NoticeDay day(String[] words) {
        var kind =
                Arrays.stream(DayKind.values())
                        .filter(
                                it ->
                                        words.length == 3
                                                && words[1].equals(
                                                        wording.say("calendar.kind." + it)))
                        .findFirst();
        if (kind.isEmpty()) {
            return null;
        }
        var day = parsed(words[0]);
        return day == null ? null : new NoticeDay(day, kind.get(), words[2].strip());
    }

    private static int year(NoticeForm form, List<FieldProblem> problems) {
        var typed = text(form.year());
        if (typed.matches("[0-9]{4}")) {
            return Integer.parseInt(typed);
        }
        problems.add(problem("year", "year-missing"));
        return 0;
    }

    private static @Nullable LocalDate validFrom(NoticeForm form, List<FieldProblem> problems) {
        var day = parsed(text(form.validFrom()));
        if (day == null) {
            problems.add(problem("validFrom", "valid-from-missing"));
        }
        return day;
    }

    private static @Nullable Certainty certainty(@Nullable String typed) {
        return Arrays.stream(Certainty.values())
                .filter(it -> it.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate parsed(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    private static FieldProblem problem(String field, String what, Object... arguments) {
        return FieldProblem.of(field, "calendar.notice.problem." + what, arguments);
    }
}
