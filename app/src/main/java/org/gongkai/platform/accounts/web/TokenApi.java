package org.gongkai.platform.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.accounts.AccountDesk;
import org.gongkai.platform.accounts.Session;
import org.gongkai.platform.accounts.SignIn;
import org.gongkai.platform.accounts.SignInOrigin;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for programs (接口令牌). */
@RestController
class TokenApi {
    private final SignIn signIn;
    private final AccountDesk desk;

    TokenApi(SignIn signIn, AccountDesk desk) {
        this.signIn = signIn;
        this.desk = desk;
    }

    /** What is sent for a token. */
    record TokenRequest(
            @Nullable String username, @Nullable String password, @Nullable String otp) {

        SignIn.Credentials credentials() {
            var problems = new ArrayList<FieldProblem>();
            if (username == null || username.isBlank()) {
                problems.add(FieldProblem.of("username", "refusals.field.required"));
            }
            if (password == null || password.isEmpty()) {
                problems.add(FieldProblem.of("password", "refusals.field.required"));
            }
            if (username == null || password == null || !problems.isEmpty()) {
                throw Refusal.invalid(problems);
            }
            return new SignIn.Credentials(username, password, otp);
        }

        @Override
        public String toString() {
            return "TokenRequest";
        }
    }

    /** A token, told once. */
    record Token(String token, Instant expiresAt, String user, String name, List<Role> roles) {
        @Override
        public String toString() {
            return "Token";
        }
    }

    @PostMapping("/api/v1/tokens")
    ResponseEntity<Token> issue(@RequestBody TokenRequest asked, HttpServletRequest request) {
        var from =
                SignInOrigin.of(
                        Session.Channel.API,
                        request.getRemoteAddr(),
                        request.getHeader(HttpHeaders.USER_AGENT));
        var signedIn = signIn.signIn(asked.credentials(), from);
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(
                        new Token(
                                signedIn.token(),
                                signedIn.session().expiresAt(),
                                signedIn.account().username(),
                                signedIn.actor().name(),
                                roles(signedIn.actor())));
    }

    @DeleteMapping("/api/v1/tokens/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, Session session) {
        desk.signOut(actor, session);
    }

    static List<Role> roles(Actor actor) {
        return actor.grants().stream().map(Grant::role).distinct().sorted().toList();
    }
}
