package org.gongkai.platform.accounts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.gongkai.platform.accounts.AccountDesk;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Setting up a second factor and ending it (动态码). */
@Controller
class SecondFactorPages {
    private final AccountDesk desk;
    private final Forms forms;

    SecondFactorPages(AccountDesk desk, Forms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    @GetMapping("/desk/account/second-factor")
    String page(Model model, Actor actor) {
        var account = desk.account(actor);
        model.addAttribute("account", account);
        if (!account.secondFactor()) {
            var secret = desk.beginSecondFactor(actor);
            model.addAttribute("secret", secret.text());
            model.addAttribute("qr", QrPicture.dataAddress(secret.address()));
        }
        return "accounts/second-factor";
    }

    @PostMapping("/desk/account/second-factor")
    String confirm(
            @RequestParam(required = false) @Nullable String code,
            Model model,
            HttpServletResponse response,
            Actor actor) {
        return forms.send(
                model,
                response,
                () -> {
                    String typed = Objects.requireNonNullElse(code, "");
                    model.addAttribute("codes", desk.confirmSecondFactor(actor, typed));
                    return "accounts/recovery-codes";
                },
                () -> page(model, actor));
    }

    @PostMapping("/desk/account/second-factor/end")
    String end(
            @RequestParam(required = false) @Nullable String password,
            Model model,
            HttpServletResponse response,
            Actor actor) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.endSecondFactor(actor, Objects.requireNonNullElse(password, ""));
                    return "redirect:/desk/account";
                },
                () -> page(model, actor));
    }
}
