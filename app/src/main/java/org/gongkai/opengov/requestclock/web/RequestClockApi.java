package org.gongkai.opengov.requestclock.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.gongkai.opengov.requestclock.ClockExplanations;
import org.gongkai.opengov.requestclock.ClockQuestion;
import org.gongkai.opengov.requestclock.ClockWords;
import org.gongkai.opengov.requestclock.EventInput;
import org.gongkai.opengov.requestclock.RequestClocks;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The calculator of request clocks for programs (办理时限测算接口). */
@RestController
class RequestClockApi {
    private final RequestClocks clocks;
    private final ClockWords words;
    private final ClockExplanations explanations;
    private final CalculatorPace pace;

    RequestClockApi(
            RequestClocks clocks,
            ClockWords words,
            ClockExplanations explanations,
            CalculatorPace pace) {
        this.clocks = clocks;
        this.words = words;
        this.explanations = explanations;
        this.pace = pace;
    }

    /** What is asked. */
    record Question(
            @Nullable String calendar,
            @Nullable String asOf,
            @Nullable List<@Nullable EventInput> events) {}

    @PostMapping("/api/v1/public/requests/clock")
    ClockAnswer read(@RequestBody Question question, HttpServletRequest request) {
        pace.take(request.getRemoteAddr());
        var asked = ClockQuestion.read(question.calendar(), question.asOf(), question.events());
        return ClockAnswer.of(explanations.of(clocks.answer(asked)), words);
    }
}
