package org.gongkai.opengov.drinkingwater.alerts.web;

import jakarta.servlet.http.HttpServletRequest;
import org.gongkai.opengov.drinkingwater.alerts.AlertIntake;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mail alerts over the API (邮件提醒接口). */
@RestController
@RequestMapping("/api/v1/public/water/alerts")
class AlertApi {
    private final AlertIntake intake;

    AlertApi(AlertIntake intake) {
        this.intake = intake;
    }

    /** Who wants to be told. */
    record Wish(@Nullable String agency, @Nullable String email) {}

    /** The code of a link. */
    record Code(@Nullable String code) {}

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(@RequestBody Wish wish, HttpServletRequest request) {
        intake.ask(wish.agency(), wish.email(), request.getRemoteAddr());
    }

    @PostMapping("/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@RequestBody Code code) {
        intake.confirm(code.code());
    }

    @PostMapping("/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@RequestBody Code code) {
        intake.end(code.code());
    }
}
