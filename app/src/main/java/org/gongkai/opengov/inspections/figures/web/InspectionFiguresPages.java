package org.gongkai.opengov.inspections.figures.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.gongkai.opengov.inspections.figures.InspectionFiguresDesk;
import org.gongkai.opengov.inspections.figures.VisitFact;
import org.gongkai.opengov.inspections.plans.PlanDesk;
import org.gongkai.opengov.inspections.plans.PlanWords;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures about inspections; each number leads to its visits (双随机抽查统计). */
@Controller
@RequestMapping(InspectionFiguresPages.ADDRESS)
class InspectionFiguresPages {
    static final String ADDRESS = "/desk/inspections/figures";
    private static final int PER_PAGE = 50;

    private final InspectionFiguresDesk desk;
    private final PlanDesk plans;
    private final PlanWords words;
    private final Wording wording;
    private final Clock clock;

    InspectionFiguresPages(
            InspectionFiguresDesk desk,
            PlanDesk plans,
            PlanWords words,
            Wording wording,
            Clock clock) {
        this.desk = desk;
        this.plans = plans;
        this.words = words;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping
    String figures(
            Actor actor, @RequestParam(required = false) @Nullable Integer year, Model model) {
        model.addAttribute("figures", desk.figures(actor, year(year)));
        model.addAttribute("words", words);
        model.addAttribute(
                "years",
                plans.list(actor).stream()
                        .map(it -> it.year())
                        .filter(it -> it <= LocalDate.now(clock).getYear())
                        .toList());
        return "inspections/figures";
    }

    @GetMapping("/visits")
    String visits(
            Actor actor,
            @RequestParam int year,
            @RequestParam String figure,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var visits = desk.behind(actor, year, figure);
        var pages =
                Pages.of(
                        page,
                        visits.size(),
                        PER_PAGE,
                        it ->
                                ADDRESS
                                        + "/visits?year=%d&figure=%s&page=%d"
                                                .formatted(year, figure, it));
        var from = (pages.number() - 1) * PER_PAGE;
        model.addAttribute(
                "visits", visits.subList(from, Math.min(from + PER_PAGE, visits.size())));
        model.addAttribute("total", visits.size());
        model.addAttribute("pages", pages);
        model.addAttribute("year", year);
        model.addAttribute("figure", figure);
        model.addAttribute("officers", plans.officerNames(actor));
        return "inspections/figure-visits";
    }

    @GetMapping("/visits.csv")
    ResponseEntity<byte[]> csv(Actor actor, @RequestParam int year, @RequestParam String figure) {
        var officers = plans.officerNames(actor);
        var table =
                CsvTable.of(
                        (Object[]) wording.say("inspections.figures.visits.csv").split(",", -1));
        desk.behind(actor, year, figure)
                .forEach(
                        it ->
                                table.row(
                                        it.number(),
                                        it.unitName(),
                                        it.releasedOn(),
                                        wording.say("inspections.figures.visit." + state(it)),
                                        it.checkedOn(),
                                        it.publicOn(),
                                        names(it, officers)));
        return table.file("inspection-visits.csv");
    }

    static String state(VisitFact it) {
        return it.checked() ? "checked" : it.skipped() ? "skipped" : "open";
    }

    private static String names(VisitFact it, Map<Long, String> officers) {
        return String.join(
                "、", it.officers().stream().map(o -> officers.getOrDefault(o, "—")).toList());
    }

    private int year(@Nullable Integer asked) {
        return asked == null ? LocalDate.now(clock).getYear() : asked;
    }
}
