package org.gongkai.opengov.inspections.registers.web;

import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.opengov.inspections.registers.Register;
import org.gongkai.opengov.inspections.registers.RegisterPublishing;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is public of a register, and whether it is current (名录公开页面). */
@Controller
@RequestMapping("/desk/inspections/{register:items|units|officers}/publication")
class PublicationPages {
    private final RegisterPublishing publishing;
    private final RegisterTabs tabs;
    private final ChineseDates dates;
    private final Forms forms;

    PublicationPages(
            RegisterPublishing publishing, RegisterTabs tabs, ChineseDates dates, Forms forms) {
        this.publishing = publishing;
        this.tabs = tabs;
        this.dates = dates;
        this.forms = forms;
    }

    @GetMapping
    String page(Actor actor, @PathVariable String register, Model model) {
        model.addAttribute("problems", Problems.none());
        return page(actor, named(register), model);
    }

    @PostMapping
    String prepare(
            Actor actor, @PathVariable String register, Model model, HttpServletResponse response) {
        var of = named(register);
        return forms.send(
                model,
                response,
                () -> "redirect:/desk/documents/" + publishing.prepare(actor, of),
                () -> page(actor, of, model));
    }

    private String page(Actor actor, Register of, Model model) {
        var currency = publishing.currency(actor, of);
        model.addAttribute("register", of.slug());
        model.addAttribute("address", "/desk/inspections/" + of.slug());
        model.addAttribute("tabs", tabs.of(actor, of.slug()));
        model.addAttribute("currency", currency);
        model.addAttribute("left", dates.left(currency.workingDaysLeft()));
        return "inspections/registers/publication";
    }

    static Register named(String slug) {
        return Register.named(slug).orElseThrow(Refusal::notFound);
    }
}
