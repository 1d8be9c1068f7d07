package org.gongkai.opengov.sitechecks.web;

import java.util.Optional;
import org.gongkai.opengov.sitechecks.CheckItem;
import org.gongkai.opengov.sitechecks.SiteCheckDesk;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Self-checks, each with its score, and what was found page by page (网站自查). */
@Controller
@RequestMapping("/desk/site-checks")
class CheckPages {
    static final int PER_PAGE = 30;
    private static final int MOST = 200_000;

    private final SiteCheckDesk desk;
    private final Organization organization;
    private final Wording wording;

    CheckPages(SiteCheckDesk desk, Organization organization, Wording wording) {
        this.desk = desk;
        this.organization = organization;
        this.wording = wording;
    }

    @GetMapping
    String list(Actor actor, @RequestParam(defaultValue = "1") int page, Model model) {
        var pages =
                Pages.of(page, desk.count(actor), PER_PAGE, it -> "/desk/site-checks?page=" + it);
        model.addAttribute("checks", desk.list(actor, (pages.number() - 1) * PER_PAGE, PER_PAGE));
        model.addAttribute("pages", pages);
        model.addAttribute("outward", desk.outward().orElse(null));
        model.addAttribute("daily", desk.outwardDaily());
        model.addAttribute("mayRun", SiteCheckDesk.canRun(actor));
        return "sitechecks/list";
    }

    @PostMapping
    String start(Actor actor) {
        return "redirect:/desk/site-checks/" + desk.start(actor);
    }

    @GetMapping("/{id}")
    String one(Actor actor, @PathVariable long id, Model model) {
        model.addAttribute("check", desk.one(actor, id));
        model.addAttribute("mayRun", SiteCheckDesk.canRun(actor));
        return "sitechecks/one";
    }

    @PostMapping("/{id}/steps/cancel")
    String cancel(Actor actor, @PathVariable long id) {
        desk.cancel(actor, id);
        return "redirect:/desk/site-checks/" + id;
    }

    @GetMapping("/{id}/faults")
    String faults(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var asked = item(item);
        var of = section(actor, section);
        int skip = (Math.clamp(page, 1, MOST / PER_PAGE) - 1) * PER_PAGE;
        var found =
                desk.faults(actor, id, asked, of.map(Section::id).orElse(null), skip, PER_PAGE + 1);
        model.addAttribute("check", desk.one(actor, id));
        model.addAttribute("item", asked);
        model.addAttribute("section", of.orElse(null));
        model.addAttribute("faults", found.stream().limit(PER_PAGE).toList());
        model.addAttribute("people", organization);
        model.addAttribute("narrowed", "?item=" + item + "&section=" + section);
        model.addAttribute(
                "more",
                found.size() <= PER_PAGE
                        ? null
                        : "/desk/site-checks/%d/faults?item=%s&section=%s&page=%d"
                                .formatted(id, item, section, page + 1));
        return "sitechecks/faults";
    }

    @GetMapping("/{id}/faults.csv")
    ResponseEntity<byte[]> export(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String section) {
        var table =
                CsvTable.of(
                        wording.say("sitechecks.column.item"),
                        wording.say("sitechecks.column.section"),
                        wording.say("sitechecks.column.page"),
                        wording.say("sitechecks.column.path"),
                        wording.say("sitechecks.column.detail"));
        var of = section(actor, section).map(Section::id).orElse(null);
        for (var it : desk.faults(actor, id, item(item), of, 0, MOST)) {
            table.row(
                    wording.say("sitechecks.item." + it.item().name()),
                    it.section() == null ? "" : organization.section(it.section()).name(),
                    it.title(),
                    it.path(),
                    it.detail());
        }
        return table.file("site-check-" + id + ".csv");
    }

    private static @Nullable CheckItem item(String named) {
        return named.isBlank() ? null : CheckItem.named(named).orElseThrow(Refusal::notFound);
    }

    private Optional<Section> section(Actor actor, String key) {
        return key.isBlank()
                ? Optional.empty()
                : Optional.of(
                        organization
                                .findSection(actor.agency(), key)
                                .orElseThrow(Refusal::notFound));
    }
}
