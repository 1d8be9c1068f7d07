package org.gongkai.opengov.projects.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.projects.EntryDesk;
import org.gongkai.opengov.projects.EntryDesk.Found;
import org.gongkai.opengov.projects.EntryDesk.Line;
import org.gongkai.opengov.projects.EntryDesk.Standing;
import org.gongkai.opengov.projects.ProjectDesk;
import org.gongkai.opengov.projects.ProjectInput;
import org.gongkai.opengov.projects.ProjectRights;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An entry: written, screened field by field, drafted (信息条目页面). */
@Controller
@RequestMapping(ProjectPages.ADDRESS + "/{project}/entries")
class EntryPages {
    private final ProjectDesk projects;
    private final EntryDesk desk;
    private final ProjectRights rights;
    private final ProjectWords words;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;

    EntryPages(
            ProjectDesk projects,
            EntryDesk desk,
            ProjectRights rights,
            ProjectWords words,
            Organization organization,
            Forms forms,
            Wording wording) {
        this.projects = projects;
        this.desk = desk;
        this.rights = rights;
        this.words = words;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping("/new")
    String form(Actor actor, @PathVariable long project, Model model) {
        rights.mustKeep(actor);
        model.addAttribute("problems", Problems.none());
        var typed = Map.of("formedOn", projects.today().toString());
        return formPage(actor, project, null, new ProjectInput(typed), model);
    }

    @PostMapping
    String write(
            Actor actor,
            @PathVariable long project,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var input = new ProjectInput(typed);
        return forms.send(
                model,
                response,
                () -> there(project, desk.write(actor, project, input), "written"),
                () -> formPage(actor, project, null, input, model));
    }

    @GetMapping("/{id}")
    String one(
            Actor actor,
            @PathVariable long project,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("typed", Map.of());
        model.addAttribute(
                "done", done.isEmpty() ? null : wording.find("projects.done." + done).orElse(null));
        return onePage(actor, project, id, model);
    }

    @GetMapping("/{id}/change")
    String changeForm(Actor actor, @PathVariable long project, @PathVariable long id, Model model) {
        rights.mustKeep(actor);
        var line = desk.read(actor, project, id);
        model.addAttribute("problems", Problems.none());
        model.addAttribute("version", line.entry().number());
        return formPage(actor, project, line, EntryDesk.input(line.entry()), model);
    }

    @PostMapping("/{id}/change")
    String change(
            Actor actor,
            @PathVariable long project,
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
                    desk.rewrite(actor, project, id, input, version);
                    return there(project, id, "rewritten");
                },
                () -> formPage(actor, project, desk.read(actor, project, id), input, model));
    }

    /** What stays unchosen is left for later. */
    @PostMapping("/{id}/screening")
    String screen(
            Actor actor,
            @PathVariable long project,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable Long version,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("typed", typed);
        return forms.send(
                model,
                response,
                () -> {
                    desk.screen(actor, project, id, found(actor, project, id, typed), version);
                    return there(project, id, "screened");
                },
                () -> onePage(actor, project, id, model));
    }

    private List<Found> found(Actor actor, long project, long id, Map<String, String> typed) {
        return desk.read(actor, project, id).entry().fields().stream()
                .filter(it -> !typed.getOrDefault("outcome-" + it.position(), "").isBlank())
                .map(
                        it ->
                                new Found(
                                        it.id(),
                                        typed.get("outcome-" + it.position()),
                                        typed.get("ground-" + it.position())))
                .toList();
    }

    @PostMapping("/{id}/draft")
    String draft(
            Actor actor,
            @PathVariable long project,
            @PathVariable long id,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("typed", Map.of());
        return forms.send(
                model,
                response,
                () -> "redirect:/desk/documents/" + desk.draft(actor, project, id),
                () -> onePage(actor, project, id, model));
    }

    private String onePage(Actor actor, long project, long id, Model model) {
        var line = desk.read(actor, project, id);
        model.addAttribute("project", projects.read(actor, project).getFirst());
        model.addAttribute("line", line);
        model.addAttribute("entry", line.entry());
        model.addAttribute("words", words);
        model.addAttribute("people", organization);
        model.addAttribute("outcomes", words.outcomes());
        model.addAttribute("keeps", rights.keeps(actor));
        model.addAttribute("screens", rights.screens(actor) && desk.mayScreen(actor, id));
        model.addAttribute("drafts", rights.drafts(actor) && line.standing() == Standing.READY);
        model.addAttribute("obstacle", desk.obstacle(line).orElse(null));
        return "projects/entry";
    }

    private String formPage(
            Actor actor, long project, @Nullable Line line, ProjectInput input, Model model) {
        model.addAttribute("project", projects.read(actor, project).getFirst());
        model.addAttribute("line", line);
        model.addAttribute("input", input);
        model.addAttribute("stages", words.stages());
        model.addAttribute("kinds", words.entryKinds(it -> true));
        return "projects/entry-form";
    }

    private static String there(long project, long id, String done) {
        return "redirect:"
                + ProjectPages.ADDRESS
                + "/"
                + project
                + "/entries/"
                + id
                + "?done="
                + done;
    }
}
