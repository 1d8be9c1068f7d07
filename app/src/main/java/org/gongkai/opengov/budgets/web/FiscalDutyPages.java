package org.gongkai.opengov.budgets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.opengov.budgets.BudgetRights;
import org.gongkai.opengov.budgets.FiscalDutyDesk;
import org.gongkai.opengov.budgets.FiscalDutyList;
import org.gongkai.opengov.budgets.PublicBudgets;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of fiscal duties, for the desk and for everybody (财政事权清单页面). */
@Controller
class FiscalDutyPages {
    static final String ADDRESS = "/budgets/duties";
    private static final String DESK = "/desk/budgets/duties";

    private final FiscalDutyDesk desk;
    private final BudgetRights rights;
    private final PublicBudgets budgets;
    private final Forms forms;
    private final Wording wording;

    FiscalDutyPages(
            FiscalDutyDesk desk,
            BudgetRights rights,
            PublicBudgets budgets,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.rights = rights;
        this.budgets = budgets;
        this.forms = forms;
        this.wording = wording;
    }

    @KeptPage
    @GetMapping(ADDRESS)
    String open(@RequestParam @Nullable String agency, Model model) {
        var shown = budgets.agency(agency);
        model.addAttribute("agency", shown);
        model.addAttribute("list", desk.open(shown).orElse(null));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("budgets.home"), "/"),
                        new Crumb(wording.say("budgets.public.title"), PublicBudgetPages.ADDRESS),
                        new Crumb(wording.say("budgets.duties.title"), null)));
        return "budgets/public-duties";
    }

    @GetMapping(ADDRESS + "/list.csv")
    ResponseEntity<byte[]> file(@RequestParam(required = false) @Nullable String agency) {
        var list = desk.open(budgets.agency(agency)).orElseThrow(Refusal::notFound);
        var table = CsvTable.of((Object[]) wording.say("budgets.duties.csv-head").split(",", -1));
        list.duties()
                .forEach(it -> table.row(it.item(), it.level(), it.basis(), it.responsibility()));
        return table.file("fiscal-duties.csv");
    }

    @GetMapping(DESK)
    String list(Actor actor, Model model) {
        model.addAttribute("problems", Problems.none());
        return page(actor, null, "", model);
    }

    @PostMapping(DESK)
    String enter(
            Actor actor,
            @RequestParam(defaultValue = "") String duties,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.enter(actor, duties, reason);
                    return "redirect:" + DESK;
                },
                () -> page(actor, duties, reason, model));
    }

    @PostMapping(DESK + "/draft")
    String draft(Actor actor, Model model, HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> "redirect:/desk/documents/" + desk.draft(actor),
                () -> page(actor, null, "", model));
    }

    private String page(Actor actor, @Nullable String typed, String reason, Model model) {
        var versions = desk.versions(actor);
        model.addAttribute("versions", versions);
        model.addAttribute("newest", versions.isEmpty() ? null : versions.getFirst());
        model.addAttribute(
                "typed", typed == null && !versions.isEmpty() ? lines(versions.getFirst()) : typed);
        model.addAttribute("reason", reason);
        model.addAttribute("keeps", rights.keeps(actor));
        model.addAttribute("drafts", rights.drafts(actor));
        return "budgets/duties";
    }

    private static String lines(FiscalDutyList list) {
        return list.duties().stream()
                .map(
                        it ->
                                String.join(
                                        " | ",
                                        it.item(),
                                        it.level(),
                                        it.basis(),
                                        it.responsibility()))
                .collect(Collectors.joining("\n"));
    }
}
