package org.gongkai.opengov.drinkingwater.basis.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.drinkingwater.basis.LimitDesk;
import org.gongkai.opengov.drinkingwater.basis.LimitEntry;
import org.gongkai.opengov.drinkingwater.basis.LimitOverride;
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

/** Other limits than the printed ones (限值调整页面). */
@Controller
@RequestMapping("/desk/water/limits")
class LimitPages {
    private static final int PER_PAGE = 30;
    private static final String LIST = "/desk/water/limits";

    private final LimitDesk desk;
    private final BackgroundWords words;
    private final LimitWords limits;
    private final Forms forms;
    private final Wording wording;

    LimitPages(
            LimitDesk desk,
            BackgroundWords words,
            LimitWords limits,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.words = words;
        this.limits = limits;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String list(
            Actor actor,
            @ModelAttribute("asked") AskedLimits asked,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var all = desk.list(actor, asked.filter());
        var pages = Pages.of(page, all.size(), PER_PAGE, asked::address);
        var first = (pages.number() - 1) * PER_PAGE;
        model.addAttribute("overrides", all.subList(first, Math.min(all.size(), first + PER_PAGE)));
        model.addAttribute("total", all.size());
        model.addAttribute("pages", pages);
        model.addAttribute("states", words.states());
        return shown(actor, model, "drinkingwater/limits");
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export(Actor actor, @ModelAttribute("asked") AskedLimits asked) {
        var table =
                CsvTable.of((Object[]) wording.say("drinkingwater.limits.csv-head").split(",", -1));
        for (var it : desk.list(actor, asked.filter())) {
            table.row(
                    limits.standard(it.row()),
                    it.row().table(),
                    it.row().item(),
                    it.row().body() == null ? "" : limits.item(it.row()),
                    limits.limit(it, "I"),
                    limits.limit(it, "II"),
                    limits.limit(it, "III"),
                    limits.limit(it, "IV"),
                    limits.limit(it, "V"),
                    limits.limit(it, LimitOverride.ONE),
                    limits.unit(it.row()),
                    it.amendment().document(),
                    it.amendment().number(),
                    it.from(),
                    it.until() == null
                            ? wording.say("drinkingwater.background.open-end")
                            : it.until(),
                    words.state(it.state(desk.today())));
        }
        return table.file("water-limits.csv");
    }

    @GetMapping("/new")
    String form(Actor actor, Model model) {
        desk.mustKeep(actor);
        model.addAttribute("problems", Problems.none());
        var typed = Map.of("from", desk.today().toString());
        return formPage(actor, null, new LimitEntry(typed), model);
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
                        : wording.find("drinkingwater.limits.done." + done).orElse(null));
        return onePage(actor, id, "", model);
    }

    private String onePage(Actor actor, long id, String reason, Model model) {
        var versions = desk.read(actor, id);
        model.addAttribute("it", versions.getFirst());
        model.addAttribute("versions", versions);
        model.addAttribute("reason", reason);
        return shown(actor, model, "drinkingwater/limit");
    }

    @GetMapping("/{id}/change")
    String changeForm(Actor actor, @PathVariable long id, Model model) {
        desk.mustKeep(actor);
        var override = desk.read(actor, id).getFirst();
        model.addAttribute("problems", Problems.none());
        model.addAttribute("version", override.number());
        return formPage(actor, override, LimitEntry.of(override), model);
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

    private String formPage(
            Actor actor, @Nullable LimitOverride override, LimitEntry entry, Model model) {
        model.addAttribute("it", override);
        model.addAttribute("entry", entry);
        return shown(actor, model, "drinkingwater/limit-form");
    }

    private String shown(Actor actor, Model model, String template) {
        model.addAttribute("limits", limits);
        model.addAttribute("standards", limits.standards());
        model.addAttribute("bodies", limits.bodies());
        model.addAttribute("words", words);
        model.addAttribute("today", desk.today());
        model.addAttribute("keeps", desk.keeps(actor));
        return template;
    }

    private static LimitEntry entry(Map<String, String> typed) {
        var fields = new HashMap<String, String>();
        for (var each : LimitEntry.FIELDS) {
            fields.put(each, Objects.requireNonNullElse(typed.get(each), ""));
        }
        return new LimitEntry(fields);
    }
}
