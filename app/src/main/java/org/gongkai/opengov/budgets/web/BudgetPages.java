package org.gongkai.opengov.budgets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.budgets.BudgetDesk;
import org.gongkai.opengov.budgets.BudgetRights;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of budgets and accounts, and each with its tables and findings (预决算台账页面). */
@Controller
@RequestMapping(BudgetPages.ADDRESS)
class BudgetPages {
    static final String ADDRESS = "/desk/budgets";
    private static final int PER_PAGE = 30;

    private final BudgetDesk desk;
    private final BudgetRights rights;
    private final BudgetWords words;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;

    BudgetPages(
            BudgetDesk desk,
            BudgetRights rights,
            BudgetWords words,
            Organization organization,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.rights = rights;
        this.words = words;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String list(
            Actor actor,
            @ModelAttribute("asked") AskedBudgets asked,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var all = desk.list(actor, asked.filter());
        var pages = Pages.of(page, all.size(), PER_PAGE, asked::address);
        var first = (pages.number() - 1) * PER_PAGE;
        model.addAttribute("papers", all.subList(first, Math.min(all.size(), first + PER_PAGE)));
        model.addAttribute("total", all.size());
        model.addAttribute("pages", pages);
        model.addAttribute("today", desk.today());
        model.addAttribute("words", words);
        model.addAttribute("desk", desk);
        model.addAttribute("kinds", words.kinds());
        model.addAttribute("states", words.states());
        model.addAttribute("units", units(actor));
        model.addAttribute("keeps", rights.keeps(actor));
        return "budgets/list";
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export(Actor actor, @ModelAttribute("asked") AskedBudgets asked) {
        var table = CsvTable.of((Object[]) wording.say("budgets.csv-head").split(",", -1));
        for (var it : desk.list(actor, asked.filter())) {
            var approval = it.approval();
            table.row(
                    it.year(),
                    it.unitName(),
                    words.kind(it.kind()),
                    approval == null ? null : approval.document(),
                    approval == null ? null : approval.approvedOn(),
                    it.lastDay(),
                    it.firstPublic(),
                    words.state(it.state(desk.today())));
        }
        return table.file("budgets.csv");
    }

    @GetMapping("/new")
    String form(Actor actor, Model model) {
        rights.mustKeep(actor);
        model.addAttribute("problems", Problems.none());
        return formPage(actor, Map.of("year", Integer.toString(desk.today().getYear())), model);
    }

    @PostMapping
    String enter(
            Actor actor,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () ->
                        done(
                                desk.enter(
                                        actor,
                                        typed.get("unit"),
                                        typed.get("year"),
                                        typed.get("kind"),
                                        typed.get("document"),
                                        typed.get("approvedOn")),
                                "entered"),
                () -> formPage(actor, typed, model));
    }

    @GetMapping("/{id}")
    String one(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "done", done.isEmpty() ? null : wording.find("budgets.done." + done).orElse(null));
        return page(actor, id, Map.of(), model);
    }

    @PostMapping("/{id}/approval")
    String approve(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.approve(
                            actor,
                            id,
                            typed.get("document"),
                            typed.get("approvedOn"),
                            typed.get("reason"));
                    return done(id, "approved");
                },
                () -> page(actor, id, typed, model));
    }

    @PostMapping("/{id}/explanations")
    String explain(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.explain(actor, id, explanations(typed));
                    return done(id, "explained");
                },
                () -> page(actor, id, typed, model));
    }

    @PostMapping("/{id}/draft")
    String draft(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> "redirect:/desk/documents/" + desk.draft(actor, id),
                () -> page(actor, id, Map.of(), model));
    }

    static Map<String, String> explanations(Map<String, String> typed) {
        var words = new HashMap<String, String>();
        typed.forEach(
                (subject, text) -> {
                    if (subject.startsWith("section:") || subject.startsWith("finding:")) {
                        words.put(subject, text.replace("\r", ""));
                    }
                });
        return words;
    }

    private String formPage(Actor actor, Map<String, String> typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("kinds", words.kinds());
        model.addAttribute("units", units(actor));
        return "budgets/form";
    }

    private String page(Actor actor, long id, Map<String, String> typed, Model model) {
        var view = desk.read(actor, id);
        model.addAttribute("view", view);
        model.addAttribute("paper", view.paper());
        model.addAttribute("heading", desk.title(view.paper()));
        model.addAttribute("typed", typed);
        model.addAttribute("words", words);
        model.addAttribute("people", organization);
        model.addAttribute("keeps", rights.keeps(actor));
        model.addAttribute("drafts", rights.drafts(actor));
        return "budgets/paper";
    }

    private List<Choice> units(Actor actor) {
        return desk.units(actor.agency()).stream()
                .map(it -> Choice.of(it.key(), it.name()))
                .toList();
    }

    private static String done(@Nullable Object id, String what) {
        return "redirect:" + ADDRESS + "/" + id + "?done=" + what;
    }
}
