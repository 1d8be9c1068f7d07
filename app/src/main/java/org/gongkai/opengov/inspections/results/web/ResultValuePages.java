package org.gongkai.opengov.inspections.results.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.gongkai.opengov.inspections.results.ResultValue.Effect;
import org.gongkai.opengov.inspections.results.ResultValueEntry;
import org.gongkai.opengov.inspections.results.ResultValuesDesk;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an inspection may find, and every change of it (检查结果值维护页面). */
@Controller
@RequestMapping(ResultValuePages.ADDRESS)
class ResultValuePages {
    static final String ADDRESS = "/desk/inspections/result-values";

    private final ResultValuesDesk desk;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;
    private final Clock clock;

    ResultValuePages(
            ResultValuesDesk desk,
            Organization organization,
            Forms forms,
            Wording wording,
            Clock clock) {
        this.desk = desk;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
        this.clock = clock;
    }

    /** What was typed to end a value. */
    public record Ending(String code, @Nullable String until, @Nullable String endReason) {}

    @GetMapping
    String list(Actor actor, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("done", wording.find("inspections.values.done." + done).orElse(null));
        return page(actor, empty(), new Ending("", null, null), model);
    }

    @PostMapping
    String add(
            Actor actor,
            @ModelAttribute("typed") ResultValueEntry typed,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.add(actor, typed);
                    return "redirect:" + ADDRESS + "?done=added";
                },
                () -> page(actor, typed, new Ending("", null, null), model));
    }

    @PostMapping("/{code}/end")
    String end(
            Actor actor,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String endReason,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.end(actor, code, until, endReason);
                    return "redirect:" + ADDRESS + "?done=ended";
                },
                () -> page(actor, empty(), new Ending(code, until, endReason), model));
    }

    private static ResultValueEntry empty() {
        return new ResultValueEntry(null, null, null, null, null);
    }

    private String page(Actor actor, ResultValueEntry typed, Ending ending, Model model) {
        var standing = desk.standing(actor);
        model.addAttribute("values", standing.values().all());
        model.addAttribute("versions", standing.versions());
        model.addAttribute("mayChange", standing.mayChange());
        model.addAttribute("people", organization);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("typed", typed);
        model.addAttribute("ending", ending);
        model.addAttribute(
                "effects",
                Arrays.stream(Effect.values())
                        .map(
                                it ->
                                        Choice.of(
                                                it.slug(),
                                                wording.say(
                                                        "inspections.values.effect." + it.name())))
                        .toList());
        return "inspections/result-values";
    }
}
