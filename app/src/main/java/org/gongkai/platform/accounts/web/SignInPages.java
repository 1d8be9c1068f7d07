package org.gongkai.platform.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.platform.accounts.AccountDesk;
import org.gongkai.platform.accounts.Session;
import org.gongkai.platform.accounts.Sessions;
import org.gongkai.platform.accounts.SignIn;
import org.gongkai.platform.accounts.SignInOrigin;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing in at the desk and out again (登录、退出). */
@Controller
class SignInPages {
    private final SignIn signIn;
    private final Sessions sessions;
    private final AccountDesk desk;

    SignInPages(SignIn signIn, Sessions sessions, AccountDesk desk) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.desk = desk;
    }

    /** What is typed; the password is never shown again. */
    record SignInForm(
            @Nullable String username,
            @Nullable String password,
            @Nullable String code,
            @Nullable String next) {

        SignIn.Credentials credentials() {
            return new SignIn.Credentials(text(username), text(password), code);
        }

        /** Where to go on: a page of the desk and nothing else. */
        String landing() {
            String asked = text(next);
            boolean desk = asked.matches("/desk(/[A-Za-z0-9._~/%-]*)?([?][^\\\\\\s{}]*)?");
            return desk && !asked.contains("//") && !asked.startsWith("/desk/log")
                    ? asked
                    : "/desk";
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }

        @Override
        public String toString() {
            return "SignInForm";
        }
    }

    @GetMapping("/desk/login")
    String form(@ModelAttribute("form") SignInForm form) {
        return SessionAuthentication.current().isPresent() ? "redirect:/desk" : "accounts/sign-in";
    }

    @PostMapping("/desk/login")
    String signIn(
            @ModelAttribute("form") SignInForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var from =
                    SignInOrigin.of(
                            Session.Channel.DESK,
                            request.getRemoteAddr(),
                            request.getHeader(HttpHeaders.USER_AGENT));
            var signedIn = signIn.signIn(form.credentials(), from);
            SessionAuthentication.current().ifPresent(sessions::end);
            DeskCookies.end(request, response, DeskCookies.FORM);
            DeskCookies.write(request, response, DeskCookies.SESSION, signedIn.token());
            return "redirect:" + form.landing();
        } catch (Refusal refusal) {
            return again(refusal, model, response);
        }
    }

    @PostMapping("/desk/logout")
    String signOut(
            Actor actor,
            Session session,
            HttpServletRequest request,
            HttpServletResponse response) {
        desk.signOut(actor, session);
        DeskCookies.end(request, response, DeskCookies.SESSION);
        return "redirect:/desk/login";
    }

    private static String again(Refusal refusal, Model model, HttpServletResponse response) {
        var after = refusal.retryAfter();
        if (after != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(after.toSeconds()));
        }
        boolean known =
                refusal.kind() == RefusalKind.NOT_SIGNED_IN
                        || refusal.kind() == RefusalKind.TOO_MANY;
        if (!known) {
            throw refusal;
        }
        response.setStatus(refusal.kind().status());
        model.addAttribute("problems", Problems.of(refusal));
        return "accounts/sign-in";
    }
}
