package org.gongkai.opengov.inspections.figures.web;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.inspections.figures.PublicFigures;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures of inspections for everybody, and the public results behind them (抽查公示统计). */
@Controller
@RequestMapping(PublicFigurePages.ADDRESS)
class PublicFigurePages {
    static final String ADDRESS = "/inspections";
    static final int PER_PAGE = 50;

    private final PublicFigures figures;
    private final Wording wording;

    PublicFigurePages(PublicFigures figures, Wording wording) {
        this.figures = figures;
        this.wording = wording;
    }

    @GetMapping
    String year(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        var of = figures.agency(agency);
        var shown = figures.of(of, year);
        model.addAttribute("figures", shown);
        model.addAttribute("behind", behind(of, shown.year(), ""));
        crumbs(model, of, null);
        return "inspections/public-figures";
    }

    @GetMapping("/results")
    String results(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false, name = "year") @Nullable Integer asked,
            @RequestParam(defaultValue = "public") String figure,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var of = figures.agency(agency);
        int year = figures.of(of, asked).year();
        var all = figures.cases(of, year, figure);
        var pages =
                Pages.of(
                        page,
                        all.size(),
                        PER_PAGE,
                        it -> behind(of, year, figure) + (it == 1 ? "" : "&page=" + it));
        var from = (pages.number() - 1) * PER_PAGE;
        var title = wording.say("inspections.public.results." + figure, Integer.toString(year));
        model.addAttribute("lines", all.subList(from, Math.min(from + PER_PAGE, all.size())));
        model.addAttribute("total", all.size());
        model.addAttribute("pages", pages);
        model.addAttribute("agency", of);
        model.addAttribute("heading", title);
        crumbs(model, of, title);
        return "inspections/public-results";
    }

    static String address(Agency agency, int year) {
        return ADDRESS + "?agency=" + agency.key() + "&year=" + year;
    }

    static String behind(Agency agency, int year, String figure) {
        return ADDRESS + "/results?agency=" + agency.key() + "&year=" + year + "&figure=" + figure;
    }

    private void crumbs(Model model, Agency agency, @Nullable String below) {
        var title = wording.say("inspections.public.title");
        var crumbs = new ArrayList<>(List.of(new Crumb(wording.say("inspections.draw.home"), "/")));
        crumbs.add(new Crumb(title, below == null ? null : ADDRESS + "?agency=" + agency.key()));
        if (below != null) {
            crumbs.add(new Crumb(below, null));
        }
        model.addAttribute("crumbs", crumbs);
    }
}
