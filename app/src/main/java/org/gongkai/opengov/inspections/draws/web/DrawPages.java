package org.gongkai.opengov.inspections.draws.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.draws.DrawChoices;
import org.gongkai.opengov.inspections.draws.DrawDesk;
import org.gongkai.opengov.inspections.draws.DrawRights;
import org.gongkai.opengov.inspections.draws.DrawState;
import org.gongkai.opengov.inspections.draws.DrawStories;
import org.gongkai.opengov.inspections.draws.DrawingDesk;
import org.gongkai.opengov.inspections.draws.PrintedGame;
import org.gongkai.opengov.inspections.draws.RevealDesk;
import org.gongkai.opengov.inspections.draws.SourceDesk;
import org.gongkai.opengov.inspections.draws.WitnessDesk;
import org.gongkai.opengov.inspections.plans.PlanWords;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Tab;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Draws on the desk (抽取台账与办理): the list, an announcement, one draw with its next step. */
@Controller
@RequestMapping(DrawPages.ADDRESS)
class DrawPages {
    static final String ADDRESS = "/desk/inspections/draws";
    private static final int PER_PAGE = 30;

    private final DrawDesk desk;
    private final DrawStories stories;
    private final DrawChoices choices;
    private final WitnessDesk witnesses;
    private final SourceDesk sources;
    private final DrawingDesk drawing;
    private final RevealDesk reveals;
    private final PlanWords words;
    private final Forms forms;
    private final Wording wording;
    private final Clock clock;

    DrawPages(
            DrawDesk desk,
            DrawStories stories,
            DrawChoices choices,
            WitnessDesk witnesses,
            SourceDesk sources,
            DrawingDesk drawing,
            RevealDesk reveals,
            PlanWords words,
            Forms forms,
            Wording wording,
            Clock clock) {
        this.desk = desk;
        this.stories = stories;
        this.choices = choices;
        this.witnesses = witnesses;
        this.sources = sources;
        this.drawing = drawing;
        this.reveals = reveals;
        this.words = words;
        this.forms = forms;
        this.wording = wording;
        this.clock = clock;
    }

    /** What was typed into a form of the page of one draw, and into which. */
    public record Typed(String form, String source, List<String> groups, String words) {
        static Typed nothing() {
            return new Typed("", "", List.of(), "");
        }

        /** What was typed for this group of this source. */
        public String group(String of, int place) {
            return source.equals(of) && place < groups.size() ? groups.get(place) : "";
        }
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var asked = state.isBlank() ? null : DrawState.named(state).orElseThrow(Refusal::notFound);
        var counts = desk.counts(actor);
        var total =
                asked == null
                        ? counts.values().stream().mapToLong(it -> it).sum()
                        : counts.getOrDefault(asked, 0L);
        var pages = Pages.of(page, total, PER_PAGE, it -> address(state, it));
        model.addAttribute(
                "lines", desk.page(actor, asked, (pages.number() - 1) * PER_PAGE, PER_PAGE));
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("due", desk.due(actor));
        model.addAttribute("keeps", InspectionRights.keeps(actor));
        var tabs = new ArrayList<Tab>();
        tabs.add(
                new Tab(
                        wording.say("inspections.draw.list.all"),
                        ADDRESS,
                        asked == null,
                        counts.values().stream().mapToLong(it -> it).sum()));
        Arrays.stream(DrawState.values())
                .filter(it -> counts.containsKey(it) || it == asked)
                .map(
                        it ->
                                new Tab(
                                        wording.say("inspections.draw.state." + it.name()),
                                        address(it.slug(), 1),
                                        it == asked,
                                        counts.getOrDefault(it, 0L)))
                .forEach(tabs::add);
        model.addAttribute("tabs", tabs);
        return "inspections/draws/list";
    }

    /** Of a line and quarter of the plan in force; without them, of a draw outside the plan. */
    @GetMapping("/new")
    String form(
            Actor actor,
            @RequestParam(required = false) @Nullable Long line,
            @RequestParam(required = false) @Nullable Integer quarter,
            Model model) {
        InspectionRights.mustKeep(actor);
        model.addAttribute("problems", Problems.none());
        if (line == null || quarter == null) {
            return form(actor, AnnounceForm.empty(), model);
        }
        var owed = desk.owed(actor, line, quarter);
        var title =
                wording.say(
                        "inspections.draw.form.title.planned",
                        Integer.toString(owed.year()),
                        wording.say("inspections.plans.quarter." + quarter),
                        owed.line().title());
        return form(actor, AnnounceForm.of(line, quarter, title), model);
    }

    @PostMapping("/new")
    String announce(
            Actor actor,
            @ModelAttribute("form") AnnounceForm typed,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> done(desk.announce(actor, typed.entry()).seq(), "announced"),
                () -> form(actor, typed, model));
    }

    @GetMapping("/{seq}")
    String one(
            Actor actor,
            @PathVariable long seq,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("done", wording.find("inspections.draw.done." + done).orElse(null));
        return page(actor, seq, Typed.nothing(), model);
    }

    @PostMapping("/{seq}/freeze")
    String freeze(
            Actor actor,
            @PathVariable long seq,
            @RequestParam(required = false) @Nullable Long version,
            Model model,
            HttpServletResponse response) {
        return step(
                actor,
                seq,
                model,
                response,
                "frozen",
                () -> desk.freeze(actor, seq, version),
                Typed.nothing());
    }

    @PostMapping("/{seq}/void")
    String callOff(
            Actor actor,
            @PathVariable long seq,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return step(
                actor,
                seq,
                model,
                response,
                "voided",
                () -> desk.callOff(actor, seq, version, reason),
                new Typed("void", "", List.of(), reason));
    }

    /** The link holds a secret and is shown once, on a page without an address of its own. */
    @PostMapping("/{seq}/witnesses/{source}/link")
    String link(
            Actor actor,
            @PathVariable long seq,
            @PathVariable String source,
            Model model,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return forms.send(
                model,
                response,
                () -> {
                    model.addAttribute("linked", witnesses.link(actor, seq, source));
                    model.addAttribute("story", stories.of(actor, seq));
                    return "inspections/draws/witness-link";
                },
                () -> page(actor, seq, Typed.nothing(), model));
    }

    @PostMapping("/{seq}/source")
    String source(
            Actor actor,
            @PathVariable long seq,
            @RequestParam String source,
            @RequestParam(defaultValue = "") String issue,
            @RequestParam(required = false) @Nullable List<String> group,
            @RequestParam(defaultValue = "") String disclosure,
            Model model,
            HttpServletResponse response) {
        var groups = Objects.requireNonNullElse(group, List.<String>of());
        return forms.send(
                model,
                response,
                () -> {
                    if (!disclosure.isBlank()) {
                        sources.paste(actor, seq, source, SourceForm.json(disclosure));
                        return done(seq, "source-pasted");
                    }
                    var outcome =
                            sources.type(actor, seq, source, issue, SourceForm.numbers(groups));
                    return done(seq, "source-" + outcome.slug());
                },
                () -> page(actor, seq, new Typed("source", source, groups, disclosure), model));
    }

    @PostMapping("/{seq}/draw")
    String draw(
            Actor actor,
            @PathVariable long seq,
            @RequestParam(required = false) @Nullable Long version,
            Model model,
            HttpServletResponse response) {
        return step(
                actor,
                seq,
                model,
                response,
                "drawn",
                () -> drawing.draw(actor, seq, version),
                Typed.nothing());
    }

    @PostMapping("/{seq}/stop")
    String stop(Actor actor, @PathVariable long seq, Model model, HttpServletResponse response) {
        return step(
                actor,
                seq,
                model,
                response,
                "stopped",
                () -> drawing.stop(actor, seq),
                Typed.nothing());
    }

    @PostMapping("/{seq}/reveal")
    String reveal(
            Actor actor,
            @PathVariable long seq,
            @RequestParam(required = false) @Nullable Long version,
            Model model,
            HttpServletResponse response) {
        return step(
                actor,
                seq,
                model,
                response,
                "revealed",
                () -> reveals.reveal(actor, seq, version),
                Typed.nothing());
    }

    private String step(
            Actor actor,
            long seq,
            Model model,
            HttpServletResponse response,
            String done,
            Runnable work,
            Typed typed) {
        return forms.send(
                model,
                response,
                () -> {
                    work.run();
                    return done(seq, done);
                },
                () -> page(actor, seq, typed, model));
    }

    private String page(Actor actor, long seq, Typed typed, Model model) {
        var line = desk.one(actor, seq);
        model.addAttribute("line", line);
        model.addAttribute("draw", line.draw());
        model.addAttribute("allowed", line.allowed().stream().map(Enum::name).toList());
        model.addAttribute("story", stories.of(actor, seq));
        model.addAttribute("items", stories.items(line.draw()));
        model.addAttribute("witnesses", witnesses.standings(actor, seq));
        model.addAttribute("sources", sources.standings(actor, seq));
        model.addAttribute("me", actor.person());
        model.addAttribute("run", drawing.run(actor, seq).orElse(null));
        model.addAttribute("now", clock.instant());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("typed", typed);
        model.addAttribute("seesVisits", DrawRights.seesVisits(actor));
        return "inspections/draws/one";
    }

    private String form(Actor actor, AnnounceForm typed, Model model) {
        InspectionRights.mustKeep(actor);
        model.addAttribute("form", typed);
        model.addAttribute(
                "owed",
                typed.line() == null || typed.quarter() == null
                        ? null
                        : desk.owed(actor, typed.line(), typed.quarter()));
        model.addAttribute("words", words);
        model.addAttribute("items", choices.items(actor));
        var register = new HashMap<String, Long>();
        choices.register(actor).forEach((of, units) -> register.put(of.name(), units));
        model.addAttribute("register", register);
        model.addAttribute("beaconsOn", choices.beacons(actor));
        model.addAttribute("holders", reveals.holders(actor).size());
        model.addAttribute("modes", List.of(choice("mode", "sealed"), choice("mode", "open")));
        model.addAttribute("suites", List.of(choice("suite", "sm3"), choice("suite", "sha256")));
        model.addAttribute(
                "games",
                Arrays.stream(PrintedGame.values())
                        .map(
                                it ->
                                        Choice.of(
                                                it.slug(),
                                                wording.say(
                                                        "inspections.draw.form.game.bits",
                                                        it.term(),
                                                        it.tenthsOfBits() / 10
                                                                + "."
                                                                + it.tenthsOfBits() % 10)))
                        .toList());
        return "inspections/draws/new";
    }

    private Choice choice(String what, String value) {
        return new Choice(
                value,
                wording.say("inspections.draw." + what + "." + value),
                wording.find("inspections.draw." + what + "." + value + ".hint").orElse(null));
    }

    private static String done(long seq, String what) {
        return "redirect:" + ADDRESS + "/" + seq + "?done=" + what;
    }

    private static String address(String state, int page) {
        var query = new ArrayList<String>();
        if (!state.isBlank()) {
            query.add("state=" + state);
        }
        if (page > 1) {
            query.add("page=" + page);
        }
        return ADDRESS + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }
}
