package org.gongkai.opengov.inspections.plans.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.plans.PlanDesk;
import org.gongkai.opengov.inspections.plans.PlanWords;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plans by year, and the terms they are owed by (年度抽查计划列表、期限设置). */
@Controller
@RequestMapping(PlanListPages.ADDRESS)
class PlanListPages {
    static final String ADDRESS = "/desk/inspections/plans";

    private final PlanDesk desk;
    private final PlanWords words;
    private final Forms forms;
    private final Wording wording;
    private final Clock clock;

    PlanListPages(PlanDesk desk, PlanWords words, Forms forms, Wording wording, Clock clock) {
        this.desk = desk;
        this.words = words;
        this.forms = forms;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("problems", Problems.none());
        return list(actor, Integer.toString(LocalDate.now(clock).getYear()), model);
    }

    private String list(Actor actor, String year, Model model) {
        model.addAttribute("plans", desk.list(actor));
        model.addAttribute("words", words);
        model.addAttribute("typed", year);
        model.addAttribute("keeps", InspectionRights.keeps(actor));
        return "inspections/plans";
    }

    @PostMapping
    String begin(
            Actor actor,
            @RequestParam(defaultValue = "") String year,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> "redirect:" + ADDRESS + "/" + desk.begin(actor, Numbers.read(year)),
                () -> list(actor, year, model));
    }

    @GetMapping("/terms")
    String terms(Actor actor, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "done", done.isEmpty() ? null : wording.say("inspections.plans.terms.done"));
        return terms(actor, TermsForm.of(desk.terms(actor), LocalDate.now(clock)), model);
    }

    private String terms(Actor actor, TermsForm typed, Model model) {
        model.addAttribute("now", desk.terms(actor));
        model.addAttribute("all", desk.allTerms(actor));
        model.addAttribute("typed", typed);
        model.addAttribute("words", words);
        model.addAttribute("keeps", InspectionRights.keeps(actor));
        return "inspections/plan-terms";
    }

    @PostMapping("/terms")
    String setTerms(
            Actor actor,
            @ModelAttribute("sent") TermsForm sent,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.setTerms(actor, sent.read());
                    return "redirect:" + ADDRESS + "/terms?done=set";
                },
                () -> terms(actor, sent, model));
    }
}
