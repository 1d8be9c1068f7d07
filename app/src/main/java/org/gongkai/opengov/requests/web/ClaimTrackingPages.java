package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.opengov.requests.ClaimIntake;
import org.gongkai.opengov.requests.papers.ApplicantLetters;
import org.gongkai.opengov.requests.papers.LetterOwner;
import org.gongkai.platform.pages.Wording;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where whoever claims follows a correction or complaint (更正和投诉查询), by number and secret, sent in a
 * form alone.
 */
@Controller
class ClaimTrackingPages {
    private final ClaimIntake intake;
    private final ClaimTracking tracking;
    private final ApplicantLetters letters;
    private final Wording wording;

    ClaimTrackingPages(
            ClaimIntake intake, ClaimTracking tracking, ApplicantLetters letters, Wording wording) {
        this.intake = intake;
        this.tracking = tracking;
        this.letters = letters;
        this.wording = wording;
    }

    @PostMapping("/requests/claim/evidence")
    String addEvidence(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String evidence,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var origin = request.getRemoteAddr();
        model.addAttribute("evidence", evidence);
        return tracking.answer(
                number,
                secret,
                origin,
                model,
                response,
                () -> {
                    var followed = intake.addEvidence(number, secret, evidence, origin);
                    model.addAttribute("done", wording.say("requests.claim.evidence.sent"));
                    return followed;
                });
    }

    @PostMapping("/requests/claim/take-back")
    String takeBack(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var origin = request.getRemoteAddr();
        return tracking.answer(
                number,
                secret,
                origin,
                model,
                response,
                () -> intake.takeBack(number, secret, origin));
    }

    /** A letter that was sent, as PDF; number and secret come with every question. */
    @PostMapping("/requests/claim/letters/{letter}")
    ResponseEntity<byte[]> letter(
            @PathVariable long letter,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            HttpServletRequest request) {
        var claim = intake.follow(number, secret, request.getRemoteAddr()).claim();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + claim.number() + "-" + letter + ".pdf\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(letters.pdf(LetterOwner.claim(claim.id()), letter));
    }
}
