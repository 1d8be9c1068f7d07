package org.gongkai.opengov.mistakes.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.mistakes.MistakeDesk;
import org.gongkai.opengov.mistakes.MistakeDesk.MistakeLine;
import org.gongkai.opengov.mistakes.MistakeFilter;
import org.gongkai.opengov.mistakes.MistakeState;
import org.gongkai.opengov.mistakes.MistakeStep;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Moments;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Tab;
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
import org.springframework.web.util.UriComponentsBuilder;

/** The register of mistakes that readers found, and each with what can be done (找错留言台账). */
@Controller
@RequestMapping("/desk/mistakes")
class DeskPages {
    private static final int PER_PAGE = 30;

    private final MistakeDesk desk;
    private final Organization organization;
    private final ChineseDates dates;
    private final Forms forms;
    private final Wording wording;

    DeskPages(
            MistakeDesk desk,
            Organization organization,
            ChineseDates dates,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.organization = organization;
        this.dates = dates;
        this.forms = forms;
        this.wording = wording;
    }

    /** What was typed into the form of a step. */
    record Typed(String step, String words, String section) {}

    /** How a report stands, in words and as a look. */
    public record Standing(String text, @Nullable String look) {}

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        var asked = filter(actor, state, section);
        var counts = desk.counts(actor, asked);
        var total =
                asked.state() == null
                        ? counts.values().stream().mapToLong(it -> it).sum()
                        : counts.getOrDefault(asked.state(), 0L);
        var pages = Pages.of(page, total, PER_PAGE, it -> address(state, section, it));
        model.addAttribute(
                "lines", desk.page(actor, asked, (pages.number() - 1) * PER_PAGE, PER_PAGE));
        model.addAttribute("standings", this);
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute("state", state);
        model.addAttribute("section", section);
        model.addAttribute("sections", MistakeDesk.readsAll(actor) ? sections(actor) : List.of());
        model.addAttribute("tabs", tabs(counts, state, section));
        model.addAttribute("done", said(done));
        return "mistakes/list";
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export(
            Actor actor,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String section) {
        var table = CsvTable.of((Object[]) wording.say("mistakes.list.csv-head").split(",", -1));
        desk.forEach(
                actor,
                filter(actor, state, section),
                it -> {
                    var report = it.report();
                    var whose = it.section();
                    table.row(
                            report.number(),
                            wording.say("mistakes.kind." + report.kind().name()),
                            report.page(),
                            report.description(),
                            Moments.written(report.receivedAt()),
                            it.standing().due(),
                            whose == null ? null : whose.name(),
                            wording.say("mistakes.state." + report.state().name()));
                });
        return table.file("mistakes.csv");
    }

    @GetMapping("/{id}")
    String one(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("done", said(done));
        return page(actor, id, new Typed("", "", ""), model);
    }

    @PostMapping("/{id}/steps/{name}")
    String step(
            Actor actor,
            @PathVariable long id,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String section,
            Model model,
            HttpServletResponse response) {
        var step = MistakeStep.named(name).orElseThrow(Refusal::notFound);
        return forms.send(
                model,
                response,
                () -> {
                    switch (step) {
                        case ROUTE -> desk.route(actor, id, version, section, words);
                        case ANSWER -> desk.answer(actor, id, version, words);
                        case REJECT -> desk.reject(actor, id, version, words);
                        case ERASE_CONTACT -> desk.eraseContact(actor, id, version, words);
                    }
                    // A section that has sent it on no longer sees it.
                    var next = desk.sees(actor, id) ? "/" + id : "";
                    return "redirect:/desk/mistakes" + next + "?done=" + step.slug();
                },
                () -> page(actor, id, new Typed(name, words, section), model));
    }

    /** Days left or late, answered or rejected. */
    public Standing of(MistakeLine line) {
        var report = line.report();
        return switch (report.state()) {
            case ANSWERED -> new Standing(wording.say("mistakes.state.ANSWERED"), "good");
            case REJECTED -> new Standing(wording.say("mistakes.state.REJECTED"), "done");
            case OPEN -> {
                var left = line.standing().workingDaysLeft();
                yield line.standing().late() && left == 0
                        ? new Standing(wording.say("mistakes.just-late"), "late")
                        : new Standing(
                                dates.left(left),
                                line.standing().late() ? "late" : left <= 1 ? "soon" : null);
            }
        };
    }

    private String page(Actor actor, long id, Typed typed, Model model) {
        var history = desk.one(actor, id);
        model.addAttribute("history", history);
        model.addAttribute("report", history.line().report());
        model.addAttribute("standing", of(history.line()));
        model.addAttribute("people", organization);
        model.addAttribute("typed", typed);
        model.addAttribute(
                "sections",
                organization
                        .sectionsOn(actor.agency(), history.line().report().receivedOn())
                        .stream()
                        .map(it -> Choice.of(it.key(), it.name()))
                        .toList());
        return "mistakes/one";
    }

    private List<Tab> tabs(Map<MistakeState, Long> counts, String chosen, String section) {
        var tabs = new ArrayList<Tab>();
        var all = counts.values().stream().mapToLong(it -> it).sum();
        tabs.add(
                new Tab(
                        wording.say("mistakes.list.all"),
                        address("", section, 1),
                        chosen.isBlank(),
                        all));
        Arrays.stream(MistakeState.values())
                .map(
                        it ->
                                new Tab(
                                        wording.say("mistakes.state." + it.name()),
                                        address(it.slug(), section, 1),
                                        it.slug().equals(chosen),
                                        counts.getOrDefault(it, 0L)))
                .forEach(tabs::add);
        return tabs;
    }

    private @Nullable String said(String done) {
        return MistakeStep.named(done)
                .map(it -> wording.say("mistakes.done." + it.name()))
                .orElse(null);
    }

    /** An unknown state in the address is a page that does not exist. */
    private static @Nullable MistakeState state(String asked) {
        return asked.isBlank() ? null : MistakeState.named(asked).orElseThrow(Refusal::notFound);
    }

    /** Whose reports are asked for; an unknown section is a page that does not exist. */
    private MistakeFilter filter(Actor actor, String state, String section) {
        var whose =
                section.isBlank()
                        ? null
                        : organization
                                .findSection(actor.agency(), section)
                                .orElseThrow(Refusal::notFound)
                                .id();
        return MistakeFilter.in(state(state)).of(whose);
    }

    private List<Choice> sections(Actor actor) {
        return organization.allSections(actor.agency()).stream()
                .map(it -> Choice.of(it.key(), it.name()))
                .toList();
    }

    private static String address(String state, String section, int page) {
        var address = UriComponentsBuilder.fromPath("/desk/mistakes");
        if (!state.isBlank()) {
            address.queryParam("state", state);
        }
        if (!section.isBlank()) {
            address.queryParam("section", section);
        }
        if (page > 1) {
            address.queryParam("page", page);
        }
        return address.encode().toUriString();
    }
}
