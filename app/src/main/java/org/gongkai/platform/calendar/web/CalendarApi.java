package org.gongkai.platform.calendar.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.CalendarDay;
import org.gongkai.platform.calendar.CalendarDesk;
import org.gongkai.platform.calendar.CalendarYear;
import org.gongkai.platform.calendar.Certainty;
import org.gongkai.platform.calendar.HolidayNotice;
import org.gongkai.platform.calendar.NoticeDay;
import org.gongkai.platform.calendar.NoticeKind;
import org.gongkai.platform.calendar.NoticeRecord;
import org.gongkai.platform.calendar.NoticeReview;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * The calendar desk for programs (工作日历接口): notices are examined first, and entered with the
 * fingerprint of what was examined.
 */
@RestController
@RequestMapping("/api/v1/calendar")
class CalendarApi {
    private final CalendarDesk desk;
    private final NoticeReading reading;
    private final DayWords words;

    CalendarApi(CalendarDesk desk, NoticeReading reading, DayWords words) {
        this.desk = desk;
        this.reading = reading;
        this.words = words;
    }

    /** A notice in the register. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Notice(
            @Nullable Long id,
            CalendarCode calendar,
            NoticeKind kind,
            int year,
            @Nullable String number,
            String title,
            String issuedBy,
            LocalDate validFrom,
            Certainty certainty,
            String source,
            List<NoticeDay> days,
            @Nullable Instant enteredAt,
            @Nullable String enteredBy,
            NoticeRecord.@Nullable Withdrawal withdrawal) {

        static Notice of(NoticeRecord entry) {
            return of(
                    entry.notice().id(),
                    entry.notice(),
                    entry.enteredAt(),
                    entry.enteredBy(),
                    entry.withdrawal());
        }

        /** A notice that has been examined and not entered. */
        static Notice of(HolidayNotice notice) {
            return of(null, notice, null, null, null);
        }

        private static Notice of(
                @Nullable Long id,
                HolidayNotice notice,
                @Nullable Instant enteredAt,
                @Nullable String enteredBy,
                NoticeRecord.@Nullable Withdrawal withdrawal) {
            return new Notice(
                    id,
                    notice.calendar(),
                    notice.kind(),
                    notice.year(),
                    notice.number(),
                    notice.title(),
                    notice.issuedBy(),
                    notice.validFrom(),
                    notice.certainty(),
                    notice.source(),
                    notice.days(),
                    enteredAt,
                    enteredBy,
                    withdrawal);
        }
    }

    /** A day of a year, with why it counts or does not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Day(
            LocalDate date,
            boolean counted,
            String reason,
            String explanation,
            @Nullable String ground,
            boolean provisional) {}

    /** A year, day by day. */
    record Year(
            int year,
            CalendarCode calendar,
            String calendarVersion,
            boolean provisional,
            int workingDays,
            List<Day> days) {}

    /** A day that would change. */
    record Change(Day before, Day after) {}

    /**
     * What a notice would change.
     *
     * @param input to be sent on entering, with the fingerprint in it
     */
    record Review(
            NoticeInput input,
            Notice notice,
            List<Change> changes,
            int repeated,
            int workingDaysBefore,
            int workingDaysAfter) {}

    /** A year file in the format of holiday-cn, and what the file does not say. */
    record YearFileInput(
            @Nullable String calendar,
            @Nullable String number,
            @Nullable LocalDate validFrom,
            @Nullable Certainty certainty,
            @Nullable String source,
            @Nullable JsonNode file) {

        ImportForm form() {
            return new ImportForm(
                    calendar,
                    number,
                    validFrom == null ? null : validFrom.toString(),
                    certainty == null ? null : certainty.name(),
                    source,
                    file == null ? "" : file.toString());
        }
    }

    /** Why an entry was wrong. */
    record WithdrawalInput(@Nullable String reason) {}

    @GetMapping("/years/{year}")
    Year year(@PathVariable int year, @RequestParam(defaultValue = "CN") String calendar) {
        var code = CalendarCode.of(calendar).orElseThrow(Refusal::notFound);
        CalendarYear shown = desk.year(code, year);
        return new Year(
                shown.year(),
                shown.calendar(),
                shown.version(),
                shown.provisional(),
                shown.workingDays(),
                shown.days().stream().map(this::day).toList());
    }

    @GetMapping("/notices")
    Items<Notice> register() {
        return Items.whole(desk.register()).map(Notice::of);
    }

    @GetMapping("/notices/{id}")
    Notice notice(@PathVariable long id) {
        return Notice.of(desk.entry(id));
    }

    @PostMapping("/notices/examination")
    Review examine(Actor actor, @RequestBody NoticeInput input) {
        return review(input, desk.examine(actor, input.draft()));
    }

    @PostMapping("/year-files/examination")
    Review read(Actor actor, @RequestBody YearFileInput input) {
        CalendarDesk.requireRight(actor);
        var draft = reading.draft(reading.form(input.form()));
        return review(NoticeInput.of(draft), desk.examine(actor, draft));
    }

    @PostMapping("/notices")
    ResponseEntity<Notice> enter(Actor actor, @RequestBody NoticeInput input) {
        var fingerprint = Objects.requireNonNullElse(input.fingerprint(), "");
        var entered = desk.enter(actor, input.draft(), fingerprint);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", "/api/v1/calendar/notices/" + entered.notice().id())
                .body(Notice.of(entered));
    }

    @PostMapping("/notices/{id}/withdrawal")
    Notice withdraw(Actor actor, @PathVariable long id, @RequestBody WithdrawalInput input) {
        var reason = Objects.requireNonNullElse(input.reason(), "");
        return Notice.of(desk.withdraw(actor, id, reason));
    }

    private Review review(NoticeInput input, NoticeReview review) {
        return new Review(
                input.with(review.fingerprint()),
                Notice.of(review.notice()),
                review.changes().stream()
                        .map(it -> new Change(day(it.before()), day(it.after())))
                        .toList(),
                review.repeated(),
                review.workingDaysBefore(),
                review.workingDaysAfter());
    }

    private Day day(CalendarDay day) {
        return new Day(
                day.date(),
                day.counted(),
                day.reason().code(),
                words.reason(day),
                words.ground(day),
                day.provisional());
    }
}
