package org.gongkai.platform.accounts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.gongkai.platform.accounts.AccountDesk;
import org.gongkai.platform.accounts.Session;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account (我的账号): password and sessions. */
@Controller
class OwnAccountPages {
    private final AccountDesk desk;
    private final Forms forms;

    OwnAccountPages(AccountDesk desk, Forms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    /** What is typed; none of it is shown again. */
    record PasswordForm(@Nullable String old, @Nullable String wanted, @Nullable String again) {
        String chosen() {
            if (!Objects.equals(wanted, again)) {
                throw Refusal.invalid("again", "accounts.password.not-the-same");
            }
            return Objects.requireNonNullElse(wanted, "");
        }

        @Override
        public String toString() {
            return "PasswordForm";
        }
    }

    @GetMapping("/desk/account")
    String page(
            @RequestParam(required = false) @Nullable String done,
            Model model,
            Actor actor,
            Session session) {
        model.addAttribute("done", "password".equals(done) || "session".equals(done) ? done : null);
        return shown(model, actor, session);
    }

    @PostMapping("/desk/account/password")
    String changePassword(
            PasswordForm form,
            Model model,
            HttpServletResponse response,
            Actor actor,
            Session session) {
        return forms.send(
                model,
                response,
                () -> {
                    String old = Objects.requireNonNullElse(form.old(), "");
                    desk.changePassword(actor, session, old, form.chosen());
                    return "redirect:/desk/account?done=password";
                },
                () -> shown(model, actor, session));
    }

    @PostMapping("/desk/account/sessions/{id}/end")
    String endSession(@PathVariable long id, Actor actor) {
        desk.endSession(actor, id);
        return "redirect:/desk/account?done=session";
    }

    private String shown(Model model, Actor actor, Session session) {
        model.addAttribute("account", desk.account(actor));
        model.addAttribute("sessions", desk.sessions(actor));
        model.addAttribute("current", session.id());
        model.addAttribute("codesLeft", desk.recoveryCodesLeft(actor));
        return "accounts/own";
    }
}
