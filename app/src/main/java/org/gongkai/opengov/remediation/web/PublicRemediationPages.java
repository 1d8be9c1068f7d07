package org.gongkai.opengov.remediation.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.opengov.remediation.Medium;
import org.gongkai.opengov.remediation.PublicRemediation;
import org.gongkai.opengov.remediation.RemediationDesk;
import org.gongkai.platform.files.FileResponse;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Projects for everybody: the list with its chart, each project, and its pictures (环境整治公开页面). */
@Controller
class PublicRemediationPages {
    static final String ADDRESS = "/remediation";
    static final int PER_PAGE = 20;

    private final PublicRemediation remediation;
    private final RemediationDesk desk;
    private final FileStore files;
    private final RemediationWords words;
    private final Wording wording;

    PublicRemediationPages(
            PublicRemediation remediation,
            RemediationDesk desk,
            FileStore files,
            RemediationWords words,
            Wording wording) {
        this.remediation = remediation;
        this.desk = desk;
        this.files = files;
        this.words = words;
        this.wording = wording;
    }

    @KeptPage
    @GetMapping(ADDRESS)
    String list(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String medium,
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var asked = new AskedProjects(agency, null, medium, district, state, year);
        var of = remediation.agency(agency);
        var whole = remediation.list(of, RemediationDesk.Filter.ALL);
        var found = remediation.list(of, asked.filter());
        var pages = Pages.of(page, found.size(), PER_PAGE, it -> asked.address(ADDRESS, it));
        var first = (pages.number() - 1) * PER_PAGE;
        var chart = ProgressChart.of(found);
        var captions = new LinkedHashMap<Medium, String>();
        chart.bars().forEach(it -> captions.put(it.medium(), chart.words(it, words)));
        model.addAttribute("agency", of);
        model.addAttribute("asked", asked);
        model.addAttribute("any", !whole.isEmpty());
        model.addAttribute("total", found.size());
        model.addAttribute("gaps", found.stream().mapToLong(PublicRemediation.View::gaps).sum());
        model.addAttribute("views", found.subList(first, Math.min(found.size(), first + PER_PAGE)));
        model.addAttribute("pages", pages);
        model.addAttribute("chart", chart);
        model.addAttribute("captions", captions);
        model.addAttribute("files", files(asked));
        model.addAttribute("words", words);
        model.addAttribute("media", words.media(Arrays.asList(Medium.values())));
        model.addAttribute("states", words.states());
        model.addAttribute("districts", RemediationWords.districts(desk.districts(of.id())));
        model.addAttribute("years", years(whole));
        crumbs(model, of, null);
        return "remediation/public-list";
    }

    /** A list as a file to take along. */
    public record ListFile(String kind, String address) {}

    private static List<ListFile> files(AskedProjects asked) {
        return List.of("csv", "json", "xlsx").stream()
                .map(it -> new ListFile(it, asked.address(ADDRESS + "/list." + it)))
                .toList();
    }

    private static List<Choice> years(List<PublicRemediation.View> views) {
        return views.stream()
                .map(it -> Integer.toString(it.content().facts().start().getYear()))
                .distinct()
                .sorted(java.util.Comparator.reverseOrder())
                .map(it -> Choice.of(it, it))
                .collect(Collectors.toList());
    }

    @KeptPage
    @GetMapping(ADDRESS + "/{number:\\d{4}-\\d{3,6}}")
    String one(@PathVariable String number, Model model) {
        var view = remediation.one(number);
        model.addAttribute("view", view);
        model.addAttribute("content", view.content());
        model.addAttribute("pairs", PicturePairs.of(view.content().pictures()));
        model.addAttribute("pictureBase", view.address() + "/pictures/");
        model.addAttribute("words", words);
        crumbs(model, view.agency(), view.content().facts().name());
        return "remediation/public-project";
    }

    @GetMapping(ADDRESS + "/{number:\\d{4}-\\d{3,6}}/pictures/{file:[0-9a-f]{64}\\.(?:jpg|png)}")
    ResponseEntity<Resource> picture(@PathVariable String number, @PathVariable String file) {
        var picture = remediation.picture(number, file);
        return FileResponse.shown(picture, files.path(picture.sha256()));
    }

    private void crumbs(Model model, Agency agency, @Nullable String below) {
        var title = wording.say("remediation.public.title");
        var crumbs = new ArrayList<>(List.of(new Crumb(wording.say("remediation.home"), "/")));
        crumbs.add(new Crumb(title, below == null ? null : ADDRESS + "?agency=" + agency.key()));
        if (below != null) {
            crumbs.add(new Crumb(below, null));
        }
        model.addAttribute("crumbs", crumbs);
    }
}
