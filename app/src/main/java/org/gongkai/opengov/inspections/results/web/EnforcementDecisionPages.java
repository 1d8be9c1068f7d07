package org.gongkai.opengov.inspections.results.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.results.Decision;
import org.gongkai.opengov.inspections.results.EnforcementDecisionDesk;
import org.gongkai.opengov.inspections.results.Ruling;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Decisions with their seven days and rulings with their three (决定公开与撤下台账). */
@Controller
@RequestMapping("/desk/inspections/decisions")
class EnforcementDecisionPages {
    private static final String BACK = "redirect:/desk/inspections/decisions?done=";

    private final EnforcementDecisionDesk desk;
    private final Forms forms;
    private final Wording wording;

    EnforcementDecisionPages(EnforcementDecisionDesk desk, Forms forms, Wording wording) {
        this.desk = desk;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String all(Actor actor, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "done",
                done.isEmpty()
                        ? null
                        : wording.find("inspections.decisions.done." + done).orElse(null));
        return page(actor, "", Map.of(), model);
    }

    @PostMapping
    String record(
            Actor actor,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.record(
                            actor,
                            typed.get("task"),
                            typed.get("kind"),
                            typed.get("number"),
                            typed.get("decidedOn"));
                    return BACK + "recorded";
                },
                () -> page(actor, "decision", typed, model));
    }

    @PostMapping("/{id}/publication")
    String publication(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String indexNumber,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.publishedAs(actor, id, indexNumber);
                    return BACK + "published";
                },
                () -> page(actor, "publication", Map.of("indexNumber", indexNumber), model));
    }

    @PostMapping("/rulings")
    String rule(
            Actor actor,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.rule(
                            actor,
                            typed.get("task"),
                            typed.get("kind"),
                            typed.get("ruledOn"),
                            typed.get("reasons"));
                    return BACK + "ruled";
                },
                () -> page(actor, "ruling", typed, model));
    }

    private String page(Actor actor, String form, Map<String, String> typed, Model model) {
        model.addAttribute("decisions", desk.decisions(actor));
        model.addAttribute("rulings", desk.rulings(actor));
        model.addAttribute("mayKeep", InspectionRights.keeps(actor));
        model.addAttribute("form", form);
        model.addAttribute("typed", typed);
        model.addAttribute(
                "kinds",
                choices(
                        Arrays.stream(Decision.Kind.values())
                                .map(it -> Map.entry(it.slug(), it.name()))
                                .toList(),
                        "inspections.decisions.kind."));
        model.addAttribute(
                "rulingKinds",
                choices(
                        Arrays.stream(Ruling.Kind.values())
                                .map(it -> Map.entry(it.slug(), it.name()))
                                .toList(),
                        "inspections.decisions.ruling."));
        return "inspections/decisions";
    }

    private List<Choice> choices(List<Map.Entry<String, String>> names, String beginning) {
        return names.stream()
                .map(it -> Choice.of(it.getKey(), wording.say(beginning + it.getValue())))
                .toList();
    }
}
