package org.gongkai.platform.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.platform.accounts.AccountDesk;
import org.gongkai.platform.accounts.FirstPassword;
import org.gongkai.platform.accounts.Session;
import org.gongkai.platform.accounts.SignInOrigin;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Password and second factor of one's own account for programs (我的账号接口). */
@RestController
class OwnAccountApi {
    private final AccountDesk desk;
    private final FirstPassword firstPassword;

    OwnAccountApi(AccountDesk desk, FirstPassword firstPassword) {
        this.desk = desk;
        this.firstPassword = firstPassword;
    }

    /** A change of password; none of it is ever shown. */
    record PasswordChange(@Nullable String old, @Nullable String wanted) {
        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    /** A first password, with the one-time secret that the operator gave. */
    record FirstPasswordInput(
            @Nullable String username, @Nullable String secret, @Nullable String wanted) {
        @Override
        public String toString() {
            return "FirstPasswordInput";
        }
    }

    /** A code of the authenticator. */
    record Code(@Nullable String code) {
        @Override
        public String toString() {
            return "Code";
        }
    }

    /** The password once more. */
    record Password(@Nullable String password) {
        @Override
        public String toString() {
            return "Password";
        }
    }

    /** What an authenticator needs, told once. */
    record Secret(String secret, String address) {
        @Override
        public String toString() {
            return "Secret";
        }
    }

    /** Codes for the day the authenticator is lost, told once. */
    record RecoveryCodes(List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "RecoveryCodes";
        }
    }

    @PutMapping("/api/v1/account/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody PasswordChange typed, Actor actor, Session session) {
        require("old", typed.old(), "wanted", typed.wanted());
        desk.changePassword(actor, session, text(typed.old()), text(typed.wanted()));
    }

    @PostMapping("/api/v1/first-password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setFirstPassword(@RequestBody FirstPasswordInput typed, HttpServletRequest request) {
        require("username", typed.username(), "secret", typed.secret(), "wanted", typed.wanted());
        var from =
                SignInOrigin.of(
                        Session.Channel.API,
                        request.getRemoteAddr(),
                        request.getHeader(HttpHeaders.USER_AGENT));
        firstPassword.set(text(typed.username()), text(typed.secret()), text(typed.wanted()), from);
    }

    @PostMapping("/api/v1/account/second-factor")
    ResponseEntity<Secret> beginSecondFactor(Actor actor) {
        var secret = desk.beginSecondFactor(actor);
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new Secret(secret.text(), secret.address()));
    }

    @PostMapping("/api/v1/account/second-factor/confirmation")
    ResponseEntity<RecoveryCodes> confirmSecondFactor(@RequestBody Code typed, Actor actor) {
        require("code", typed.code());
        var codes = desk.confirmSecondFactor(actor, text(typed.code()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new RecoveryCodes(codes));
    }

    @PostMapping("/api/v1/account/second-factor/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSecondFactor(@RequestBody Password typed, Actor actor) {
        require("password", typed.password());
        desk.endSecondFactor(actor, text(typed.password()));
    }

    /** Refuses what was left empty; names and values in turn. */
    private static void require(@Nullable String... namesAndValues) {
        var problems = new ArrayList<FieldProblem>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            var value = namesAndValues[at + 1];
            if (value == null || value.isEmpty()) {
                problems.add(FieldProblem.of(text(namesAndValues[at]), "refusals.field.required"));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
