package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.requests.AlreadyPublic;
import org.gongkai.opengov.requests.RequestIntake;
import org.gongkai.opengov.requests.RequestIntake.Sending;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Where anybody asks for information (申请公开): the form, a look at it before it is sent, the receipt.
 * No account, no cookie, no script needed; the secret is shown once and never stands in an address.
 */
@Controller
class AskingPages {
    private final RequestIntake intake;
    private final AlreadyPublic alreadyPublic;
    private final RequestChoices choices;
    private final ProofUploads uploads;
    private final Forms forms;
    private final Wording wording;

    AskingPages(
            RequestIntake intake,
            AlreadyPublic alreadyPublic,
            RequestChoices choices,
            ProofUploads uploads,
            Forms forms,
            Wording wording) {
        this.intake = intake;
        this.alreadyPublic = alreadyPublic;
        this.choices = choices;
        this.uploads = uploads;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping("/requests")
    String start() {
        return "redirect:/requests/new";
    }

    @GetMapping("/requests/new")
    String form(Model model) {
        model.addAttribute("problems", Problems.none());
        return formPage(AskForm.empty(), model);
    }

    @PostMapping("/requests/new")
    String go(
            @RequestParam(defaultValue = "check") String step,
            @ModelAttribute AskForm typed,
            @RequestParam(required = false) @Nullable MultipartFile identityFile,
            @RequestParam(required = false) @Nullable MultipartFile mandateFile,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("problems", Problems.none());
        var origin = request.getRemoteAddr();
        AskForm form;
        try {
            form = uploads.kept(typed, identityFile, mandateFile, origin);
        } catch (Refusal refused) {
            return forms.send(
                    model,
                    response,
                    () -> {
                        throw refused;
                    },
                    () -> formPage(typed, model));
        }
        return switch (step) {
            case "send" ->
                    forms.send(
                            model,
                            response,
                            () -> sent(form, origin, model),
                            () -> formPage(form, model));
            case "found" -> found(form, origin, model);
            case "edit" -> formPage(form, model);
            default ->
                    forms.send(
                            model,
                            response,
                            () -> checkPage(form, model),
                            () -> formPage(form, model));
        };
    }

    private String checkPage(AskForm form, Model model) {
        intake.check(form.entry());
        model.addAttribute("form", form);
        model.addAttribute("matters", form.asked());
        model.addAttribute("found", alreadyPublic.of(form.asked()));
        choices.addTo(model);
        crumbs(model, "requests.check.title");
        return "requests/check";
    }

    private String sent(AskForm form, String origin, Model model) {
        var receipts =
                intake.ask(
                        form.entry(), form.each(), new Sending(origin, form.task(), form.answer()));
        if (shown(form) > 0) {
            intake.countHint(shown(form), false, origin);
        }
        model.addAttribute("receipts", receipts);
        crumbs(model, "requests.received.title");
        return "requests/received";
    }

    /** Somebody found what they were about to ask for; nothing is sent and nothing kept of it. */
    private String found(AskForm form, String origin, Model model) {
        if (shown(form) > 0) {
            intake.countHint(shown(form), true, origin);
        }
        crumbs(model, "requests.found.title");
        return "requests/found";
    }

    private static int shown(AskForm form) {
        return Math.clamp(Objects.requireNonNullElse(form.shown(), 0), 0, 3);
    }

    private String formPage(AskForm form, Model model) {
        model.addAttribute("form", form);
        choices.addTo(model);
        crumbs(model, "requests.ask.title");
        return "requests/new";
    }

    private void crumbs(Model model, String here) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("requests.home"), "/"),
                        new Crumb(wording.say(here), null)));
    }
}
