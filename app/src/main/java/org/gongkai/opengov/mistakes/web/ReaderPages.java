package org.gongkai.opengov.mistakes.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.mistakes.MistakeEntry;
import org.gongkai.opengov.mistakes.MistakeIntake;
import org.gongkai.opengov.mistakes.MistakeKind;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The readers' form for mistakes on the site and the way to the answer (我为政府网站找错). The secret is
 * shown once and never stands in an address.
 */
@Controller
class ReaderPages {
    private final MistakeIntake intake;
    private final Forms forms;
    private final Wording wording;

    ReaderPages(MistakeIntake intake, Forms forms, Wording wording) {
        this.intake = intake;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping("/mistakes")
    String form(@RequestParam(required = false) @Nullable String page, Model model) {
        model.addAttribute("problems", Problems.none());
        return formPage(MistakeEntry.about(page), model);
    }

    @PostMapping("/mistakes")
    String send(
            @ModelAttribute MistakeEntry entry,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        notKept(response);
        return forms.send(
                model,
                response,
                () -> {
                    model.addAttribute("receipt", intake.report(entry, request.getRemoteAddr()));
                    crumbs(model, "mistakes.received.title");
                    return "mistakes/received";
                },
                () -> formPage(entry, model));
    }

    @GetMapping("/mistakes/answer")
    String question(Model model) {
        model.addAttribute("problems", Problems.none());
        return questionPage("", model);
    }

    @PostMapping("/mistakes/answer")
    String answer(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        notKept(response);
        return forms.send(
                model,
                response,
                () -> {
                    model.addAttribute(
                            "followed", intake.follow(number, secret, request.getRemoteAddr()));
                    crumbs(model, "mistakes.answer.title");
                    return "mistakes/followed";
                },
                () -> questionPage(number, model));
    }

    private String formPage(MistakeEntry entry, Model model) {
        model.addAttribute("entry", entry);
        model.addAttribute("kinds", kinds());
        crumbs(model, "mistakes.form.title");
        return "mistakes/form";
    }

    private String questionPage(String number, Model model) {
        model.addAttribute("number", number);
        crumbs(model, "mistakes.answer.title");
        return "mistakes/answer";
    }

    private List<Choice> kinds() {
        return Arrays.stream(MistakeKind.values())
                .map(it -> Choice.of(it.slug(), wording.say("mistakes.kind." + it.name())))
                .toList();
    }

    private void crumbs(Model model, String here) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("mistakes.home"), "/"),
                        new Crumb(wording.say(here), null)));
    }

    private static void notKept(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
