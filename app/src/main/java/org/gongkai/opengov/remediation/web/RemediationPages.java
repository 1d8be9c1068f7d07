package org.gongkai.opengov.remediation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import org.gongkai.opengov.remediation.Medium;
import org.gongkai.opengov.remediation.ProjectEntry;
import org.gongkai.opengov.remediation.ReleaseDesk;
import org.gongkai.opengov.remediation.RemediationDesk;
import org.gongkai.opengov.remediation.RemediationRights;
import org.gongkai.opengov.remediation.Typed;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
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

/** The register of projects, one project, and what it is (整治项目台账页面). */
@Controller
@RequestMapping(RemediationPages.DESK)
class RemediationPages {
    static final String DESK = "/desk/remediation";
    private static final int PER_PAGE = 30;

    private final RemediationDesk desk;
    private final ReleaseDesk releases;
    private final RemediationRights rights;
    private final RemediationWords words;
    private final Forms forms;
    private final Wording wording;

    RemediationPages(
            RemediationDesk desk,
            ReleaseDesk releases,
            RemediationRights rights,
            RemediationWords words,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.releases = releases;
        this.rights = rights;
        this.words = words;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String list(
            Actor actor,
            @ModelAttribute("asked") AskedProjects asked,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var all = desk.list(actor, asked.filter());
        var pages = Pages.of(page, all.size(), PER_PAGE, it -> asked.address(DESK, it));
        var first = (pages.number() - 1) * PER_PAGE;
        model.addAttribute("views", all.subList(first, Math.min(all.size(), first + PER_PAGE)));
        model.addAttribute("total", all.size());
        model.addAttribute("pages", pages);
        model.addAttribute("export", asked.address(DESK + "/export.csv"));
        model.addAttribute("words", words);
        model.addAttribute("media", words.media(Arrays.asList(Medium.values())));
        model.addAttribute("states", words.states());
        model.addAttribute("districts", RemediationWords.districts(desk.districts(actor.agency())));
        model.addAttribute("writes", !rights.written(actor).isEmpty());
        return "remediation/list";
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export(Actor actor, @ModelAttribute("asked") AskedProjects asked) {
        var table = CsvTable.of((Object[]) wording.say("remediation.desk.csv-head").split(",", -1));
        for (var it : desk.list(actor, asked.filter())) {
            var content = it.project().content();
            var facts = content.facts();
            table.row(
                    it.project().number(),
                    facts.name(),
                    words.medium(content.medium()),
                    words.district(facts.district()),
                    facts.cause(),
                    facts.basis(),
                    facts.unit(),
                    facts.head(),
                    words.state(it.state()),
                    facts.start(),
                    content.lastDay(),
                    words.standing(it.project()),
                    it.gaps());
        }
        return table.file("remediation.csv");
    }

    @GetMapping("/new")
    String form(Actor actor, Model model) {
        var written = rights.written(actor);
        if (written.isEmpty()) {
            rights.mustWrite(actor, Medium.WATER);
        }
        model.addAttribute("problems", Problems.none());
        var typed =
                written.size() == 1
                        ? Map.of("medium", written.getFirst().slug())
                        : Map.<String, String>of();
        return formPage(actor, null, new Typed(typed), null, model);
    }

    @PostMapping
    String enter(
            Actor actor,
            @RequestParam Map<String, String> fields,
            Model model,
            HttpServletResponse response) {
        var typed = new Typed(fields);
        return forms.send(
                model,
                response,
                () -> {
                    var medium =
                            Medium.named(typed.of("medium"))
                                    .orElseThrow(
                                            () ->
                                                    Refusal.invalid(
                                                            "medium",
                                                            "remediation.problem.choose"));
                    return done(desk.enter(actor, medium, typed), "entered", "");
                },
                () -> formPage(actor, null, typed, null, model));
    }

    @GetMapping("/{id:\\d+}")
    String one(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        return page(actor, id, done, "", model);
    }

    @GetMapping("/{id:\\d+}/change")
    String changeForm(Actor actor, @PathVariable long id, Model model) {
        var view = desk.read(actor, id);
        rights.mustWrite(actor, view.project().content().medium());
        model.addAttribute("problems", Problems.none());
        return formPage(
                actor,
                view,
                ProjectEntry.of(view.project().content().facts()),
                (long) view.project().revision().number(),
                model);
    }

    @PostMapping("/{id:\\d+}/change")
    String change(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable Long version,
            Model model,
            HttpServletResponse response) {
        var typed = new Typed(fields);
        return forms.send(
                model,
                response,
                () -> {
                    desk.change(actor, id, typed, version);
                    return done(id, "changed", "");
                },
                () -> formPage(actor, desk.read(actor, id), typed, version, model));
    }

    @PostMapping("/{id:\\d+}/release")
    String release(
            Actor actor,
            @PathVariable long id,
            @RequestParam String sha256,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    releases.release(actor, id, sha256);
                    return done(id, "released", "");
                },
                () -> page(actor, id, "", "", model));
    }

    @PostMapping("/{id:\\d+}/give-back")
    String giveBack(
            Actor actor,
            @PathVariable long id,
            @RequestParam String sha256,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    releases.giveBack(actor, id, sha256, reason);
                    return done(id, "returned", "");
                },
                () -> page(actor, id, "", reason, model));
    }

    private String page(Actor actor, long id, String done, String reason, Model model) {
        var view = desk.read(actor, id);
        model.addAttribute("view", view);
        model.addAttribute("project", view.project());
        model.addAttribute("content", view.project().content());
        model.addAttribute("past", desk.past(actor, id));
        model.addAttribute("pairs", PicturePairs.of(view.project().content().pictures()));
        model.addAttribute("pictureBase", DESK + "/" + id + "/pictures/");
        model.addAttribute("words", words);
        model.addAttribute("writes", rights.writes(actor, view.project().content().medium()));
        model.addAttribute("mayRelease", releases.mayRelease(actor, view.project()));
        model.addAttribute("reason", reason);
        model.addAttribute(
                "done",
                done.isEmpty() ? null : wording.find("remediation.done." + done).orElse(null));
        return "remediation/project";
    }

    private String formPage(
            Actor actor,
            RemediationDesk.@Nullable View view,
            Typed typed,
            @Nullable Long version,
            Model model) {
        model.addAttribute("view", view);
        model.addAttribute("typed", typed);
        model.addAttribute("version", version);
        model.addAttribute("fixed", view != null && view.project().released() != null);
        model.addAttribute("media", words.media(rights.written(actor)));
        model.addAttribute("districts", RemediationWords.districts(desk.districts(actor.agency())));
        return "remediation/form";
    }

    static String done(long id, String what, String part) {
        return "redirect:" + DESK + "/" + id + "?done=" + what + part;
    }
}
