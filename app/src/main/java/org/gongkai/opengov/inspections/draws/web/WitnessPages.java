package org.gongkai.opengov.inspections.draws.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.gongkai.opengov.inspections.draws.WitnessDesk;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
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
 * The page of a witness (见证人页面), by link or code, without an account. The number is made in the
 * witness's own browser or by the witness's own means; it comes here when it is opened and not
 * before. Nothing is kept by browsers and proxies, and no other site learns the address.
 */
@Controller
class WitnessPages {
    private static final String ADDRESS = "/draws/witness";

    private final WitnessDesk desk;
    private final Forms forms;
    private final Wording wording;

    WitnessPages(WitnessDesk desk, Forms forms, Wording wording) {
        this.desk = desk;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping(ADDRESS)
    String ask(Model model, HttpServletResponse response) {
        apart(response);
        model.addAttribute("problems", Problems.none());
        return codePage("", model);
    }

    @GetMapping(ADDRESS + "/{code}")
    String open(@PathVariable String code, Model model, HttpServletResponse response) {
        return read(code, model, response);
    }

    @PostMapping(ADDRESS)
    String read(
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        apart(response);
        model.addAttribute("problems", Problems.none());
        return forms.send(
                model,
                response,
                () -> page(desk.read(code), code, null, model),
                () -> codePage(code, model));
    }

    @PostMapping(ADDRESS + "/commit")
    String commit(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String commitment,
            Model model,
            HttpServletResponse response) {
        return step(code, model, response, "committed", () -> desk.commit(code, commitment));
    }

    @PostMapping(ADDRESS + "/open")
    String open(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String nonce,
            Model model,
            HttpServletResponse response) {
        return step(code, model, response, "opened", () -> desk.open(code, nonce));
    }

    private String step(
            String code,
            Model model,
            HttpServletResponse response,
            String done,
            Supplier<WitnessDesk.View> work) {
        apart(response);
        model.addAttribute("problems", Problems.none());
        return forms.send(
                model,
                response,
                () -> page(work.get(), code, done, model),
                () -> again(code, model, response));
    }

    /** With what is wrong; without the draw where the code opens nothing. */
    private String again(String code, Model model, HttpServletResponse response) {
        var wrong = model.getAttribute("problems");
        return forms.send(
                model,
                response,
                () -> {
                    var page = page(desk.read(code), code, null, model);
                    model.addAttribute("problems", wrong);
                    return page;
                },
                () -> codePage(code, model));
    }

    private String page(WitnessDesk.View view, String code, @Nullable String done, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("announced", view.draw().announcement());
        model.addAttribute("code", code);
        model.addAttribute("command", view.command());
        model.addAttribute(
                "done", done == null ? null : wording.say("inspections.draw.witness.done." + done));
        crumbs(model);
        return "inspections/draws/witness";
    }

    private String codePage(String code, Model model) {
        model.addAttribute("code", code);
        crumbs(model);
        return "inspections/draws/witness-code";
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
                        new Crumb(wording.say("inspections.draw.home"), "/"),
                        new Crumb(wording.say("inspections.draw.public.title"), "/draws"),
                        new Crumb(wording.say("inspections.draw.witness.title"), null)));
    }
}
