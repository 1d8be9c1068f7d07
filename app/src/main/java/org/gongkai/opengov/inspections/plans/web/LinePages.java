package org.gongkai.opengov.inspections.plans.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.inspections.InspectionMethod;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.PermitClass;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.opengov.inspections.plans.Exclusion;
import org.gongkai.opengov.inspections.plans.FormulaKind;
import org.gongkai.opengov.inspections.plans.PlanDesk;
import org.gongkai.opengov.inspections.plans.PlanDesk.At;
import org.gongkai.opengov.inspections.plans.PlanLine;
import org.gongkai.opengov.inspections.plans.PlanStep;
import org.gongkai.opengov.inspections.plans.PlanWords;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
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

/** A line of a plan: its counts, what its draws draw from, and its form (计划行). */
@Controller
@RequestMapping(PlanListPages.ADDRESS + "/{plan}/lines")
class LinePages {
    private static final int PER_PAGE = 50;

    private final PlanDesk desk;
    private final PlanWords words;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;

    LinePages(
            PlanDesk desk,
            PlanWords words,
            Organization organization,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.words = words;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping("/{key}")
    String one(
            Actor actor,
            @PathVariable long plan,
            @PathVariable long key,
            @RequestParam(required = false) @Nullable Integer version,
            Model model) {
        var view = desk.one(actor, plan, version);
        model.addAttribute("view", view);
        model.addAttribute("version", view.version());
        model.addAttribute("feasibility", view.owed());
        model.addAttribute("line", line(view.version().line(key).orElse(null)));
        model.addAttribute("words", words);
        model.addAttribute("keeps", InspectionRights.keeps(actor));
        return "inspections/plan-line";
    }

    @GetMapping("/{key}/pool")
    String pool(
            Actor actor,
            @PathVariable long plan,
            @PathVariable long key,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam int quarter,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var view = desk.one(actor, plan, version);
        var number = view.version().number();
        var draw = desk.look(actor, plan, number, key, quarter);
        var excluded = draw.namedExclusions().entrySet().stream().toList();
        var pages =
                Pages.of(
                        page,
                        excluded.size(),
                        PER_PAGE,
                        it ->
                                "%s/%d/lines/%d/pool?version=%d&quarter=%d&page=%d"
                                        .formatted(
                                                PlanListPages.ADDRESS,
                                                plan,
                                                key,
                                                number,
                                                quarter,
                                                it));
        var from = (pages.number() - 1) * PER_PAGE;
        var shown = excluded.subList(from, Math.min(from + PER_PAGE, excluded.size()));
        model.addAttribute("view", view);
        model.addAttribute("version", view.version());
        model.addAttribute("draw", draw);
        model.addAttribute("reasons", reasons(draw.excluded()));
        model.addAttribute("excluded", shown);
        model.addAttribute(
                "units", desk.unitNames(actor, shown.stream().map(Map.Entry::getKey).toList()));
        model.addAttribute("pages", pages);
        model.addAttribute("words", words);
        return "inspections/plan-pool";
    }

    private static Map<Exclusion, Long> reasons(Map<Long, Exclusion> excluded) {
        var reasons = new EnumMap<Exclusion, Long>(Exclusion.class);
        excluded.values().forEach(it -> reasons.merge(it, 1L, Long::sum));
        return reasons;
    }

    @GetMapping("/new")
    String add(
            Actor actor,
            @PathVariable long plan,
            @RequestParam(required = false) @Nullable Integer version,
            Model model) {
        model.addAttribute("problems", Problems.none());
        return form(actor, plan, version, null, LineForm.empty(ownSection(actor)), model);
    }

    @PostMapping("/new")
    String add(
            Actor actor,
            @PathVariable long plan,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable Long revision,
            @ModelAttribute("sent") LineForm sent,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.addLine(actor, new At(plan, version, revision), sent.entry());
                    return back(plan, version, PlanStep.ADD_LINE);
                },
                () -> form(actor, plan, version, null, sent, model));
    }

    @GetMapping("/{key}/edit")
    String edit(
            Actor actor,
            @PathVariable long plan,
            @PathVariable long key,
            @RequestParam(required = false) @Nullable Integer version,
            Model model) {
        model.addAttribute("problems", Problems.none());
        var of = desk.one(actor, plan, version).version();
        var line = line(of.line(key).orElse(null));
        return form(
                actor, plan, version, key, LineForm.of(line, words.itemNumbers(of, line)), model);
    }

    @PostMapping("/{key}/edit")
    String edit(
            Actor actor,
            @PathVariable long plan,
            @PathVariable long key,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable Long revision,
            @ModelAttribute("sent") LineForm sent,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.changeLine(actor, new At(plan, version, revision), key, sent.entry());
                    return back(plan, version, PlanStep.CHANGE_LINE);
                },
                () -> form(actor, plan, version, key, sent, model));
    }

    @PostMapping("/{key}/remove")
    String remove(
            Actor actor,
            @PathVariable long plan,
            @PathVariable long key,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable Long revision) {
        desk.removeLine(actor, new At(plan, version, revision), key);
        return back(plan, version, PlanStep.REMOVE_LINE);
    }

    private static String back(long plan, int version, PlanStep step) {
        return "redirect:%s/%d?version=%d&done=%s"
                .formatted(PlanListPages.ADDRESS, plan, version, step.slug());
    }

    private static PlanLine line(@Nullable PlanLine found) {
        if (found == null) {
            throw Refusal.notFound();
        }
        return found;
    }

    private String form(
            Actor actor,
            long plan,
            @Nullable Integer number,
            @Nullable Long key,
            LineForm typed,
            Model model) {
        var view = desk.one(actor, plan, number);
        if (!view.may(key == null ? "add-line" : "change-line")) {
            throw Refusal.notFound();
        }
        model.addAttribute("view", view);
        model.addAttribute("version", view.version());
        model.addAttribute("key", key);
        model.addAttribute("typed", typed);
        model.addAttribute(
                "classes",
                Arrays.stream(SupervisionClass.values())
                        .map(it -> Choice.of(it.slug(), it.term()))
                        .toList());
        model.addAttribute(
                "permits",
                Arrays.stream(PermitClass.values())
                        .map(it -> Choice.of(it.slug(), it.term()))
                        .toList());
        model.addAttribute(
                "methods",
                Arrays.stream(InspectionMethod.values())
                        .map(it -> Choice.of(it.slug(), it.term()))
                        .toList());
        model.addAttribute(
                "items",
                desk.items(actor).stream()
                        .map(it -> Choice.of(it.number(), it.number() + "　" + it.title()))
                        .toList());
        model.addAttribute(
                "formulas",
                Arrays.stream(FormulaKind.values())
                        .map(it -> Choice.of(it.slug(), kind(it)))
                        .toList());
        model.addAttribute(
                "quarters",
                List.of(1, 2, 3, 4).stream()
                        .map(it -> Choice.of(Integer.toString(it), words.quarter(it)))
                        .toList());
        return "inspections/plan-line-form";
    }

    private String kind(FormulaKind kind) {
        return wording.say("inspections.plans.formula-kind." + kind.name());
    }

    private String ownSection(Actor actor) {
        return actor.grants().stream()
                .map(it -> it.section())
                .filter(it -> it != null)
                .findFirst()
                .map(it -> organization.section(it).name())
                .orElse("");
    }
}
