package org.gongkai.opengov.inspections.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.LocalRules.Level;
import org.gongkai.opengov.inspections.LocalRules.Span;
import org.gongkai.opengov.inspections.LocalRulesDesk;
import org.gongkai.opengov.inspections.LocalRulesEntry;
import org.gongkai.opengov.inspections.RecusalReason;
import org.gongkai.opengov.inspections.RiskClass;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The local rules of inspections, what holds and every edition (实施细则页面). */
@Controller
@RequestMapping("/desk/inspections/rules")
class LocalRulesPages {
    private final LocalRulesDesk desk;
    private final Forms forms;
    private final Wording wording;

    LocalRulesPages(LocalRulesDesk desk, Forms forms, Wording wording) {
        this.desk = desk;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String list(Actor actor, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "done", done.equals("entered") ? wording.say("inspections.rules.entered") : null);
        return page(actor, LocalRulesEntry.of(desk.standing(actor).today()), model);
    }

    @PostMapping
    String enter(
            Actor actor,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        var typed = new HashMap<String, String>();
        sent.forEach((field, values) -> typed.put(field, String.join("\n", values)));
        var entry = new LocalRulesEntry(typed);
        return forms.send(
                model,
                response,
                () -> {
                    desk.enter(actor, entry);
                    return "redirect:/desk/inspections/rules?done=entered";
                },
                () -> page(actor, entry, model));
    }

    private String page(Actor actor, LocalRulesEntry entry, Model model) {
        var standing = desk.standing(actor);
        model.addAttribute("today", standing.today());
        model.addAttribute("byDefault", standing.byDefault());
        model.addAttribute("entered", standing.entered());
        model.addAttribute("keeps", InspectionRights.keeps(actor));
        model.addAttribute("entry", entry);
        model.addAttribute("classes", List.of(SupervisionClass.values()));
        model.addAttribute("risks", List.of(RiskClass.values()));
        model.addAttribute("levels", choices("inspections.rules.level.", Level.values()));
        model.addAttribute("spans", choices("inspections.rules.span.", Span.values()));
        model.addAttribute(
                "reasons",
                Arrays.stream(RecusalReason.values())
                        .map(it -> Choice.of(it.slug(), it.term()))
                        .toList());
        return "inspections/rules";
    }

    private List<Choice> choices(String key, Enum<?>[] all) {
        return Arrays.stream(all)
                .map(
                        it ->
                                Choice.of(
                                        it.name().toLowerCase(Locale.ROOT),
                                        wording.say(key + it.name())))
                .toList();
    }
}
