package org.gongkai.opengov.projects.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.opengov.projects.ConsentDesk;
import org.gongkai.opengov.projects.EntryDesk;
import org.gongkai.opengov.projects.EntryKind;
import org.gongkai.opengov.projects.KeyProject;
import org.gongkai.opengov.projects.ProjectDesk;
import org.gongkai.opengov.projects.ProjectInput;
import org.gongkai.opengov.projects.ProjectRights;
import org.gongkai.platform.files.FileResponse;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The register of key projects, each with its landing, consents and entries (重点项目台账页面). */
@Controller
@RequestMapping(ProjectPages.ADDRESS)
class ProjectPages {
    static final String ADDRESS = "/desk/projects";
    private static final int PER_PAGE = 30;

    private final ProjectDesk desk;
    private final EntryDesk entries;
    private final ConsentDesk consents;
    private final ProjectRights rights;
    private final ProjectWords words;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;

    ProjectPages(
            ProjectDesk desk,
            EntryDesk entries,
            ConsentDesk consents,
            ProjectRights rights,
            ProjectWords words,
            Organization organization,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.entries = entries;
        this.consents = consents;
        this.rights = rights;
        this.words = words;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String list(
            Actor actor,
            @ModelAttribute("asked") AskedProjects asked,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var all = desk.list(actor, asked.desk());
        var pages = Pages.of(page, all.size(), PER_PAGE, it -> asked.address(ADDRESS, it));
        var first = (pages.number() - 1) * PER_PAGE;
        model.addAttribute("projects", all.subList(first, Math.min(all.size(), first + PER_PAGE)));
        model.addAttribute("total", all.size());
        model.addAttribute("pages", pages);
        model.addAttribute("words", words);
        model.addAttribute("csv", asked.address(ADDRESS + "/export.csv", 1));
        model.addAttribute("xlsx", asked.address(ADDRESS + "/export.xlsx", 1));
        model.addAttribute("kinds", words.kinds());
        model.addAttribute("states", words.states());
        model.addAttribute("districts", ProjectWords.districts(desk.districts(actor.agency())));
        model.addAttribute("keeps", rights.keeps(actor));
        return "projects/list";
    }

    @GetMapping({"/export.csv", "/export.xlsx"})
    ResponseEntity<byte[]> export(
            Actor actor, @ModelAttribute("asked") AskedProjects asked, HttpServletRequest request) {
        var table = CsvTable.of((Object[]) wording.say("projects.desk.csv-head").split(",", -1));
        for (var it : desk.list(actor, asked.desk())) {
            var facts = it.facts();
            var landing = it.landing();
            table.row(
                    it.id(),
                    facts.name(),
                    facts.builder(),
                    facts.investor(),
                    words.district(facts.district()),
                    words.kind(facts.kind()),
                    facts.importance(),
                    words.state(facts.state()),
                    it.from(),
                    landing == null ? null : landing.on());
        }
        return table.file(
                request.getRequestURI().endsWith(".xlsx")
                        ? "key-projects.xlsx"
                        : "key-projects.csv");
    }

    @GetMapping("/new")
    String form(Actor actor, Model model) {
        rights.mustKeep(actor);
        model.addAttribute("problems", Problems.none());
        var typed = Map.of("state", "approached", "from", desk.today().toString());
        return formPage(actor, null, new ProjectInput(typed), model);
    }

    @PostMapping
    String enter(
            Actor actor,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var input = new ProjectInput(typed);
        return forms.send(
                model,
                response,
                () -> "redirect:" + ADDRESS + "/" + desk.enter(actor, input) + "?done=entered",
                () -> formPage(actor, null, input, model));
    }

    @GetMapping("/{id}")
    String one(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        var versions = desk.read(actor, id);
        model.addAttribute("project", versions.getFirst());
        model.addAttribute("versions", versions);
        model.addAttribute("landings", desk.landings(actor, id));
        model.addAttribute("lines", entries.list(actor, id));
        model.addAttribute("consents", consents.list(actor, id));
        model.addAttribute("words", words);
        model.addAttribute("people", organization);
        model.addAttribute("keeps", rights.keeps(actor));
        model.addAttribute(
                "done", done.isEmpty() ? null : wording.find("projects.done." + done).orElse(null));
        return "projects/one";
    }

    @GetMapping("/{id}/change")
    String changeForm(Actor actor, @PathVariable long id, Model model) {
        rights.mustKeep(actor);
        var project = desk.read(actor, id).getFirst();
        model.addAttribute("problems", Problems.none());
        model.addAttribute("version", project.number());
        var typed = new HashMap<>(ProjectDesk.input(project).typed());
        typed.put("from", desk.today().toString());
        return formPage(actor, project, new ProjectInput(typed), model);
    }

    @PostMapping("/{id}/change")
    String change(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable Long version,
            Model model,
            HttpServletResponse response) {
        var input = new ProjectInput(typed);
        model.addAttribute("version", version);
        return forms.send(
                model,
                response,
                () -> {
                    desk.change(actor, id, input, version);
                    return "redirect:" + ADDRESS + "/" + id + "?done=changed";
                },
                () -> formPage(actor, desk.read(actor, id).getFirst(), input, model));
    }

    private String formPage(
            Actor actor, @Nullable KeyProject project, ProjectInput input, Model model) {
        model.addAttribute("project", project);
        model.addAttribute("input", input);
        model.addAttribute("kinds", words.kinds());
        model.addAttribute("states", words.states());
        model.addAttribute("districts", ProjectWords.districts(desk.districts(actor.agency())));
        return "projects/form";
    }

    @GetMapping("/{id}/landing")
    String landingForm(Actor actor, @PathVariable long id, Model model) {
        rights.mustKeep(actor);
        model.addAttribute("problems", Problems.none());
        return landingPage(actor, id, new ProjectInput(Map.of()), model);
    }

    @PostMapping("/{id}/landing")
    String land(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        var input = new ProjectInput(typed);
        return forms.send(
                model,
                response,
                () -> {
                    Uploads.read(
                            file, (content, name) -> desk.land(actor, id, input, content, name));
                    return "redirect:" + ADDRESS + "/" + id + "?done=landed";
                },
                () -> landingPage(actor, id, input, model));
    }

    private String landingPage(Actor actor, long id, ProjectInput input, Model model) {
        model.addAttribute("project", desk.read(actor, id).getFirst());
        model.addAttribute("input", input);
        return "projects/landing";
    }

    @GetMapping("/{id}/landing/correction")
    String landingCorrectionForm(Actor actor, @PathVariable long id, Model model) {
        rights.mustKeep(actor);
        var landing = desk.read(actor, id).getFirst().landing();
        if (landing == null) {
            throw Refusal.notFound();
        }
        model.addAttribute("problems", Problems.none());
        model.addAttribute("version", (long) landing.number());
        var typed = Map.of("landedOn", landing.on().toString(), "proof", landing.proof());
        return landingCorrectionPage(actor, id, new ProjectInput(typed), model);
    }

    @PostMapping("/{id}/landing/correction")
    String correctLanding(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable Long version,
            Model model,
            HttpServletResponse response) {
        var input = new ProjectInput(typed);
        model.addAttribute("version", version);
        return forms.send(
                model,
                response,
                () -> {
                    Uploads.read(
                            file,
                            (content, name) ->
                                    desk.correctLanding(actor, id, input, content, name, version));
                    return "redirect:" + ADDRESS + "/" + id + "?done=landing-corrected";
                },
                () -> landingCorrectionPage(actor, id, input, model));
    }

    private String landingCorrectionPage(Actor actor, long id, ProjectInput input, Model model) {
        model.addAttribute("project", desk.read(actor, id).getFirst());
        model.addAttribute("input", input);
        return "projects/landing-correction";
    }

    @GetMapping("/{id}/landing/file")
    ResponseEntity<Resource> landingPaper(Actor actor, @PathVariable long id) {
        var paper = desk.landingPaper(actor, id);
        return FileResponse.download(paper.file(), paper.content());
    }

    @GetMapping("/{id}/consents/new")
    String consentForm(Actor actor, @PathVariable long id, Model model) {
        rights.mustKeep(actor);
        model.addAttribute("problems", Problems.none());
        return consentPage(actor, id, new ProjectInput(Map.of()), model);
    }

    @PostMapping("/{id}/consents")
    String give(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        var input = several(typed);
        return forms.send(
                model,
                response,
                () -> {
                    Uploads.read(
                            file,
                            (content, name) -> consents.give(actor, id, input, content, name));
                    return "redirect:" + ADDRESS + "/" + id + "?done=consented";
                },
                () -> consentPage(actor, id, input, model));
    }

    private String consentPage(Actor actor, long id, ProjectInput input, Model model) {
        model.addAttribute("project", desk.read(actor, id).getFirst());
        model.addAttribute("input", input);
        model.addAttribute("stages", words.stages());
        model.addAttribute("kinds", words.entryKinds(EntryKind::negotiation));
        return "projects/consent";
    }

    /** Boxes that were ticked become lines. */
    private static ProjectInput several(MultiValueMap<String, String> typed) {
        return new ProjectInput(
                typed.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        it -> String.join("\n", it.getValue()))));
    }

    @GetMapping("/{id}/consents/{consent}/file")
    ResponseEntity<Resource> consentPaper(
            Actor actor, @PathVariable long id, @PathVariable long consent) {
        var paper = consents.paper(actor, id, consent);
        return FileResponse.download(paper.file(), paper.content());
    }

    @GetMapping("/{id}/consents/{consent}/end")
    String endForm(Actor actor, @PathVariable long id, @PathVariable long consent, Model model) {
        rights.mustKeep(actor);
        model.addAttribute("problems", Problems.none());
        return endPage(
                actor,
                id,
                consent,
                new ProjectInput(Map.of("endedOn", desk.today().toString())),
                model);
    }

    @PostMapping("/{id}/consents/{consent}/end")
    String end(
            Actor actor,
            @PathVariable long id,
            @PathVariable long consent,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var input = new ProjectInput(typed);
        return forms.send(
                model,
                response,
                () -> {
                    consents.end(actor, id, consent, input);
                    return "redirect:" + ADDRESS + "/" + id + "?done=consent-ended";
                },
                () -> endPage(actor, id, consent, input, model));
    }

    private String endPage(Actor actor, long id, long consent, ProjectInput input, Model model) {
        model.addAttribute("project", desk.read(actor, id).getFirst());
        model.addAttribute(
                "consent",
                consents.list(actor, id).stream()
                        .filter(it -> it.id() == consent)
                        .findFirst()
                        .orElseThrow(Refusal::notFound));
        model.addAttribute("input", input);
        model.addAttribute("words", words);
        return "projects/consent-end";
    }
}
