package org.gongkai.opengov.projects.web;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.projects.PublicProjects;
import org.gongkai.opengov.projects.PublicProjects.Line;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Key projects for everybody: the list, and each with its time line (重点项目公开页面). */
@Controller
@RequestMapping(PublicProjectPages.ADDRESS)
class PublicProjectPages {
    static final String ADDRESS = "/projects";
    static final int PER_PAGE = 20;
    private static final String COLUMN = "key-projects";

    private final PublicProjects projects;
    private final ProjectWords words;
    private final Columns columns;
    private final Organization organization;
    private final Wording wording;
    private final JsonMapper json;

    PublicProjectPages(
            PublicProjects projects,
            ProjectWords words,
            Columns columns,
            Organization organization,
            Wording wording,
            JsonMapper json) {
        this.projects = projects;
        this.words = words;
        this.columns = columns;
        this.organization = organization;
        this.wording = wording;
        this.json = json;
    }

    /** A way to the list as a file. */
    record Download(String messageKey, String address) {}

    @GetMapping
    String list(
            @ModelAttribute("asked") AskedProjects asked,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var all = projects.list(asked.open());
        var pages = Pages.of(page, all.size(), PER_PAGE, it -> asked.address(ADDRESS, it));
        var first = (pages.number() - 1) * PER_PAGE;
        model.addAttribute("projects", all.subList(first, Math.min(all.size(), first + PER_PAGE)));
        model.addAttribute("total", all.size());
        model.addAttribute("pages", pages);
        model.addAttribute("words", words);
        model.addAttribute("column", column());
        model.addAttribute("kinds", words.kinds());
        model.addAttribute("states", words.publicStates());
        model.addAttribute("districts", districts());
        model.addAttribute(
                "years",
                projects.years().stream()
                        .map(it -> Choice.of(it.toString(), wording.say("projects.year", it)))
                        .toList());
        model.addAttribute(
                "downloads",
                List.of("csv", "xlsx", "json").stream()
                        .map(
                                it ->
                                        new Download(
                                                "projects.download." + it,
                                                asked.address(ADDRESS + "/list." + it, 1)))
                        .toList());
        crumbs(model, null);
        return "projects/public-list";
    }

    @GetMapping("/list.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute("asked") AskedProjects asked) {
        return table(asked).file("key-projects.csv");
    }

    @GetMapping("/list.xlsx")
    ResponseEntity<byte[]> xlsx(@ModelAttribute("asked") AskedProjects asked) {
        return table(asked).file("key-projects.xlsx");
    }

    @GetMapping("/list.json")
    ResponseEntity<byte[]> json(@ModelAttribute("asked") AskedProjects asked) {
        var lines = projects.list(asked.open()).stream().map(PublicProjectAnswer.Line::of).toList();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"key-projects.json\"")
                .body(json.writeValueAsBytes(lines));
    }

    @KeptPage
    @GetMapping("/{number:\\d{1,9}}")
    String one(@PathVariable long number, Model model) {
        var one = projects.one(number);
        model.addAttribute("one", one);
        model.addAttribute("line", one.line());
        model.addAttribute("words", words);
        crumbs(model, one.line().name());
        return "projects/public-one";
    }

    /** Where the documents and the rules of making projects public are (重点项目公开制度). */
    private @Nullable String column() {
        return organization.agencies().stream()
                .flatMap(it -> columns.fixed(it.id(), COLUMN).stream())
                .findFirst()
                .map(it -> "/c/" + it.key())
                .orElse(null);
    }

    private CsvTable table(AskedProjects asked) {
        var table = CsvTable.of((Object[]) wording.say("projects.public.csv-head").split(",", -1));
        for (Line it : projects.list(asked.open())) {
            table.row(
                    it.number(),
                    it.name(),
                    it.builder(),
                    it.investor(),
                    words.district(it.district()),
                    words.kind(it.kind()),
                    it.importance(),
                    words.publicState(it.state()),
                    it.landedOn(),
                    words.consent(it.consent()),
                    it.entries());
        }
        return table;
    }

    private List<Choice> districts() {
        return projects.list(PublicProjects.Filter.ALL).stream()
                .map(Line::district)
                .distinct()
                .sorted()
                .map(it -> Choice.of(it, words.district(it)))
                .toList();
    }

    private void crumbs(Model model, @Nullable String below) {
        var crumbs = new ArrayList<>(List.of(new Crumb(wording.say("projects.home"), "/")));
        crumbs.add(new Crumb(wording.say("projects.public.title"), below == null ? null : ADDRESS));
        if (below != null) {
            crumbs.add(new Crumb(below, null));
        }
        model.addAttribute("crumbs", crumbs);
    }
}
