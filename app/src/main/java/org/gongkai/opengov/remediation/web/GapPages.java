package org.gongkai.opengov.remediation.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.remediation.RemediationDesk;
import org.gongkai.opengov.remediation.RemediationDesk.Gap;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which notices and reports are owed to the public, by section and for the agency (公开缺口). */
@Controller
@RequestMapping(RemediationPages.DESK + "/gaps")
class GapPages {
    private static final int PER_PAGE = 30;

    private final RemediationDesk desk;
    private final RemediationWords words;
    private final Wording wording;

    GapPages(RemediationDesk desk, RemediationWords words, Wording wording) {
        this.desk = desk;
        this.words = words;
        this.wording = wording;
    }

    /** The gaps of a section, and how many of them are late. */
    public record SectionGaps(String name, long gaps, long late) {}

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var all = desk.gaps(actor);
        var shown = of(all, section);
        var pages =
                Pages.of(
                        page,
                        shown.size(),
                        PER_PAGE,
                        it -> address(RemediationPages.DESK + "/gaps", section, it));
        var first = (pages.number() - 1) * PER_PAGE;
        model.addAttribute("sections", sections(all));
        model.addAttribute("gaps", all.size());
        model.addAttribute("late", all.stream().filter(it -> it.stage().late()).count());
        model.addAttribute("section", section);
        model.addAttribute("shown", shown.size());
        model.addAttribute("lines", shown.subList(first, Math.min(shown.size(), first + PER_PAGE)));
        model.addAttribute("pages", pages);
        model.addAttribute("words", words);
        return "remediation/gaps";
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export(Actor actor, @RequestParam(defaultValue = "") String section) {
        var table = CsvTable.of((Object[]) wording.say("remediation.gaps.csv-head").split(",", -1));
        for (var it : of(desk.gaps(actor), section)) {
            table.row(
                    sectionOf(it),
                    it.view().project().number(),
                    it.view().project().content().facts().name(),
                    words.stage(it.stage().stage(), it.view().kinds()),
                    it.stage().stage().formedOn(),
                    it.stage().lastDay(),
                    words.openness(it.stage()));
        }
        return table.file("remediation-gaps.csv");
    }

    private List<SectionGaps> sections(List<Gap> all) {
        Map<String, SectionGaps> sections = new LinkedHashMap<>();
        for (var each : all) {
            sections.merge(
                    sectionOf(each),
                    new SectionGaps(sectionOf(each), 1, each.stage().late() ? 1 : 0),
                    (one, other) ->
                            new SectionGaps(
                                    one.name(),
                                    one.gaps() + other.gaps(),
                                    one.late() + other.late()));
        }
        return List.copyOf(sections.values());
    }

    private List<Gap> of(List<Gap> all, String section) {
        return all.stream()
                .filter(it -> section.isEmpty() || section.equals(sectionOf(it)))
                .toList();
    }

    private String sectionOf(Gap gap) {
        return gap.view()
                .section()
                .map(Section::name)
                .orElseGet(() -> wording.say("remediation.no-section"));
    }

    private static String address(String path, String section, int page) {
        var uri = org.springframework.web.util.UriComponentsBuilder.fromPath(path);
        if (!section.isEmpty()) {
            uri.queryParam("section", section);
        }
        return uri.queryParam("page", page).encode().toUriString();
    }
}
