package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.gongkai.opengov.requests.OpinionChoice;
import org.gongkai.opengov.requests.OpinionEntry;
import org.gongkai.opengov.requests.OpinionIntake;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a third party says what it thinks of a disclosure (第三方意见), by the link or the code of its
 * letter. Nothing is kept by browsers, proxies or search engines, and the address is told to nobody
 * who is linked to from here.
 */
@Controller
class OpinionPages {
    private final OpinionIntake intake;
    private final Forms forms;
    private final Wording wording;

    OpinionPages(OpinionIntake intake, Forms forms, Wording wording) {
        this.intake = intake;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping("/requests/opinion")
    String ask(Model model, HttpServletResponse response) {
        apart(response);
        model.addAttribute("problems", Problems.none());
        return codePage("", model);
    }

    @GetMapping("/requests/opinion/{code}")
    String open(
            @PathVariable String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return read(code, model, request, response);
    }

    @PostMapping("/requests/opinion")
    String read(
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        apart(response);
        model.addAttribute("problems", Problems.none());
        return forms.send(
                model,
                response,
                () ->
                        questionPage(
                                code,
                                new OpinionEntry(null, null, null),
                                request.getRemoteAddr(),
                                model),
                () -> codePage(code, model));
    }

    @PostMapping("/requests/opinion/answer")
    String answer(
            @RequestParam(defaultValue = "") String code,
            @ModelAttribute OpinionEntry entry,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        apart(response);
        var origin = request.getRemoteAddr();
        return forms.send(
                model,
                response,
                () -> {
                    model.addAttribute("question", intake.answer(code, entry, origin));
                    crumbs(model);
                    return "requests/opinion-given";
                },
                () -> again(code, entry, origin, model, response));
    }

    /** With what was typed; without the question where the link has ended meanwhile. */
    private String again(
            String code,
            OpinionEntry entry,
            String origin,
            Model model,
            HttpServletResponse response) {
        var wrong = model.getAttribute("problems");
        Supplier<String> question =
                () -> {
                    var page = questionPage(code, entry, origin, model);
                    model.addAttribute("problems", wrong);
                    return page;
                };
        return forms.send(model, response, question, () -> codePage(code, model));
    }

    private String questionPage(String code, OpinionEntry entry, String origin, Model model) {
        model.addAttribute("question", intake.read(code, origin));
        model.addAttribute("code", code);
        model.addAttribute("entry", entry);
        model.addAttribute(
                "choices",
                Arrays.stream(OpinionChoice.values())
                        .map(it -> Choice.of(it.slug(), wording.say("requests.opinion." + it)))
                        .toList());
        crumbs(model);
        return "requests/opinion";
    }

    private String codePage(String code, Model model) {
        model.addAttribute("code", code);
        crumbs(model);
        return "requests/opinion-code";
    }

    private static void apart(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    private void crumbs(Model model) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("requests.home"), "/"),
                        new Crumb(wording.say("requests.opinion.title"), null)));
    }
}
