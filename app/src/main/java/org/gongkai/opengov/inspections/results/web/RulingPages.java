package org.gongkai.opengov.inspections.results.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.inspections.results.EnforcementDecisionDesk;
import org.gongkai.opengov.inspections.results.Ruling;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rulings after which a published result comes down within three days (撤下依据台账). */
@Controller
@RequestMapping(DecisionLists.RULINGS)
class RulingPages {
    private final EnforcementDecisionDesk desk;
    private final DecisionLists lists;
    private final Forms forms;
    private final Wording wording;

    RulingPages(EnforcementDecisionDesk desk, DecisionLists lists, Forms forms, Wording wording) {
        this.desk = desk;
        this.lists = lists;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String all(
            Actor actor,
            DecisionQuery asked,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("done", wording.find("inspections.decisions.done." + done).orElse(null));
        return page(actor, asked, page, Map.of(), model);
    }

    @GetMapping("/export.{type:csv|xlsx}")
    ResponseEntity<byte[]> export(Actor actor, @PathVariable String type, DecisionQuery asked) {
        var table =
                CsvTable.of((Object[]) wording.say("inspections.rulings.csv-head").split(",", -1));
        desk.rulings(actor, asked.filter())
                .forEach(
                        it ->
                                table.row(
                                        it.ruling().number(),
                                        kind(it.ruling().kind()),
                                        it.ruling().reasons(),
                                        it.ruling().ruledOn(),
                                        it.due().lastDay(),
                                        it.ruling().downOn(),
                                        wording.say(
                                                "inspections.decisions.down."
                                                        + it.timeliness().name())));
        return table.file("rulings." + type);
    }

    @PostMapping
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
                    return "redirect:" + DecisionLists.RULINGS + "?done=ruled";
                },
                () -> page(actor, DecisionQuery.whole(), 1, typed, model));
    }

    private String page(
            Actor actor, DecisionQuery asked, int page, Map<String, String> typed, Model model) {
        var all = desk.rulings(actor, asked.filter());
        lists.show(actor, DecisionLists.RULINGS, all, asked, page, model);
        model.addAttribute("typed", typed);
        model.addAttribute("kinds", kinds());
        model.addAttribute("standings", lists.standings("inspections.decisions.down."));
        return "inspections/rulings";
    }

    private List<Choice> kinds() {
        return Arrays.stream(Ruling.Kind.values())
                .map(it -> Choice.of(it.slug(), kind(it)))
                .toList();
    }

    private String kind(Ruling.Kind of) {
        return wording.say("inspections.decisions.ruling." + of.name());
    }
}
