package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gongkai.opengov.requests.ClaimEvent;
import org.gongkai.opengov.requests.ClaimIntake;
import org.gongkai.opengov.requests.ClaimIntake.Followed;
import org.gongkai.opengov.requests.ClaimStage;
import org.gongkai.opengov.requests.ClaimStep;
import org.gongkai.opengov.requests.papers.ApplicantLetters;
import org.gongkai.opengov.requests.papers.LetterOwner;
import org.gongkai.platform.calendar.CalendarDay;
import org.gongkai.platform.calendar.CalendarWords;
import org.gongkai.platform.calendar.Deadline;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Happening;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * How a correction or complaint stands, for whoever claims (更正和投诉进度): page and API say the same.
 */
@Component
class ClaimTracking {
    private final ClaimIntake intake;
    private final ApplicantLetters letters;
    private final CalendarWords days;
    private final ChineseDates dates;
    private final Forms forms;
    private final Wording wording;

    ClaimTracking(
            ClaimIntake intake,
            ApplicantLetters letters,
            CalendarWords days,
            ChineseDates dates,
            Forms forms,
            Wording wording) {
        this.intake = intake;
        this.letters = letters;
        this.days = days;
        this.dates = dates;
        this.forms = forms;
        this.wording = wording;
    }

    /** A day on the way to the day aimed at. */
    record Counted(
            String date, String day, boolean counted, String reason, @Nullable Integer number) {}

    /** The page for number and secret, or the question again. */
    String answer(
            String number,
            String secret,
            String origin,
            Model model,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("problems", Problems.none());
        return forms.send(
                model,
                response,
                () -> page(intake.follow(number, secret, origin), secret, model),
                () -> question(number, model));
    }

    /** The page after something was done; a refusal stands on it, with what was typed. */
    String answer(
            String number,
            String secret,
            String origin,
            Model model,
            HttpServletResponse response,
            Supplier<Followed> work) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("problems", Problems.none());
        return forms.send(
                model,
                response,
                () -> page(work.get(), secret, model),
                () ->
                        forms.send(
                                model,
                                response,
                                () -> page(intake.follow(number, secret, origin), secret, model),
                                () -> question(number, model)));
    }

    private String question(String number, Model model) {
        model.addAttribute("number", number);
        crumbs(model);
        return "requests/track";
    }

    private String page(Followed followed, String secret, Model model) {
        model.addAttribute("followed", followed);
        model.addAttribute("claim", followed.claim());
        model.addAttribute("secret", secret);
        model.addAttribute("timeline", timeline(followed));
        model.addAttribute("explanation", explanation(followed));
        model.addAttribute("days", days(followed.target()));
        model.addAttribute("letters", letters.of(LetterOwner.claim(followed.claim().id())));
        model.addAttribute("asked", followed.stage() == ClaimStage.AWAITING_EVIDENCE);
        model.addAttribute("open", followed.stage() != ClaimStage.CLOSED);
        crumbs(model);
        return "requests/claim-tracked";
    }

    /** What happened; what the office notes for itself is not among it. */
    List<Happening> timeline(Followed followed) {
        return followed.events().stream()
                .map(
                        it ->
                                new Happening(
                                        dates.day(it.on()),
                                        wording.say("requests.claim.told." + it.step().name()),
                                        note(it),
                                        false))
                .toList();
    }

    private static @Nullable String note(ClaimEvent it) {
        return it.step() == ClaimStep.EVIDENCE_ASKED
                        || it.step() == ClaimStep.EVIDENCE_GIVEN && it.by() == null
                ? it.note()
                : null;
    }

    /** By when, and why. */
    String explanation(Followed followed) {
        var claim = followed.claim();
        var target = followed.target();
        if (target != null) {
            return wording.say(
                    "requests.claim.explained.correction",
                    dates.day(target.from()),
                    target.workingDays(),
                    dates.day(target.due()));
        }
        return claim.due() == null
                ? wording.say("requests.claim.explained.complaint", claim.kind().article())
                : wording.say(
                        "requests.claim.explained.term",
                        claim.kind().article(),
                        dates.day(claim.due()));
    }

    /** Each day on the way, counted or not and why. */
    List<Counted> days(@Nullable Deadline target) {
        var lines = new ArrayList<Counted>();
        var number = 0;
        for (var it : target == null ? List.<CalendarDay>of() : target.days()) {
            number += it.counted() ? 1 : 0;
            lines.add(
                    new Counted(
                            it.date().toString(),
                            dates.day(it.date()),
                            it.counted(),
                            days.reason(it),
                            it.counted() ? number : null));
        }
        return lines;
    }

    private void crumbs(Model model) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("requests.home"), "/"),
                        new Crumb(wording.say("requests.track.title"), null)));
    }
}
