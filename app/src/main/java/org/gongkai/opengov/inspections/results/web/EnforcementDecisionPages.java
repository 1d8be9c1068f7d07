package org.gongkai.opengov.inspections.results.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.inspections.results.Decision;
import org.gongkai.opengov.inspections.results.EnforcementDecisionDesk;
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

/** Decisions with the days within which they are to be public (决定公开台账). */
@Controller
@RequestMapping(DecisionLists.DECISIONS)
class EnforcementDecisionPages {
    private static final String BACK = "redirect:" + DecisionLists.DECISIONS + "?done=";

    private final EnforcementDecisionDesk desk;
    private final DecisionLists lists;
    private final Forms forms;
    private final Wording wording;

    EnforcementDecisionPages(
            EnforcementDecisionDesk desk, DecisionLists lists, Forms forms, Wording wording) {
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
                CsvTable.of(
                        (Object[]) wording.say("inspections.decisions.csv-head").split(",", -1));
        desk.decisions(actor, asked.filter())
                .forEach(
                        it ->
                                table.row(
                                        it.decision().number(),
                                        kind(it.decision().kind()),
                                        it.decision().taskNumber(),
                                        it.decision().decidedOn(),
                                        it.due().lastDay(),
                                        it.decision().publishedOn(),
                                        wording.say(
                                                "inspections.results.timeliness."
                                                        + it.timeliness().name())));
        return table.file("decisions." + type);
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
                () -> first(actor, typed, model));
    }

    /** Each line has a form of its own; what is wrong is shown at the field of that line. */
    @PostMapping("/{id}/publication")
    String publication(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String indexNumber,
            Model model,
            HttpServletResponse response) {
        var field = "indexNumber-" + id;
        return forms.send(
                model,
                response,
                () -> {
                    desk.publishedAs(actor, id, indexNumber);
                    return BACK + "published";
                },
                () -> {
                    var problems = (Problems) model.getAttribute("problems");
                    if (problems != null) {
                        model.addAttribute("problems", problems.moved("indexNumber", field));
                    }
                    return first(actor, Map.of(field, indexNumber), model);
                });
    }

    private String first(Actor actor, Map<String, String> typed, Model model) {
        return page(actor, DecisionQuery.whole(), 1, typed, model);
    }

    private String page(
            Actor actor, DecisionQuery asked, int page, Map<String, String> typed, Model model) {
        var all = desk.decisions(actor, asked.filter());
        lists.show(actor, DecisionLists.DECISIONS, all, asked, page, model);
        model.addAttribute("typed", typed);
        model.addAttribute("kinds", kinds());
        model.addAttribute("standings", lists.standings("inspections.results.timeliness."));
        return "inspections/decisions";
    }

    private List<Choice> kinds() {
        return Arrays.stream(Decision.Kind.values())
                .map(it -> Choice.of(it.slug(), kind(it)))
                .toList();
    }

    private String kind(Decision.Kind of) {
        return wording.say("inspections.decisions.kind." + of.name());
    }
}
