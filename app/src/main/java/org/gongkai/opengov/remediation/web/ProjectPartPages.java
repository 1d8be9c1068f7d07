package org.gongkai.opengov.remediation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkai.opengov.remediation.ProjectEntry;
import org.gongkai.opengov.remediation.RemediationDesk;
import org.gongkai.opengov.remediation.RemediationRights;
import org.gongkai.opengov.remediation.Typed;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Measures, stages, extensions and the end of a project (整治项目各部分填报). */
@Controller
@RequestMapping(RemediationPages.DESK + "/{id:\\d+}")
class ProjectPartPages {
    private static final int FURTHER_ROWS = 3;

    private final RemediationDesk desk;
    private final RemediationRights rights;
    private final RemediationWords words;
    private final Forms forms;
    private final Wording wording;

    ProjectPartPages(
            RemediationDesk desk,
            RemediationRights rights,
            RemediationWords words,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.rights = rights;
        this.words = words;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping("/measures")
    String measuresForm(Actor actor, @PathVariable long id, Model model) {
        var view = writable(actor, id, model);
        return measures(view, ProjectEntry.of(view.project().content().measures()), model);
    }

    @PostMapping("/measures")
    String measure(
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
                    desk.measure(actor, id, typed, version);
                    return RemediationPages.done(id, "measured", "#measures");
                },
                () -> measures(again(actor, id, version, model), typed, model));
    }

    private String measures(RemediationDesk.View view, Typed typed, Model model) {
        var rows =
                Math.min(
                        ProjectEntry.MOST_MEASURES,
                        view.project().content().measures().size() + FURTHER_ROWS);
        model.addAttribute("rows", IntStream.rangeClosed(1, rows).boxed().toList());
        model.addAttribute("typed", typed);
        model.addAttribute("directions", words.directions());
        return "remediation/measures";
    }

    @GetMapping("/stages/new")
    String stageForm(Actor actor, @PathVariable long id, Model model) {
        return stage(actor, writable(actor, id, model), null, new Typed(Map.of()), model);
    }

    @PostMapping("/stages")
    String reach(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable Long version,
            Model model,
            HttpServletResponse response) {
        var typed = stage(fields);
        return forms.send(
                model,
                response,
                () -> {
                    desk.reach(actor, id, typed, version);
                    return RemediationPages.done(id, "stage-reached", "#stages");
                },
                () -> stage(actor, again(actor, id, version, model), null, typed, model));
    }

    @GetMapping("/stages/{number:\\d+}/change")
    String stageChangeForm(
            Actor actor, @PathVariable long id, @PathVariable int number, Model model) {
        var view = writable(actor, id, model);
        var stage = view.project().content().stage(number).orElseThrow(Refusal::notFound);
        return stage(actor, view, number, ProjectEntry.of(stage), model);
    }

    @PostMapping("/stages/{number:\\d+}/change")
    String changeStage(
            Actor actor,
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable Long version,
            Model model,
            HttpServletResponse response) {
        var typed = stage(fields);
        return forms.send(
                model,
                response,
                () -> {
                    desk.change(actor, id, number, typed, version);
                    return RemediationPages.done(id, "stage-changed", "#stages");
                },
                () -> stage(actor, again(actor, id, version, model), number, typed, model));
    }

    @PostMapping("/stages/{number:\\d+}/remove")
    String removeStage(
            Actor actor,
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Long version) {
        desk.remove(actor, id, number, version);
        return RemediationPages.done(id, "stage-removed", "#stages");
    }

    /** A document chosen from those offered counts where no index number was typed. */
    private static Typed stage(Map<String, String> fields) {
        var typed = new HashMap<>(fields);
        if (typed.getOrDefault("document", "").isBlank()) {
            typed.put("document", typed.getOrDefault("offered", ""));
        }
        return new Typed(typed);
    }

    private String stage(
            Actor actor,
            RemediationDesk.View view,
            @Nullable Integer number,
            Typed typed,
            Model model) {
        model.addAttribute("number", number);
        model.addAttribute("typed", typed);
        model.addAttribute("kinds", RemediationWords.stages(view.kinds()));
        model.addAttribute("grounds", words.grounds());
        model.addAttribute(
                "offered",
                desk.offered(actor, view.project().content().medium()).stream()
                        .map(it -> Choice.of(it.indexNumber().toString(), it.title()))
                        .toList());
        return "remediation/stage";
    }

    @GetMapping("/extend")
    String extendForm(Actor actor, @PathVariable long id, Model model) {
        writable(actor, id, model);
        return extension(new Typed(Map.of()), model);
    }

    @PostMapping("/extend")
    String extend(
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
                    desk.extend(actor, id, typed, version);
                    return RemediationPages.done(id, "extended", "");
                },
                () -> {
                    again(actor, id, version, model);
                    return extension(typed, model);
                });
    }

    private static String extension(Typed typed, Model model) {
        model.addAttribute("typed", typed);
        return "remediation/extend";
    }

    @GetMapping("/end")
    String endForm(Actor actor, @PathVariable long id, Model model) {
        var content = writable(actor, id, model).project().content();
        return end(ProjectEntry.of(content.completion(), content.acceptance()), model);
    }

    @PostMapping("/end")
    String end(
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
                    desk.end(actor, id, typed, version);
                    return RemediationPages.done(id, "ended", "#end");
                },
                () -> {
                    again(actor, id, version, model);
                    return end(typed, model);
                });
    }

    private String end(Typed typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("yesOrNo", words.yesOrNo());
        return "remediation/end";
    }

    private RemediationDesk.View writable(Actor actor, long id, Model model) {
        var view = desk.read(actor, id);
        rights.mustWrite(actor, view.project().content().medium());
        model.addAttribute("problems", Problems.none());
        return put(view, (long) view.project().revision().number(), model);
    }

    private RemediationDesk.View again(Actor actor, long id, @Nullable Long version, Model model) {
        return put(desk.read(actor, id), version, model);
    }

    private RemediationDesk.View put(
            RemediationDesk.View view, @Nullable Long version, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("content", view.project().content());
        model.addAttribute("version", version);
        model.addAttribute("words", words);
        model.addAttribute(
                "back",
                wording.say(
                        "remediation.back",
                        view.project().number(),
                        view.project().content().facts().name()));
        return view;
    }
}
