package org.gongkai.platform.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.gongkai.platform.accounts.FirstPassword;
import org.gongkai.platform.accounts.Session;
import org.gongkai.platform.accounts.SignInOrigin;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Setting a password with a one-time secret (设置密码). */
@Controller
class FirstPasswordPages {
    private final FirstPassword firstPassword;
    private final Forms forms;

    FirstPasswordPages(FirstPassword firstPassword, Forms forms) {
        this.firstPassword = firstPassword;
        this.forms = forms;
    }

    /** What is typed; only the username is shown again. */
    record FirstPasswordForm(
            @Nullable String username,
            @Nullable String secret,
            @Nullable String wanted,
            @Nullable String again) {

        String chosen() {
            if (!Objects.equals(wanted, again)) {
                throw Refusal.invalid("again", "accounts.password.not-the-same");
            }
            return Objects.requireNonNullElse(wanted, "");
        }

        @Override
        public String toString() {
            return "FirstPasswordForm";
        }
    }

    @GetMapping("/desk/first-password")
    String form(@ModelAttribute("form") FirstPasswordForm form) {
        return "accounts/first-password";
    }

    @PostMapping("/desk/first-password")
    String set(
            @ModelAttribute("form") FirstPasswordForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var from =
                SignInOrigin.of(
                        Session.Channel.DESK,
                        request.getRemoteAddr(),
                        request.getHeader(HttpHeaders.USER_AGENT));
        return forms.send(
                model,
                response,
                () -> {
                    firstPassword.set(
                            Objects.requireNonNullElse(form.username(), ""),
                            Objects.requireNonNullElse(form.secret(), ""),
                            form.chosen(),
                            from);
                    return "redirect:/desk/login";
                },
                () -> "accounts/first-password");
    }
}
