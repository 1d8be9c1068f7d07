package org.gongkai.opengov.drinkingwater.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.gongkai.opengov.drinkingwater.reports.WaterTermsDesk;
import org.gongkai.opengov.drinkingwater.reports.WaterTermsDesk.Entry;
import org.gongkai.opengov.drinkingwater.results.web.WaterResultWords;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The agency's days for samples, results, report and publication (时限设置页面). */
@Controller
@RequestMapping("/desk/water/terms")
class WaterTermsPages {
    private final WaterTermsDesk desk;
    private final WaterResultWords words;
    private final Organization organization;
    private final Forms forms;

    WaterTermsPages(
            WaterTermsDesk desk, WaterResultWords words, Organization organization, Forms forms) {
        this.desk = desk;
        this.words = words;
        this.organization = organization;
        this.forms = forms;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        model.addAttribute("problems", Problems.none());
        var versions = desk.versions(actor);
        var number = versions.isEmpty() ? 0 : versions.getFirst().number();
        return page(actor, desk.now(actor), (long) number, model);
    }

    @PostMapping
    String set(
            Actor actor,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String sampling,
            @RequestParam(defaultValue = "") String results,
            @RequestParam(defaultValue = "") String report,
            @RequestParam(defaultValue = "") String publication,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable Long version,
            Model model,
            HttpServletResponse response) {
        var entry = new Entry(from, sampling, results, report, publication, reason);
        return forms.send(
                model,
                response,
                () -> {
                    desk.set(actor, entry, version);
                    return "redirect:/desk/water/terms";
                },
                () -> page(actor, entry, Objects.requireNonNullElse(version, 0L), model));
    }

    private String page(Actor actor, Entry entry, long version, Model model) {
        model.addAttribute("entry", entry);
        model.addAttribute("version", version);
        model.addAttribute("versions", desk.versions(actor));
        model.addAttribute("sets", desk.sets(actor));
        model.addAttribute("people", organization);
        model.addAttribute("words", words);
        return "drinkingwater/terms";
    }
}
