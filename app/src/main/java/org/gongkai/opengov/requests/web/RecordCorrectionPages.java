package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gongkai.opengov.requests.ClaimEntry;
import org.gongkai.opengov.requests.ClaimIntake;
import org.gongkai.opengov.requests.ClaimKind;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Where somebody asks that a record about himself be corrected (申请更正本人信息), art. 41. */
@Controller
class RecordCorrectionPages {
    private final ClaimIntake intake;
    private final RequestChoices choices;
    private final Forms forms;
    private final Wording wording;

    RecordCorrectionPages(
            ClaimIntake intake, RequestChoices choices, Forms forms, Wording wording) {
        this.intake = intake;
        this.choices = choices;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping("/requests/correction")
    String form(Model model) {
        model.addAttribute("problems", Problems.none());
        return formPage(ClaimEntry.empty(), model);
    }

    @PostMapping("/requests/correction")
    String send(
            @ModelAttribute ClaimEntry entry,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return forms.send(
                model,
                response,
                () -> {
                    var kept = intake.ask(correction(entry), request.getRemoteAddr());
                    model.addAttribute("claim", kept.claim());
                    model.addAttribute("secret", kept.secret());
                    crumbs(model);
                    return "requests/correction-received";
                },
                () -> formPage(entry, model));
    }

    /** On this page nothing else is asked for, and it came today. */
    private static ClaimEntry correction(ClaimEntry it) {
        return new ClaimEntry(
                ClaimKind.RECORD_CORRECTION.slug(),
                it.name(),
                it.identityKind(),
                it.identityNumber(),
                it.phone(),
                it.email(),
                it.address(),
                it.about(),
                it.evidence(),
                null,
                it.website());
    }

    private String formPage(ClaimEntry entry, Model model) {
        model.addAttribute("form", entry);
        choices.addTo(model);
        crumbs(model);
        return "requests/correction";
    }

    private void crumbs(Model model) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("requests.home"), "/"),
                        new Crumb(wording.say("requests.correction.title"), null)));
    }
}
