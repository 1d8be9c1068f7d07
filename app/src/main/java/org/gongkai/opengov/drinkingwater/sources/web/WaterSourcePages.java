package org.gongkai.opengov.drinkingwater.sources.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.drinkingwater.sources.SourceEntry;
import org.gongkai.opengov.drinkingwater.sources.WaterRights;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.gongkai.opengov.drinkingwater.sources.WaterSourceDesk;
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

/** The register of sources, and each with its versions (水源台账页面). */
@Controller
@RequestMapping("/desk/water/sources")
class WaterSourcePages {
    private static final int PER_PAGE = 30;

    private final WaterSourceDesk desk;
    private final WaterRights rights;
    private final WaterSourceWords words;
    private final Forms forms;
    private final Wording wording;

    WaterSourcePages(
            WaterSourceDesk desk,
            WaterRights rights,
            WaterSourceWords words,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.rights = rights;
        this.words = words;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String list(
            Actor actor,
            @ModelAttribute("asked") AskedSources asked,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var all = desk.list(actor, asked.filter());
        var pages = Pages.of(page, all.size(), PER_PAGE, asked::address);
        var first = (pages.number() - 1) * PER_PAGE;
        model.addAttribute("sources", all.subList(first, Math.min(all.size(), first + PER_PAGE)));
        model.addAttribute("total", all.size());
        model.addAttribute("pages", pages);
        model.addAttribute("words", words);
        model.addAttribute("kinds", words.kinds());
        model.addAttribute("states", words.states());
        model.addAttribute("districts", WaterSourceWords.districts(desk.districts(actor.agency())));
        model.addAttribute("keeps", rights.keeps(actor));
        return "drinkingwater/sources";
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export(Actor actor, @ModelAttribute("asked") AskedSources asked) {
        var table =
                CsvTable.of(
                        (Object[]) wording.say("drinkingwater.sources.csv-head").split(",", -1));
        for (var it : desk.list(actor, asked.filter())) {
            var facts = it.facts();
            table.row(
                    facts.name(),
                    String.join("、", facts.alsoCalled()),
                    words.kind(facts.kind()),
                    facts.target().text(),
                    words.district(facts.district()),
                    facts.zones(),
                    facts.point(),
                    facts.intake(),
                    words.state(facts.state()),
                    it.from());
        }
        return table.file("water-sources.csv");
    }

    @GetMapping("/new")
    String form(Actor actor, Model model) {
        rights.mustKeep(actor);
        model.addAttribute("problems", Problems.none());
        var typed = Map.of("target", "III", "from", desk.today().toString());
        return formPage(actor, null, new SourceEntry(typed), model);
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
                () -> "redirect:/desk/water/sources/" + desk.enter(actor, entry) + "?done=entered",
                () -> formPage(actor, null, entry, model));
    }

    @GetMapping("/{id}")
    String one(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        var versions = desk.read(actor, id);
        var source = versions.getFirst();
        model.addAttribute("source", source);
        model.addAttribute("versions", versions);
        model.addAttribute("replacement", replacement(actor, source));
        model.addAttribute("words", words);
        model.addAttribute("keeps", rights.keeps(actor));
        model.addAttribute(
                "done",
                done.isEmpty()
                        ? null
                        : wording.find("drinkingwater.sources.done." + done).orElse(null));
        return "drinkingwater/source";
    }

    @GetMapping("/{id}/change")
    String changeForm(Actor actor, @PathVariable long id, Model model) {
        rights.mustKeep(actor);
        var source = desk.read(actor, id).getFirst();
        model.addAttribute("problems", Problems.none());
        var typed = new HashMap<>(SourceEntry.of(source).typed());
        typed.put("reason", "");
        model.addAttribute("version", source.number());
        return formPage(actor, source, new SourceEntry(typed), model);
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
                    return "redirect:/desk/water/sources/" + id + "?done=changed";
                },
                () -> formPage(actor, desk.read(actor, id).getFirst(), entry, model));
    }

    private String formPage(
            Actor actor, @Nullable WaterSource source, SourceEntry entry, Model model) {
        model.addAttribute("source", source);
        model.addAttribute("entry", entry);
        model.addAttribute("kinds", words.kinds());
        model.addAttribute("targets", words.targets());
        model.addAttribute("states", words.states());
        model.addAttribute("districts", WaterSourceWords.districts(desk.districts(actor.agency())));
        model.addAttribute(
                "others",
                desk.list(actor, AskedSources.ALL).stream()
                        .filter(it -> source == null || it.id() != source.id())
                        .map(it -> Choice.of(Long.toString(it.id()), it.facts().name()))
                        .toList());
        return "drinkingwater/source-form";
    }

    private @Nullable String replacement(Actor actor, WaterSource source) {
        var by = source.facts().replacedBy();
        return by == null ? null : desk.read(actor, by).getFirst().facts().name();
    }

    private static SourceEntry entry(Map<String, String> typed) {
        var fields = new HashMap<String, String>();
        for (var each : SourceEntry.FIELDS) {
            fields.put(each, Objects.requireNonNullElse(typed.get(each), ""));
        }
        return new SourceEntry(fields);
    }
}
