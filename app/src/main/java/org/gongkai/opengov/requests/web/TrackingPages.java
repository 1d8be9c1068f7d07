package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.gongkai.opengov.requestclock.ClockExplanations;
import org.gongkai.opengov.requests.ClaimIntake;
import org.gongkai.opengov.requests.RequestIntake;
import org.gongkai.opengov.requests.RequestIntake.Followed;
import org.gongkai.opengov.requests.RequestStage;
import org.gongkai.opengov.requests.RequestStep;
import org.gongkai.opengov.requests.papers.ApplicantLetters;
import org.gongkai.opengov.requests.papers.LetterOwner;
import org.gongkai.platform.files.FileResponse;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where an applicant sees how the request stands (申请查询), by number and secret, sent in a form
 * alone; corrections and complaints are asked for in the same form.
 */
@Controller
class TrackingPages {
    private final RequestIntake intake;
    private final ClaimTracking claims;
    private final CaseWords words;
    private final ApplicantLetters letters;
    private final ClockExplanations explanations;
    private final Forms forms;
    private final Wording wording;

    TrackingPages(
            RequestIntake intake,
            ClaimTracking claims,
            CaseWords words,
            ApplicantLetters letters,
            ClockExplanations explanations,
            Forms forms,
            Wording wording) {
        this.intake = intake;
        this.claims = claims;
        this.words = words;
        this.letters = letters;
        this.explanations = explanations;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping("/requests/track")
    String question(Model model) {
        model.addAttribute("problems", Problems.none());
        return questionPage("", model);
    }

    @PostMapping("/requests/track")
    String track(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (ClaimIntake.isNumber(number)) {
            return claims.answer(number, secret, request.getRemoteAddr(), model, response);
        }
        return answer(
                number,
                secret,
                model,
                response,
                () -> intake.follow(number, secret, request.getRemoteAddr()));
    }

    @PostMapping("/requests/track/withdraw")
    String withdraw(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(
                number,
                secret,
                model,
                response,
                () -> intake.withdraw(number, secret, request.getRemoteAddr()));
    }

    @PostMapping("/requests/track/correct")
    String correct(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String matters,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("correction", matters);
        return answer(
                number,
                secret,
                model,
                response,
                () -> intake.correct(number, secret, matters, request.getRemoteAddr()),
                () -> intake.follow(number, secret, request.getRemoteAddr()));
    }

    @PostMapping("/requests/track/write")
    String write(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String message,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("message", message);
        return answer(
                number,
                secret,
                model,
                response,
                () -> {
                    var followed = intake.write(number, secret, message, request.getRemoteAddr());
                    model.addAttribute("message", "");
                    model.addAttribute("done", wording.say("requests.message.sent"));
                    return followed;
                },
                () -> intake.follow(number, secret, request.getRemoteAddr()));
    }

    /** A file that was sent with it. */
    @PostMapping("/requests/track/letters/{letter}/enclosures/{place}")
    ResponseEntity<Resource> enclosure(
            @PathVariable long letter,
            @PathVariable int place,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        var followed = intake.follow(number, secret, request.getRemoteAddr());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var file = letters.enclosure(LetterOwner.request(followed.request().id()), letter, place);
        return FileResponse.download(file, letters.content(file));
    }

    private String answer(
            String number,
            String secret,
            Model model,
            HttpServletResponse response,
            Supplier<Followed> work) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("problems", Problems.none());
        return forms.send(
                model,
                response,
                () -> trackedPage(work.get(), secret, model),
                () -> questionPage(number, model));
    }

    /** The same; what was refused is told on the page of the request, with what was typed. */
    private String answer(
            String number,
            String secret,
            Model model,
            HttpServletResponse response,
            Supplier<Followed> work,
            Supplier<Followed> asItIs) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("problems", Problems.none());
        return forms.send(
                model,
                response,
                () -> trackedPage(work.get(), secret, model),
                () ->
                        forms.send(
                                model,
                                response,
                                () -> trackedPage(asItIs.get(), secret, model),
                                () -> questionPage(number, model)));
    }

    private String trackedPage(Followed followed, String secret, Model model) {
        var stage = followed.request().stage();
        model.addAttribute("followed", followed);
        model.addAttribute("secret", secret);
        model.addAttribute("letters", letters.of(LetterOwner.request(followed.request().id())));
        model.addAttribute("timeline", words.forApplicant(followed.file()));
        model.addAttribute("clock", explanations.withoutNames(followed.clock()));
        model.addAttribute("moved", words.moved(followed.redatings()));
        model.addAttribute("messages", words.messagesForApplicant(followed.messages()));
        if (!model.containsAttribute("correction")) {
            model.addAttribute("correction", words.numbered(followed.matters()));
        }
        model.addAttribute("correctable", stage == RequestStage.AWAITING_CORRECTION);
        model.addAttribute("withdrawable", RequestStep.WITHDRAWN.from().contains(stage));
        crumbs(model);
        return "requests/tracked";
    }

    private String questionPage(String number, Model model) {
        model.addAttribute("number", number);
        crumbs(model);
        return "requests/track";
    }

    private void crumbs(Model model) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("requests.home"), "/"),
                        new Crumb(wording.say("requests.track.title"), null)));
    }
}
