package org.gongkai.opengov.inspections.draws.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.draws.DrawSettings.Opening;
import org.gongkai.opengov.inspections.draws.DrawSettingsDesk;
import org.gongkai.opengov.inspections.draws.RevealDesk;
import org.gongkai.platform.pages.Choice;
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

/** Holders of the escrow, and what the agency has decided about its draws (托管人和抽取设置). */
@Controller
@RequestMapping(DrawPages.ADDRESS + "/settings")
class DrawSettingPages {
    private final RevealDesk reveals;
    private final DrawSettingsDesk settings;
    private final Forms forms;
    private final Wording wording;

    DrawSettingPages(RevealDesk reveals, DrawSettingsDesk settings, Forms forms, Wording wording) {
        this.reveals = reveals;
        this.settings = settings;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String page(Actor actor, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "done", wording.find("inspections.draw.settings.done." + done).orElse(null));
        return page(actor, "", "", model);
    }

    @PostMapping("/holders")
    String add(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String publicKey,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    reveals.addHolder(actor, name, publicKey);
                    return done("added");
                },
                () -> page(actor, name, publicKey, model));
    }

    @PostMapping("/holders/{id}/end")
    String end(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    reveals.endHolder(actor, id);
                    return done("ended");
                },
                () -> page(actor, "", "", model));
    }

    @PostMapping
    String set(
            Actor actor,
            @RequestParam(required = false) @Nullable String beacons,
            @RequestParam(defaultValue = "") String units,
            @RequestParam(defaultValue = "") String officers,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    settings.set(actor, beacons != null, units, officers);
                    return done("set");
                },
                () -> page(actor, "", "", model));
    }

    private String page(Actor actor, String name, String publicKey, Model model) {
        model.addAttribute("holders", reveals.holders(actor));
        model.addAttribute("chosen", settings.of(actor));
        model.addAttribute("keeps", InspectionRights.keeps(actor));
        model.addAttribute("name", name);
        model.addAttribute("publicKey", publicKey);
        model.addAttribute("openings", openings());
        return "inspections/draws/settings";
    }

    private List<Choice> openings() {
        return Arrays.stream(Opening.values())
                .map(
                        it ->
                                Choice.of(
                                        it.slug(),
                                        wording.say("inspections.draw.opening." + it.slug())))
                .toList();
    }

    private static String done(String what) {
        return "redirect:" + DrawPages.ADDRESS + "/settings?done=" + what;
    }
}
