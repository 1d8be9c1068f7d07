package org.gongkai.opengov.drinkingwater.alerts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.opengov.drinkingwater.alerts.AlertIntake;
import org.gongkai.opengov.drinkingwater.open.OpenWater;
import org.gongkai.opengov.drinkingwater.open.web.OpenWaterWords;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asking for mail when a source fails, confirming and ending it (邮件提醒). Links in mails lead to a
 * page with one button, because programs open links to look at them.
 */
@Controller
class AlertPages implements PublicAddresses {
    private static final String ADDRESS = "/water/alerts";

    private final AlertIntake intake;
    private final OpenWater water;
    private final Forms forms;
    private final Wording wording;

    AlertPages(AlertIntake intake, OpenWater water, Forms forms, Wording wording) {
        this.intake = intake;
        this.water = water;
        this.forms = forms;
        this.wording = wording;
    }

    @Override
    public Stream<PublicAddress> all() {
        return Stream.of(
                PublicAddress.of(ADDRESS, Kind.ASKED),
                PublicAddress.of(ADDRESS + "/confirm", Kind.ASKED),
                PublicAddress.of(ADDRESS + "/end", Kind.ASKED));
    }

    @GetMapping(ADDRESS)
    String form(@RequestParam(required = false) @Nullable String agency, Model model) {
        model.addAttribute("problems", Problems.none());
        return formPage(agency, "", model);
    }

    @PostMapping(ADDRESS)
    String ask(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "") String email,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        notKept(response);
        return forms.send(
                model,
                response,
                () -> {
                    intake.ask(agency, email, request.getRemoteAddr());
                    crumbs(agency, model);
                    return done(model, "drinkingwater.alerts.asked");
                },
                () -> formPage(agency, email, model));
    }

    @GetMapping(ADDRESS + "/{step:confirm|end}")
    String question(
            @PathVariable String step,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        notKept(response);
        model.addAttribute("problems", Problems.none());
        return questionPage(step, code, model);
    }

    @PostMapping(ADDRESS + "/{step:confirm|end}")
    String take(
            @PathVariable String step,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        notKept(response);
        return forms.send(
                model,
                response,
                () -> {
                    crumbs(null, model);
                    if (step.equals("confirm")) {
                        intake.confirm(code);
                        return done(model, "drinkingwater.alerts.confirmed");
                    }
                    intake.end(code);
                    return done(model, "drinkingwater.alerts.ended");
                },
                () -> questionPage(step, code, model));
    }

    private String formPage(@Nullable String agency, String email, Model model) {
        model.addAttribute("agency", water.agency(agency));
        model.addAttribute("query", OpenWaterWords.address("", agency, ""));
        model.addAttribute("email", email);
        model.addAttribute("offered", intake.offered());
        crumbs(agency, model);
        return "drinkingwater/alerts/form";
    }

    private String questionPage(String step, @Nullable String code, Model model) {
        model.addAttribute("step", step);
        model.addAttribute("code", Objects.requireNonNullElse(code, ""));
        crumbs(null, model);
        return "drinkingwater/alerts/question";
    }

    private String done(Model model, String key) {
        model.addAttribute("said", key);
        return "drinkingwater/alerts/done";
    }

    private void crumbs(@Nullable String agency, Model model) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("drinkingwater.open.home"), "/"),
                        new Crumb(
                                wording.say("drinkingwater.open.title"),
                                OpenWaterWords.address("/water", agency, "")),
                        new Crumb(wording.say("drinkingwater.alerts.title"), null)));
    }

    private static void notKept(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
