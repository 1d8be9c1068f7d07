package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.opengov.requests.ClaimIntake;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
    private final Wording wording;

    ClaimTrackingPages(ClaimIntake intake, ClaimTracking tracking, Wording wording) {
        this.intake = intake;
        this.tracking = tracking;
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
}
