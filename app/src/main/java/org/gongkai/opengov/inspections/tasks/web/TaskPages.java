package org.gongkai.opengov.inspections.tasks.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.results.SkipReason;
import org.gongkai.opengov.inspections.tasks.FieldDesk;
import org.gongkai.opengov.inspections.tasks.TaskDesk;
import org.gongkai.opengov.inspections.tasks.TaskFilter;
import org.gongkai.opengov.inspections.tasks.TaskSource;
import org.gongkai.opengov.inspections.tasks.TaskState;
import org.gongkai.opengov.inspections.tasks.TaskStep;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Tab;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
import org.springframework.web.util.UriComponentsBuilder;

/** The register of inspections, and each with what can be done (检查任务台账). */
@Controller
@RequestMapping("/desk/inspections/tasks")
class TaskPages {
    private static final int PER_PAGE = 30;

    private final TaskDesk desk;
    private final FieldDesk field;
    private final TaskWords words;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;

    TaskPages(
            TaskDesk desk,
            FieldDesk field,
            TaskWords words,
            Organization organization,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.field = field;
        this.words = words;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
    }

    /** What narrows the list. */
    record Asked(
            @Nullable String state,
            @Nullable String source,
            @Nullable String words,
            @Nullable Long draw) {

        TaskFilter filter() {
            return new TaskFilter(
                    text(state).isEmpty()
                            ? null
                            : TaskState.named(text(state)).orElseThrow(Refusal::notFound),
                    text(source).isEmpty()
                            ? null
                            : TaskSource.named(text(source)).orElseThrow(Refusal::notFound),
                    text(words),
                    draw,
                    null,
                    null);
        }

        String address(String state, int page) {
            var address =
                    UriComponentsBuilder.fromPath("/desk/inspections/tasks")
                            .queryParam("state", state)
                            .queryParam("source", text(source))
                            .queryParam("words", text(words));
            if (draw != null) {
                address.queryParam("draw", draw);
            }
            return address.queryParam("page", page).encode().toUriString();
        }

        static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    @GetMapping
    String list(
            Actor actor,
            @ModelAttribute("asked") Asked asked,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        var filter = asked.filter();
        var counts = desk.counts(actor, filter);
        var total =
                filter.state() == null
                        ? counts.values().stream().mapToLong(it -> it).sum()
                        : counts.getOrDefault(filter.state(), 0L);
        var pages =
                Pages.of(page, total, PER_PAGE, it -> asked.address(Asked.text(asked.state()), it));
        model.addAttribute(
                "lines", desk.page(actor, filter, (pages.number() - 1) * PER_PAGE, PER_PAGE));
        model.addAttribute("words", words);
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute("tabs", tabs(counts, asked));
        model.addAttribute("sources", sources(true));
        model.addAttribute("mayPropose", InspectionRights.keeps(actor));
        model.addAttribute("done", said(done));
        return "inspections/tasks";
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export(Actor actor, @ModelAttribute("asked") Asked asked) {
        var table =
                CsvTable.of((Object[]) wording.say("inspections.tasks.csv-head").split(",", -1));
        desk.forEach(
                actor,
                asked.filter(),
                it -> {
                    var task = it.task();
                    boolean hidden = it.hidden();
                    table.row(
                            task.number(),
                            words.source(task),
                            hidden ? null : task.unit().name(),
                            hidden ? null : task.unit().creditCode(),
                            task.item().title(),
                            hidden ? null : words.team(it),
                            task.releaseOn(),
                            task.dueOn(),
                            words.state(task),
                            task.endedOn(),
                            words.outcome(task));
                });
        return table.file("inspections.csv");
    }

    @GetMapping("/new")
    String form(Actor actor, Model model) {
        model.addAttribute("problems", Problems.none());
        return formPage(
                actor,
                new TaskDesk.Proposal(null, null, null, null, null, null, null, null),
                model);
    }

    @PostMapping
    String propose(
            Actor actor,
            @ModelAttribute("typed") TaskDesk.Proposal typed,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () ->
                        "redirect:/desk/inspections/tasks/"
                                + desk.propose(actor, typed)
                                + "?done=propose",
                () -> formPage(actor, typed, model));
    }

    private String formPage(Actor actor, TaskDesk.Proposal typed, Model model) {
        var choices = desk.choices(actor);
        model.addAttribute("typed", typed);
        model.addAttribute("sources", sources(false));
        model.addAttribute(
                "items",
                choices.items().stream()
                        .map(it -> Choice.of(it.code(), it.code() + " " + it.name()))
                        .toList());
        model.addAttribute(
                "officers",
                choices.officers().stream()
                        .map(it -> new Choice(it.code(), it.name(), it.code()))
                        .toList());
        return "inspections/task-new";
    }

    @GetMapping("/{id}")
    String one(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("done", said(done));
        return page(actor, id, "", Map.of(), model);
    }

    @PostMapping("/{id}/steps/{name}")
    String step(
            Actor actor,
            @PathVariable long id,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var step = TaskStep.named(name).orElseThrow(Refusal::notFound);
        var fields = typed.toSingleValueMap();
        return forms.send(
                model,
                response,
                () -> {
                    Steps.take(desk, field, actor, id, step, version, fields);
                    return "redirect:/desk/inspections/tasks/" + id + "?done=" + step.slug();
                },
                () -> page(actor, id, name, fields, model));
    }

    @GetMapping("/{id}/notice")
    String notice(Actor actor, @PathVariable long id, Model model) {
        var view = desk.one(actor, id);
        model.addAttribute("view", view);
        model.addAttribute("task", view.task());
        model.addAttribute("agency", organization.agency(actor.agency()));
        model.addAttribute("words", words);
        return "inspections/task-notice";
    }

    @GetMapping("/{id}/certificate.pdf")
    ResponseEntity<byte[]> certificate(Actor actor, @PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"certificate-" + id + ".pdf\"")
                .body(desk.certificate(actor, id));
    }

    private String page(Actor actor, long id, String step, Map<String, String> typed, Model model) {
        var view = desk.one(actor, id);
        model.addAttribute("view", view);
        model.addAttribute("task", view.task());
        model.addAttribute("sheet", field.sheet(actor, id));
        model.addAttribute("standing", words.standing(view));
        model.addAttribute("words", words);
        model.addAttribute("people", organization);
        model.addAttribute("typedStep", step);
        model.addAttribute("typed", typed);
        model.addAttribute("inspects", InspectionRights.inspects(actor));
        model.addAttribute(
                "skipReasons",
                Arrays.stream(SkipReason.values())
                        .map(it -> Choice.of(it.slug(), it.term()))
                        .toList());
        return "inspections/task";
    }

    private List<Tab> tabs(Map<TaskState, Long> counts, Asked asked) {
        var tabs = new ArrayList<Tab>();
        var here = Asked.text(asked.state());
        tabs.add(
                new Tab(
                        wording.say("inspections.tasks.all"),
                        asked.address("", 1),
                        here.isEmpty(),
                        counts.values().stream().mapToLong(it -> it).sum()));
        Arrays.stream(TaskState.values())
                .map(
                        it ->
                                new Tab(
                                        wording.say("inspections.tasks.state." + it.name()),
                                        asked.address(it.slug(), 1),
                                        it.slug().equals(here),
                                        counts.getOrDefault(it, 0L)))
                .forEach(tabs::add);
        return tabs;
    }

    private List<Choice> sources(boolean drawnToo) {
        return Arrays.stream(TaskSource.values())
                .filter(it -> drawnToo || it.needsApproval())
                .map(
                        it ->
                                Choice.of(
                                        it.slug(),
                                        wording.say("inspections.tasks.source." + it.name())))
                .toList();
    }

    private @Nullable String said(String done) {
        return TaskStep.named(done)
                .map(it -> wording.say("inspections.tasks.done." + it.name()))
                .orElse(null);
    }
}
