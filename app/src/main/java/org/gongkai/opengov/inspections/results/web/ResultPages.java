package org.gongkai.opengov.inspections.results.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkai.opengov.inspections.results.ConsistencyDesk;
import org.gongkai.opengov.inspections.results.Measure;
import org.gongkai.opengov.inspections.results.Openness;
import org.gongkai.opengov.inspections.results.ResultDesk;
import org.gongkai.opengov.inspections.results.ResultDesk.Figures;
import org.gongkai.opengov.inspections.results.ResultDesk.Filter;
import org.gongkai.opengov.inspections.results.ResultLine;
import org.gongkai.opengov.inspections.results.Timeliness;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Tab;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The results and their publication (检查结果公示台账). */
@Controller
@RequestMapping("/desk/inspections/results")
class ResultPages {
    private static final int PER_PAGE = 30;

    private final ResultDesk desk;
    private final Calendars calendars;
    private final ChineseDates dates;
    private final Forms forms;
    private final Wording wording;
    private final Clock clock;

    ResultPages(
            ResultDesk desk,
            Calendars calendars,
            ChineseDates dates,
            Forms forms,
            Wording wording,
            Clock clock) {
        this.desk = desk;
        this.calendars = calendars;
        this.dates = dates;
        this.forms = forms;
        this.wording = wording;
        this.clock = clock;
    }

    /** How a result stands, in words and as a look. */
    public record Standing(String text, @Nullable String look) {}

    /** What narrows the list. */
    record Asked(@Nullable Integer year, @Nullable String openness, @Nullable String timeliness) {

        Filter filter(int thisYear) {
            return new Filter(
                    year == null ? thisYear : year,
                    text(openness).isEmpty()
                            ? null
                            : Openness.named(text(openness)).orElseThrow(Refusal::notFound),
                    text(timeliness).isEmpty()
                            ? null
                            : Timeliness.named(text(timeliness)).orElseThrow(Refusal::notFound));
        }

        static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String openness,
            @RequestParam(required = false) @Nullable String timeliness,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var filter = new Asked(year, openness, timeliness).filter(thisYear());
        var lines = desk.list(actor, filter);
        var figures = desk.figures(actor, filter.year());
        var pages = Pages.of(page, lines.size(), PER_PAGE, it -> address(filter, it));
        var from = (pages.number() - 1) * PER_PAGE;
        model.addAttribute("lines", lines.subList(from, Math.min(from + PER_PAGE, lines.size())));
        model.addAttribute("total", lines.size());
        model.addAttribute("pages", pages);
        model.addAttribute("filter", filter);
        model.addAttribute("figures", figures);
        model.addAttribute("tabs", tabs(filter, figures));
        model.addAttribute("late", late(filter, figures));
        model.addAttribute("export", address(filter, 1).replace("results?", "results/export.csv?"));
        model.addAttribute("mayDraft", desk.mayDraft(actor));
        model.addAttribute(
                "readsDocuments", desk.mayDraft(actor) || actor.has(Role.DISCLOSURE_OFFICE));
        model.addAttribute("readsDraws", ConsistencyDesk.canRead(actor));
        model.addAttribute("words", this);
        return "inspections/results";
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String openness,
            @RequestParam(required = false) @Nullable String timeliness) {
        var table =
                CsvTable.of((Object[]) wording.say("inspections.results.csv-head").split(",", -1));
        desk.list(actor, new Asked(year, openness, timeliness).filter(thisYear()))
                .forEach(
                        it ->
                                table.row(
                                        it.number(),
                                        it.unit().published(),
                                        it.itemTitle(),
                                        it.endedOn(),
                                        outcome(it),
                                        measures(it),
                                        it.due().lastDay(),
                                        it.publishedOn(),
                                        wording.say(
                                                "inspections.results.openness."
                                                        + it.openness().name()),
                                        wording.say(
                                                "inspections.results.timeliness."
                                                        + it.timeliness().name())));
        return table.file("inspection-results.csv");
    }

    @GetMapping("/new")
    String form(Actor actor, Model model) {
        model.addAttribute("problems", Problems.none());
        return formPage(actor, null, "", model);
    }

    @PostMapping
    String draft(
            Actor actor,
            @RequestParam(required = false) @Nullable List<Long> tasks,
            @RequestParam(defaultValue = "") String title,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> "redirect:/desk/documents/" + desk.draft(actor, tasks, title),
                () -> formPage(actor, tasks, title, model));
    }

    private String formPage(Actor actor, @Nullable List<Long> chosen, String title, Model model) {
        var lines = desk.draftable(actor);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "chosen", chosen == null ? lines.stream().map(ResultLine::task).toList() : chosen);
        model.addAttribute("typedTitle", title);
        model.addAttribute("mayDraft", desk.mayDraft(actor));
        model.addAttribute("words", this);
        return "inspections/result-new";
    }

    /** Days left, late, published in time or late. */
    public Standing standing(ResultLine line) {
        var today = LocalDate.now(clock);
        return switch (line.timeliness()) {
            case IN_TIME ->
                    new Standing(wording.say("inspections.results.timeliness.IN_TIME"), "good");
            case DONE_LATE ->
                    new Standing(wording.say("inspections.results.timeliness.DONE_LATE"), "late");
            case RUNNING, OVERDUE -> {
                var left =
                        calendars
                                .current(CalendarCode.NX)
                                .workingDaysBetween(today, line.due().lastDay());
                yield new Standing(
                        dates.left(left),
                        line.timeliness().late() ? "late" : left <= 3 ? "soon" : null);
            }
        };
    }

    /** What was found, or why it was not checked. */
    public String outcome(ResultLine line) {
        var skip = line.skip();
        if (skip != null) {
            return wording.say("inspections.results.not-checked", skip.term());
        }
        return Objects.requireNonNullElse(line.term(), "");
    }

    /** The measures in a line. */
    public String measures(ResultLine line) {
        return line.measures().stream().map(Measure::term).collect(Collectors.joining("、"));
    }

    private List<Tab> tabs(Filter filter, Figures figures) {
        var tabs = new ArrayList<Tab>();
        tabs.add(
                new Tab(
                        wording.say("inspections.tasks.all"),
                        address(new Filter(filter.year(), null, null), 1),
                        filter.openness() == null && filter.timeliness() == null,
                        (long) figures.ended()));
        Arrays.stream(Openness.values())
                .map(
                        it ->
                                new Tab(
                                        wording.say("inspections.results.openness." + it.name()),
                                        address(new Filter(filter.year(), it, null), 1),
                                        filter.openness() == it,
                                        count(figures.openness(), it)))
                .forEach(tabs::add);
        return tabs;
    }

    /** The figures of timeliness, each a link to its cases. */
    private List<Tab> late(Filter filter, Figures figures) {
        return Arrays.stream(Timeliness.values())
                .map(
                        it ->
                                new Tab(
                                        wording.say("inspections.results.timeliness." + it.name()),
                                        address(new Filter(filter.year(), null, it), 1),
                                        filter.timeliness() == it,
                                        count(figures.timeliness(), it)))
                .toList();
    }

    private static <T> long count(Map<T, Integer> counts, T of) {
        return counts.getOrDefault(of, 0);
    }

    private static String address(Filter filter, int page) {
        var openness = filter.openness();
        var timeliness = filter.timeliness();
        return "/desk/inspections/results?year="
                + filter.year()
                + (openness == null ? "" : "&openness=" + openness.slug())
                + (timeliness == null ? "" : "&timeliness=" + timeliness.slug())
                + (page > 1 ? "&page=" + page : "");
    }

    private int thisYear() {
        return LocalDate.now(clock).getYear();
    }
}
