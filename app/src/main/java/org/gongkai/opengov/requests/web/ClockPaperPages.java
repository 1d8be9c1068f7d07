package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.opengov.requestclock.ClockExplanation;
import org.gongkai.opengov.requestclock.ClockExplanations;
import org.gongkai.opengov.requests.ClockPaper;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestIntake;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the deadline of a case was counted, to print (期限说明打印件), for the desk and the applicant. */
@Controller
class ClockPaperPages {
    private final RequestDesk desk;
    private final RequestIntake intake;
    private final Organization organization;
    private final ClockExplanations explanations;
    private final ClockPaper paper;
    private final Wording wording;
    private final Clock clock;

    ClockPaperPages(
            RequestDesk desk,
            RequestIntake intake,
            Organization organization,
            ClockExplanations explanations,
            ClockPaper paper,
            Wording wording,
            Clock clock) {
        this.desk = desk;
        this.intake = intake;
        this.organization = organization;
        this.explanations = explanations;
        this.paper = paper;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/desk/requests/{id}/clock.pdf")
    ResponseEntity<byte[]> forDesk(Actor actor, @PathVariable long id) {
        var view = desk.one(actor, id);
        return pdf(
                organization.agency(view.request().agency()).name(),
                view.request().number(),
                explanations.of(view.clock()));
    }

    @PostMapping("/requests/track/clock")
    ResponseEntity<byte[]> forApplicant(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            HttpServletRequest request) {
        var followed = intake.follow(number, secret, request.getRemoteAddr());
        return pdf(
                followed.agency(),
                followed.request().number(),
                explanations.withoutNames(followed.clock()));
    }

    private ResponseEntity<byte[]> pdf(String agency, String number, ClockExplanation explanation) {
        var name =
                ContentDisposition.inline()
                        .filename(
                                wording.say("requests.clock.paper.name", number),
                                StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .body(paper.of(agency, number, explanation, LocalDate.now(clock)).pdf());
    }
}
