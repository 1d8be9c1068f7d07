package org.gongkai.opengov.drinkingwater.basis.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkai.opengov.drinkingwater.basis.Background;
import org.gongkai.opengov.drinkingwater.basis.BackgroundDesk;
import org.gongkai.opengov.drinkingwater.basis.BackgroundEntry;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
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

/** What is over by nature alone, and how rates are told (天然本底页面). */
@Controller
@RequestMapping("/desk/water/backgrounds")
class BackgroundPages {
    private static final int PER_PAGE = 30;
    private static final String LIST = "/desk/water/backgrounds";

    private final BackgroundDesk desk;
    private final BackgroundWords words;
    private final Forms forms;
    private final Wording wording;

    BackgroundPages(BackgroundDesk desk, BackgroundWords words, Forms forms, Wording wording) {
        this.desk = desk;
        this.words = words;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String list(
            Actor actor,
            @ModelAttribute("asked") AskedBackgrounds asked,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var all = desk.list(actor, asked.filter());
        var pages = Pages.of(page, all.size(), PER_PAGE, asked::address);
        var first = (pages.number() - 1) * PER_PAGE;
        model.addAttribute(
                "backgrounds", all.subList(first, Math.min(all.size(), first + PER_PAGE)));
        model.addAttribute("total", all.size());
        model.addAttribute("pages", pages);
        model.addAttribute("choices", sources(actor));
        model.addAttribute("states", words.states());
        return shown(actor, model, "drinkingwater/backgrounds");
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export(Actor actor, @ModelAttribute("asked") AskedBackgrounds asked) {
        var table =
                CsvTable.of(
                        (Object[]) wording.say("drinkingwater.background.csv-head").split(",", -1));
        var names = names(actor);
        for (var it : desk.list(actor, asked.filter())) {
            table.row(
                    names.get(it.source()),
                    it.item(),
                    it.nature().cause(),
                    it.nature().document(),
                    it.nature().number(),
                    it.from(),
                    words.until(it),
                    words.state(it.state(desk.today())));
        }
        return table.file("water-backgrounds.csv");
    }

    @GetMapping("/new")
    String form(Actor actor, @RequestParam(defaultValue = "") String source, Model model) {
        desk.mustKeep(actor);
        model.addAttribute("problems", Problems.none());
        var typed = Map.of("source", source, "from", desk.today().toString());
        return formPage(actor, null, new BackgroundEntry(typed), model);
    }

    @PostMapping
    String enter(
            Actor actor,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var entry = entry(typed);
        return forms.send(
                model,
                response,
                () -> "redirect:" + LIST + "/" + desk.enter(actor, entry) + "?done=entered",
                () -> formPage(actor, null, entry, model));
    }

    @GetMapping("/{id}")
    String one(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "done",
                done.isEmpty()
                        ? null
                        : wording.find("drinkingwater.background.done." + done).orElse(null));
        return onePage(actor, id, "", model);
    }

    private String onePage(Actor actor, long id, String reason, Model model) {
        var versions = desk.read(actor, id);
        model.addAttribute("it", versions.getFirst());
        model.addAttribute("versions", versions);
        model.addAttribute("reason", reason);
        return shown(actor, model, "drinkingwater/background");
    }

    @GetMapping("/{id}/change")
    String changeForm(Actor actor, @PathVariable long id, Model model) {
        desk.mustKeep(actor);
        var background = desk.read(actor, id).getFirst();
        model.addAttribute("problems", Problems.none());
        model.addAttribute("version", background.number());
        return formPage(actor, background, BackgroundEntry.of(background), model);
    }

    @PostMapping("/{id}/change")
    String change(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable Long version,
            Model model,
            HttpServletResponse response) {
        var entry = entry(typed);
        model.addAttribute("version", version);
        return forms.send(
                model,
                response,
                () -> {
                    desk.change(actor, id, entry, version);
                    return "redirect:" + LIST + "/" + id + "?done=changed";
                },
                () -> formPage(actor, desk.read(actor, id).getFirst(), entry, model));
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable Long version,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.withdraw(actor, id, reason, version);
                    return "redirect:" + LIST + "/" + id + "?done=withdrawn";
                },
                () -> onePage(actor, id, reason, model));
    }

    @GetMapping("/rates")
    String rates(Actor actor, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("done", done.isEmpty() ? null : wording.say("drinkingwater.rates.done"));
        return ratesPage(actor, "", "", null, model);
    }

    @PostMapping("/rates")
    String setRates(
            Actor actor,
            @RequestParam(defaultValue = "") String setsApart,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable Long version,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.setRates(actor, Boolean.parseBoolean(setsApart), reason, version);
                    return "redirect:" + LIST + "/rates?done=set";
                },
                () -> ratesPage(actor, setsApart, reason, version, model));
    }

    private String ratesPage(
            Actor actor, String setsApart, String reason, @Nullable Long version, Model model) {
        var versions = desk.rates(actor);
        var now = !versions.isEmpty() && versions.getFirst().setsApart();
        var newest = versions.isEmpty() ? 0L : (long) versions.getFirst().number();
        model.addAttribute("now", now);
        model.addAttribute("versions", versions);
        model.addAttribute("version", Objects.requireNonNullElse(version, newest));
        model.addAttribute("setsApart", setsApart.isEmpty() ? Boolean.toString(now) : setsApart);
        model.addAttribute("reason", reason);
        model.addAttribute(
                "choices",
                List.of(
                        Choice.of("true", wording.say("drinkingwater.rates.both")),
                        Choice.of("false", wording.say("drinkingwater.rates.one"))));
        return shown(actor, model, "drinkingwater/rates");
    }

    private String formPage(
            Actor actor, @Nullable Background background, BackgroundEntry entry, Model model) {
        model.addAttribute("it", background);
        model.addAttribute("entry", entry);
        model.addAttribute("choices", sources(actor));
        return shown(actor, model, "drinkingwater/background-form");
    }

    private String shown(Actor actor, Model model, String template) {
        model.addAttribute("names", names(actor));
        model.addAttribute("words", words);
        model.addAttribute("today", desk.today());
        model.addAttribute("keeps", desk.keeps(actor));
        return template;
    }

    private Map<Long, String> names(Actor actor) {
        return desk.sources(actor).stream()
                .collect(Collectors.toMap(WaterSource::id, it -> it.facts().name()));
    }

    private List<Choice> sources(Actor actor) {
        return desk.sources(actor).stream()
                .map(it -> Choice.of(Long.toString(it.id()), it.facts().name()))
                .toList();
    }

    private static BackgroundEntry entry(Map<String, String> typed) {
        var fields = new HashMap<String, String>();
        for (var each : BackgroundEntry.FIELDS) {
            fields.put(each, Objects.requireNonNullElse(typed.get(each), ""));
        }
        return new BackgroundEntry(fields);
    }
}
