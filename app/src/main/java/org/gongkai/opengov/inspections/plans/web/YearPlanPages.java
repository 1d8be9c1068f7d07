package org.gongkai.opengov.inspections.plans.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.inspections.plans.PlanDesk;
import org.gongkai.opengov.inspections.plans.PlanDesk.At;
import org.gongkai.opengov.inspections.plans.PlanPapers;
import org.gongkai.opengov.inspections.plans.PlanSettings;
import org.gongkai.opengov.inspections.plans.PlanStep;
import org.gongkai.opengov.inspections.plans.PlanTable;
import org.gongkai.opengov.inspections.plans.PlanWords;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A plan with its table, its numbers and what can be done with it (计划详情). */
@Controller
@RequestMapping(PlanListPages.ADDRESS + "/{plan}")
class YearPlanPages {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<Integer> QUARTERS = List.of(1, 2, 3, 4);
    private static final int SHOWN = 200;

    private final PlanDesk desk;
    private final PlanPapers papers;
    private final PlanTable table;
    private final PlanWords words;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;

    YearPlanPages(
            PlanDesk desk,
            PlanPapers papers,
            PlanTable table,
            PlanWords words,
            Organization organization,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.papers = papers;
        this.table = table;
        this.words = words;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
    }

    /** What was typed into the form of a step. */
    public record Typed(
            @Nullable String step,
            @Nullable String text,
            @Nullable String seats,
            @Nullable String officerCap,
            @Nullable String yearlyCap) {
        static Typed of(PlanSettings it) {
            return new Typed(
                    "",
                    "",
                    Integer.toString(it.seats()),
                    Integer.toString(it.officerCap()),
                    Integer.toString(it.yearlyCap()));
        }

        PlanSettings settings() {
            return new PlanSettings(
                    Numbers.read(officerCap), Numbers.read(yearlyCap), Numbers.read(seats));
        }
    }

    @GetMapping
    String one(
            Actor actor,
            @PathVariable long plan,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("done", said(done));
        return page(actor, plan, version, null, model);
    }

    private String page(
            Actor actor, long plan, @Nullable Integer number, @Nullable Typed typed, Model model) {
        var view = desk.one(actor, plan, number);
        model.addAttribute("view", view);
        model.addAttribute("version", view.version());
        model.addAttribute("feasibility", view.owed());
        model.addAttribute("words", words);
        model.addAttribute("people", organization);
        model.addAttribute("quarters", QUARTERS);
        model.addAttribute("typed", typed == null ? Typed.of(view.version().settings()) : typed);
        return "inspections/plan";
    }

    @PostMapping("/versions/{number}/steps/{name}")
    String step(
            Actor actor,
            @PathVariable long plan,
            @PathVariable int number,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Long revision,
            @ModelAttribute("sent") Typed sent,
            Model model,
            HttpServletResponse response) {
        var step = step(name);
        var at = new At(plan, number, revision);
        var typed = new Typed(name, sent.text(), sent.seats(), sent.officerCap(), sent.yearlyCap());
        return forms.send(
                model,
                response,
                () -> take(actor, step, at, typed),
                () -> page(actor, plan, number, typed(actor, at, typed), model));
    }

    /** A step without the settings leaves their form as it stands. */
    private Typed typed(Actor actor, At at, Typed sent) {
        if ("set".equals(sent.step())) {
            return sent;
        }
        var now = Typed.of(desk.one(actor, at.plan(), at.number()).version().settings());
        return new Typed(sent.step(), sent.text(), now.seats(), now.officerCap(), now.yearlyCap());
    }

    private String take(Actor actor, PlanStep step, At at, Typed typed) {
        switch (step) {
            case SET -> desk.set(actor, at, typed.settings());
            case COMPUTE -> desk.compute(actor, at);
            case RETURN -> desk.giveBack(actor, at, typed.text());
            case APPROVE -> desk.approve(actor, at, typed.text());
            case DROP -> desk.drop(actor, at, typed.text());
            case AMEND -> {
                var number = desk.amend(actor, at, typed.text());
                return page(at.plan(), number, step);
            }
            case PREPARE -> {
                return "redirect:/desk/documents/" + papers.prepare(actor, at);
            }
            case BEGIN, ADD_LINE, CHANGE_LINE, REMOVE_LINE -> throw Refusal.notFound();
        }
        return step == PlanStep.DROP
                ? "redirect:" + PlanListPages.ADDRESS + "/" + at.plan() + "?done=" + step.slug()
                : page(at.plan(), at.number(), step);
    }

    private static String page(long plan, int number, PlanStep step) {
        return "redirect:%s/%d?version=%d&done=%s"
                .formatted(PlanListPages.ADDRESS, plan, number, step.slug());
    }

    private static PlanStep step(String name) {
        return Arrays.stream(PlanStep.values())
                .filter(it -> it.slug().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private @Nullable String said(String done) {
        return Arrays.stream(PlanStep.values())
                .filter(it -> it.slug().equals(done))
                .findFirst()
                .map(it -> wording.say("inspections.plans.done." + it.name()))
                .orElse(null);
    }

    @GetMapping("/feasibility")
    String feasibility(
            Actor actor,
            @PathVariable long plan,
            @RequestParam(required = false) @Nullable Integer version,
            Model model) {
        var view = desk.one(actor, plan, version);
        var feasibility = view.version().feasibility();
        model.addAttribute("view", view);
        model.addAttribute("version", view.version());
        model.addAttribute("feasibility", feasibility);
        model.addAttribute("words", words);
        model.addAttribute("shown", SHOWN);
        if (feasibility != null) {
            model.addAttribute("officers", desk.officerNames(actor));
            model.addAttribute("floors", desk.floors(actor, plan, view.version().number()));
            model.addAttribute(
                    "units",
                    desk.unitNames(
                            actor,
                            feasibility.quarters().stream()
                                    .flatMap(it -> UnitsBehind.of(it, SHOWN).stream())
                                    .distinct()
                                    .toList()));
        }
        return "inspections/plan-feasibility";
    }

    @GetMapping("/difference")
    String difference(
            Actor actor,
            @PathVariable long plan,
            @RequestParam int from,
            @RequestParam int to,
            Model model) {
        model.addAttribute("view", desk.one(actor, plan, to));
        model.addAttribute("difference", desk.difference(actor, plan, from, to));
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        return "inspections/plan-difference";
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> csv(
            Actor actor,
            @PathVariable long plan,
            @RequestParam(required = false) @Nullable Integer version) {
        var it = desk.one(actor, plan, version).version();
        return table.csv(it).file("plan-" + it.year() + "-" + it.number() + ".csv");
    }

    @GetMapping("/export.xlsx")
    ResponseEntity<byte[]> workbook(
            Actor actor,
            @PathVariable long plan,
            @RequestParam(required = false) @Nullable Integer version) {
        var it = desk.one(actor, plan, version).version();
        var name = "plan-" + it.year() + "-" + it.number() + ".xlsx";
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(table.workbook(it));
    }
}
