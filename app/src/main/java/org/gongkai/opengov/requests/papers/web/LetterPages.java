package org.gongkai.opengov.requests.papers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.opengov.requests.papers.LetterDesk;
import org.gongkai.opengov.requests.papers.LetterDrafting;
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

/** A letter of a case: begun, changed, reviewed, signed, made, sent (文书页). */
@Controller
@RequestMapping("/desk/requests/{id}/letters")
class LetterPages {
    private final RequestDesk requests;
    private final LetterDrafting drafting;
    private final LetterDesk desk;
    private final LetterSheet sheet;
    private final LetterGuide guide;
    private final Forms forms;
    private final Wording wording;

    LetterPages(
            RequestDesk requests,
            LetterDrafting drafting,
            LetterDesk desk,
            LetterSheet sheet,
            LetterGuide guide,
            Forms forms,
            Wording wording) {
        this.requests = requests;
        this.drafting = drafting;
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
            @RequestParam(defaultValue = "") String kind,
            Model model) {
        model.addAttribute("problems", Problems.none());
        return newPage(actor, id, kind(kind), Map.of(), model);
    }

    @PostMapping
    String begin(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var kind = kind(typed.getOrDefault("kind", ""));
        return forms.send(
                model,
                response,
                () -> shown(id, drafting.begin(actor, id, kind, typed), "begun"),
                () -> newPage(actor, id, kind, typed, model));
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
                    drafting.edit(actor, id, letter, version, words);
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
                    drafting.refill(actor, id, letter, version, typed);
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

    private static LetterKind kind(String slug) {
        return LetterKind.named(slug)
                .orElseThrow(() -> Refusal.invalid("kind", "requests.papers.kind"));
    }

    private static String shown(long id, long letter, String done) {
        return "redirect:/desk/requests/" + id + "/letters/" + letter + "?done=" + done;
    }

    private String newPage(
            Actor actor, long id, LetterKind kind, Map<String, String> typed, Model model) {
        address(actor, id, model);
        return sheet.newPage("kind", kind.slug(), drafting.form(actor, id, kind), typed, model);
    }

    private String page(
            Actor actor, long id, long letter, String sent, @Nullable String words, Model model) {
        var view = drafting.one(actor, id, letter);
        address(actor, id, model);
        model.addAttribute(
                "next", guide.next(requests.one(actor, id).request(), view.letter()).orElse(null));
        if (view.mayEdit()) {
            drafting.formOf(actor, id, letter)
                    .ifPresent(it -> sheet.addForm(it, view.draft().typed(), model));
        }
        return sheet.page(actor, view, sent, words, model);
    }

    private void address(Actor actor, long id, Model model) {
        var request = requests.one(actor, id).request();
        sheet.address(
                "/desk/requests/" + id,
                wording.say("requests.case.title", request.number()),
                request.applicantMask(),
                model);
    }
}
