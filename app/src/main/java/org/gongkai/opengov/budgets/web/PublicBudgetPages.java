package org.gongkai.opengov.budgets.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.gongkai.opengov.budgets.PublicBudgets;
import org.gongkai.opengov.budgets.PublicBudgets.Line;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Budgets and accounts for everybody (预决算公示页面): the list by years, each with tables and charts. */
@Controller
class PublicBudgetPages {
    static final String ADDRESS = "/budgets";
    private static final String ONE = ADDRESS + "/{year:\\d{4}}/{unit}/{kind:budget|account}";

    private final PublicBudgets budgets;
    private final BudgetFiles files;
    private final BudgetWords words;
    private final Wording wording;
    private final JsonMapper json;

    PublicBudgetPages(
            PublicBudgets budgets,
            BudgetFiles files,
            BudgetWords words,
            Wording wording,
            JsonMapper json) {
        this.budgets = budgets;
        this.files = files;
        this.words = words;
        this.wording = wording;
        this.json = json;
    }

    @KeptPage
    @GetMapping(ADDRESS)
    String list(@RequestParam @Nullable String agency, Model model) {
        var shown = budgets.agency(agency);
        var years = new LinkedHashMap<Integer, List<Line>>();
        budgets.lines(shown)
                .forEach(
                        it ->
                                years.computeIfAbsent(it.paper().year(), year -> new ArrayList<>())
                                        .add(it));
        model.addAttribute("agency", shown);
        model.addAttribute("years", years);
        model.addAttribute("words", words);
        crumbs(model, null);
        return "budgets/public-list";
    }

    @GetMapping(ADDRESS + "/list.csv")
    ResponseEntity<byte[]> listFile(@RequestParam(required = false) @Nullable String agency) {
        var table =
                CsvTable.of((Object[]) wording.say("budgets.public.list.csv-head").split(",", -1));
        for (var it : budgets.lines(budgets.agency(agency))) {
            var approval = it.paper().approval();
            table.row(
                    it.paper().year(),
                    it.paper().unitName(),
                    words.kind(it.paper().kind()),
                    it.title(),
                    approval == null ? null : approval.approvedOn(),
                    it.paper().lastDay(),
                    it.paper().firstPublic(),
                    words.state(it.state()));
        }
        return table.file("budgets.csv");
    }

    @KeptPage
    @GetMapping(ONE)
    String one(
            @PathVariable int year,
            @PathVariable String unit,
            @PathVariable String kind,
            Model model) {
        var open = budgets.one(year, unit, kind);
        model.addAttribute("open", open);
        model.addAttribute("words", words);
        crumbs(model, open.title());
        return "budgets/public-one";
    }

    @GetMapping(ONE + "/tables.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable int year, @PathVariable String unit, @PathVariable String kind) {
        return files.csv(budgets.one(year, unit, kind));
    }

    @GetMapping(ONE + "/tables.xlsx")
    ResponseEntity<byte[]> xlsx(
            @PathVariable int year, @PathVariable String unit, @PathVariable String kind) {
        return files.xlsx(budgets.one(year, unit, kind));
    }

    @GetMapping(ONE + "/tables.json")
    ResponseEntity<byte[]> json(
            @PathVariable int year, @PathVariable String unit, @PathVariable String kind) {
        var open = budgets.one(year, unit, kind);
        return files.json(json.writeValueAsBytes(PublicBudgetApi.OpenAnswer.of(open)), open);
    }

    private void crumbs(Model model, @Nullable String below) {
        var crumbs = new ArrayList<>(List.of(new Crumb(wording.say("budgets.home"), "/")));
        crumbs.add(new Crumb(wording.say("budgets.public.title"), below == null ? null : ADDRESS));
        if (below != null) {
            crumbs.add(new Crumb(below, null));
        }
        model.addAttribute("crumbs", crumbs);
    }
}
