package org.gongkai.opengov.mistakes.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.opengov.mistakes.MistakeEntry;
import org.gongkai.opengov.mistakes.MistakeIntake;
import org.gongkai.opengov.mistakes.MistakeReceipt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The readers' form over the API (找错接口): the same as the page. */
@RestController
@RequestMapping("/api/v1/public/mistakes")
class ReaderApi {
    private final MistakeIntake intake;

    ReaderApi(MistakeIntake intake) {
        this.intake = intake;
    }

    /** Number and secret of a report. */
    record Question(@Nullable String number, @Nullable String secret) {}

    /** What became of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Followed(
            String number,
            String page,
            String kind,
            String state,
            @Nullable String section,
            Instant receivedAt,
            LocalDate due,
            boolean provisional,
            @Nullable String answer,
            @Nullable Instant answeredAt) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MistakeReceipt report(@RequestBody MistakeEntry entry, HttpServletRequest request) {
        return intake.report(entry, request.getRemoteAddr());
    }

    @PostMapping("/track")
    Followed track(@RequestBody Question question, HttpServletRequest request) {
        var it = intake.follow(question.number(), question.secret(), request.getRemoteAddr());
        var report = it.report();
        var answer = it.answer();
        return new Followed(
                report.number(),
                report.page(),
                report.kind().slug(),
                report.state().slug(),
                it.section(),
                report.receivedAt(),
                it.due(),
                it.provisional(),
                answer == null ? null : answer.words(),
                answer == null ? null : answer.takenAt());
    }
}
