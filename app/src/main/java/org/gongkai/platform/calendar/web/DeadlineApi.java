package org.gongkai.platform.calendar.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.CalendarDay;
import org.gongkai.platform.calendar.DeadlineDesk;
import org.gongkai.platform.calendar.Redating;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The deadline calculator for programs (期限测算接口). */
@RestController
class DeadlineApi {
    private final DeadlineDesk desk;
    private final DayWords words;

    DeadlineApi(DeadlineDesk desk, DayWords words) {
        this.desk = desk;
        this.words = words;
    }

    /** A deadline as programs get it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            LocalDate from,
            int workingDays,
            CalendarCode calendar,
            String calendarVersion,
            LocalDate due,
            boolean provisional,
            List<Day> days,
            List<Assumed> assumptions,
            @Nullable Redating redating) {}

    /** A day from the day after {@code from} to {@code due}. */
    record Day(LocalDate date, boolean counted, String reason) {
        static Day of(CalendarDay day) {
            return new Day(day.date(), day.counted(), day.reason().code());
        }
    }

    /** What is taken for granted because a notice is missing. */
    record Assumed(String code, int year, String text) {}

    @GetMapping("/api/v1/public/deadline")
    Answer deadline(@ModelAttribute DeadlineForm form) {
        var answer = desk.answer(form.question());
        var deadline = answer.deadline();
        return new Answer(
                deadline.from(),
                deadline.workingDays(),
                deadline.calendar(),
                deadline.calendarVersion(),
                deadline.due(),
                deadline.provisional(),
                deadline.days().stream().map(Day::of).toList(),
                deadline.assumptions().stream()
                        .map(it -> new Assumed(it.kind().code(), it.year(), words.assumption(it)))
                        .toList(),
                answer.redating().moved() ? answer.redating() : null);
    }
}
