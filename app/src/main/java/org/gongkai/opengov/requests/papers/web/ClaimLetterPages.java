package org.gongkai.opengov.requests.papers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.gongkai.opengov.requests.ClaimDesk;
import org.gongkai.opengov.requests.ClaimStep;
import org.gongkai.opengov.requests.papers.ClaimLetterDesk;
import org.gongkai.opengov.requests.papers.LetterStep;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A letter by which a correction or complaint ends (更正、投诉告知书页). */
@Controller
@RequestMapping("/desk/request-claims/{id}/letters")
class ClaimLetterPages {
    private final ClaimDesk claims;
    private final ClaimLetterDesk desk;
    private final LetterSheet sheet;
    private final LetterGuide guide;
    private final Forms forms;
    private final Wording wording;

    ClaimLetterPages(
            ClaimDesk claims,
            ClaimLetterDesk desk,
            LetterSheet sheet,
            LetterGuide guide,
            Forms forms,
            Wording wording) {
        this.claims = claims;
        this.desk = desk;
        this.sheet = sheet;
        this.guide = guide;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping("/new")
    String fields(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String end,
            Model model) {
        model.addAttribute("problems", Problems.none());
        return newPage(actor, id, end(end), Map.of(), model);
    }

    @PostMapping
    String begin(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var end = end(typed.getOrDefault("end", ""));
        return forms.send(
                model,
                response,
                () -> shown(id, desk.begin(actor, id, end, typed), "begun"),
                () -> newPage(actor, id, end, typed, model));
    }

    @GetMapping("/{letter}")
    String one(
            Actor actor,
            @PathVariable long id,
            @PathVariable long letter,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("done", wording.find("requests.papers.done." + done).orElse(null));
        return page(actor, id, letter, "", null, model);
    }

    @PostMapping("/{letter}/text")
    String edit(
            Actor actor,
            @PathVariable long id,
            @PathVariable long letter,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.edit(actor, id, letter, version, words);
                    return shown(id, letter, "edited");
                },
                () -> page(actor, id, letter, "", words, model));
    }

    @PostMapping("/{letter}/fields")
    String refill(
            Actor actor,
            @PathVariable long id,
            @PathVariable long letter,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.refill(actor, id, letter, version, typed);
                    return shown(id, letter, "filled");
                },
                () -> {
                    model.addAttribute("said", typed);
                    return page(actor, id, letter, "fields", null, model);
                });
    }

    @PostMapping("/{letter}/steps/{step}")
    String step(
            Actor actor,
            @PathVariable long id,
            @PathVariable long letter,
            @PathVariable String step,
            @ModelAttribute TypedMove typed,
            Model model,
            HttpServletResponse response) {
        var taken = LetterStep.named(step).orElseThrow(Refusal::notFound);
        return forms.send(
                model,
                response,
                () -> {
                    desk.step(actor, id, letter, taken, typed.version(), typed.entry());
                    return shown(id, letter, step);
                },
                () -> {
                    model.addAttribute("move", typed);
                    return page(actor, id, letter, step, null, model);
                });
    }

    private static ClaimStep end(String slug) {
        return ClaimStep.named(slug)
                .orElseThrow(() -> Refusal.invalid("end", "requests.claim.step.required"));
    }

    private static String shown(long id, long letter, String done) {
        return "redirect:/desk/request-claims/" + id + "/letters/" + letter + "?done=" + done;
    }

    private String newPage(
            Actor actor, long id, ClaimStep end, Map<String, String> typed, Model model) {
        address(actor, id, model);
        return sheet.newPage("end", end.slug(), desk.form(actor, id, end), typed, model);
    }

    private String page(
            Actor actor, long id, long letter, String sent, @Nullable String words, Model model) {
        var view = desk.one(actor, id, letter);
        address(actor, id, model);
        model.addAttribute("next", guide.next(view.letter()).orElse(null));
        if (view.mayEdit()) {
            desk.formOf(actor, id, letter)
                    .ifPresent(it -> sheet.addForm(it, view.draft().typed(), model));
        }
        return sheet.page(actor, view, sent, words, model);
    }

    private void address(Actor actor, long id, Model model) {
        var claim = claims.one(actor, id).claim();
        sheet.address(
                "/desk/request-claims/" + id,
                wording.say("requests.claim.title", claim.number()),
                claim.personMask(),
                model);
    }
}
