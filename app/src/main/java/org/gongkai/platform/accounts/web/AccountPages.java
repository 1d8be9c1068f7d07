package org.gongkai.platform.accounts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.gongkai.platform.accounts.AccountId;
import org.gongkai.platform.accounts.AccountOffice;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The operator's pages about accounts (账号管理). */
@Controller
class AccountPages {
    private final AccountOffice office;
    private final Forms forms;

    AccountPages(AccountOffice office, Forms forms) {
        this.office = office;
        this.forms = forms;
    }

    /** A new account as typed. */
    record AccountForm(@Nullable String person, @Nullable String username) {
        PersonId who() {
            if (person == null || !person.matches("[0-9]{1,18}")) {
                throw Refusal.invalid("person", "accounts.office.choose-person");
            }
            return new PersonId(Long.parseLong(person));
        }
    }

    @GetMapping("/desk/accounts")
    String list(
            @RequestParam(defaultValue = "") String find, Model model, Paging paging, Actor actor) {
        var shown = office.list(actor, find.strip(), paging);
        model.addAttribute("find", find);
        model.addAttribute("shown", shown);
        if (shown.next() != null) {
            model.addAttribute(
                    "more",
                    UriComponentsBuilder.fromPath("/desk/accounts")
                            .queryParam("find", "{find}")
                            .queryParam("after", shown.next())
                            .encode()
                            .buildAndExpand(find)
                            .toUriString());
        }
        return "accounts/list";
    }

    @GetMapping("/desk/accounts/new")
    String newForm(@ModelAttribute("form") AccountForm form, Model model, Actor actor) {
        model.addAttribute("people", office.withoutAccount(actor));
        return "accounts/new";
    }

    @PostMapping("/desk/accounts")
    String open(
            @ModelAttribute("form") AccountForm form,
            Model model,
            HttpServletResponse response,
            Actor actor) {
        return forms.send(
                model,
                response,
                () -> {
                    String username = Objects.requireNonNullElse(form.username(), "");
                    return "redirect:/desk/accounts/" + office.open(actor, form.who(), username);
                },
                () -> newForm(form, model, actor));
    }

    @GetMapping("/desk/accounts/{id}")
    String one(@PathVariable long id, Model model, Actor actor) {
        model.addAttribute("it", office.read(actor, new AccountId(id)));
        return "accounts/one";
    }

    @PostMapping("/desk/accounts/{id}/secret")
    String invite(@PathVariable long id, Model model, Actor actor) {
        model.addAttribute("secret", office.invite(actor, new AccountId(id)));
        return one(id, model, actor);
    }

    @PostMapping("/desk/accounts/{id}/{step:disable|enable|unlock|end-second-factor}")
    String step(
            @PathVariable long id,
            @PathVariable String step,
            Model model,
            HttpServletResponse response,
            Actor actor) {
        return forms.send(
                model,
                response,
                () -> {
                    AccountStep.named(step).take(office, actor, new AccountId(id));
                    return "redirect:/desk/accounts/" + id;
                },
                () -> one(id, model, actor));
    }
}
