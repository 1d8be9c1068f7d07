package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.requestclock.ClockExplanations;
import org.gongkai.opengov.requests.ApplicantVolume;
import org.gongkai.opengov.requests.CourtResult;
import org.gongkai.opengov.requests.EventEntry;
import org.gongkai.opengov.requests.EventField;
import org.gongkai.opengov.requests.Matters;
import org.gongkai.opengov.requests.NextStep;
import org.gongkai.opengov.requests.ProofDesk;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.opengov.requests.RequestStep;
import org.gongkai.opengov.requests.RequestView;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.opengov.requests.papers.web.CasePanel;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
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

/** A request with all that happened to it and what can be done next (案件页). */
@Controller
@RequestMapping("/desk/requests/{id}")
class CasePages {
    private final RequestDesk desk;
    private final ProofDesk proofs;
    private final ApplicantVolume volumes;
    private final CaseWords words;
    private final ClockExplanations explanations;
    private final StepHints hints;
    private final SimilarCases similar;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;
    private final CasePanel panel;
    private final Standings standings;
    private final Clock clock;

    CasePages(
            RequestDesk desk,
            ProofDesk proofs,
            ApplicantVolume volumes,
            CaseWords words,
            ClockExplanations explanations,
            StepHints hints,
            SimilarCases similar,
            Organization organization,
            Forms forms,
            Wording wording,
            CasePanel panel,
            Standings standings,
            Clock clock) {
        this.desk = desk;
        this.proofs = proofs;
        this.volumes = volumes;
        this.words = words;
        this.explanations = explanations;
        this.hints = hints;
        this.similar = similar;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
        this.panel = panel;
        this.standings = standings;
        this.clock = clock;
    }

    /** What was typed into the form of a step. */
    public record TypedEvent(
            @Nullable Long version,
            @Nullable String date,
            @Nullable String note,
            @Nullable String evidence,
            @Nullable String lateReason,
            @Nullable String party,
            @Nullable String workingDays,
            @Nullable String section,
            @Nullable String way,
            @Nullable String term,
            @Nullable String outcome,
            @Nullable String matters) {

        static TypedEvent none() {
            return new TypedEvent(
                    null, null, null, null, null, null, null, null, null, null, null, null);
        }

        /** A program may leave out the day, a form shows it. */
        void requireDay() {
            if (date == null || date.isBlank()) {
                throw Refusal.invalid("date", "requests.event.day");
            }
        }

        EventEntry entry(String step) {
            return new EventEntry(
                    step,
                    date,
                    note,
                    evidence,
                    lateReason,
                    party,
                    workingDays,
                    section,
                    way,
                    term,
                    outcome,
                    matters == null || matters.isBlank()
                            ? List.of()
                            : Matters.of(matters.replace("\r\n", "\n")));
        }
    }

    /**
     * The form of a step.
     *
     * @param title what there is to do
     * @param help what to know beforehand, and what its fields ask
     * @param open whether something was typed into it
     */
    public record StepForm(
            RequestStep step,
            String title,
            StepHints.Help help,
            List<String> fields,
            boolean evidenceOwed,
            boolean open,
            TypedEvent typed,
            Problems problems) {}

    @GetMapping
    String one(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "done",
                RequestStep.named(done)
                        .map(
                                it ->
                                        wording.say(
                                                "requests.case.recorded",
                                                wording.say("requests.step." + it.name())))
                        .orElse(null));
        return page(actor, id, "", TypedEvent.none(), model);
    }

    @PostMapping("/events/{step}")
    String record(
            Actor actor,
            @PathVariable long id,
            @PathVariable String step,
            @ModelAttribute TypedEvent typed,
            Model model,
            HttpServletResponse response) {
        if (RequestStep.named(step).isEmpty()) {
            throw Refusal.notFound();
        }
        return forms.send(
                model,
                response,
                () -> {
                    typed.requireDay();
                    desk.record(actor, id, typed.version(), typed.entry(step));
                    var next = desk.sees(actor, id) ? "/" + id : "";
                    return "redirect:/desk/requests" + next + "?done=" + step;
                },
                () -> page(actor, id, step, typed, model));
    }

    @PostMapping("/applicant")
    String applicant(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    model.addAttribute("applicant", desk.applicant(actor, id, reason).orElse(null));
                    model.addAttribute("proofs", proofs.of(actor, id));
                    model.addAttribute("reason", reason);
                    model.addAttribute("request", desk.one(actor, id).request());
                    return "requests/applicant";
                },
                () -> page(actor, id, "applicant", TypedEvent.none(), model));
    }

    @PostMapping("/secret")
    String secret(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    model.addAttribute("receipt", desk.secretAgain(actor, id, reason));
                    return "requests/taken-in";
                },
                () -> page(actor, id, "secret", TypedEvent.none(), model));
    }

    @PostMapping("/public-words")
    String describe(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.describe(actor, id, words);
                    return "redirect:/desk/requests/" + id;
                },
                () -> page(actor, id, "public", TypedEvent.none(), model));
    }

    private String page(Actor actor, long id, String sent, TypedEvent typed, Model model) {
        var view = desk.one(actor, id);
        var problems = (Problems) model.getAttribute("problems");
        var usual = NextStep.of(view.file(), view.section() != null);
        model.addAttribute("problems", atTheirFields(problems, sent));
        model.addAttribute("view", view);
        model.addAttribute("request", view.request());
        model.addAttribute(
                "standing", standings.of(view.request(), desk.workingDaysLeft(view.request())));
        model.addAttribute("papers", panel.of(actor, view));
        model.addAttribute("events", words.forDesk(view.file()).reversed());
        model.addAttribute("clock", explanations.of(view.clock()));
        model.addAttribute("moved", words.moved(view.redatings()));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("knowsApplicant", RequestRights.knowsApplicant(actor));
        model.addAttribute("takesIn", RequestRights.takesIn(actor));
        model.addAttribute("sent", sent);
        model.addAttribute(
                "usual",
                stepForms(
                        view,
                        usual.stream().filter(view.allowed()::contains).toList(),
                        sent,
                        typed,
                        problems));
        model.addAttribute(
                "others",
                stepForms(
                        view,
                        view.allowed().stream().filter(it -> !usual.contains(it)).toList(),
                        sent,
                        typed,
                        problems));
        model.addAttribute(
                "sections",
                organization.sectionsOn(actor.agency(), LocalDate.now(clock)).stream()
                        .map(it -> Choice.of(it.key(), it.name()))
                        .toList());
        model.addAttribute(
                "outcomes",
                Arrays.stream(Outcome.values())
                        .map(it -> Choice.of(it.slug(), it.term()))
                        .toList());
        model.addAttribute(
                "results",
                Arrays.stream(CourtResult.values())
                        .map(
                                it ->
                                        Choice.of(
                                                it.slug(),
                                                wording.say("requests.result." + it.name())))
                        .toList());
        model.addAttribute("volume", volumes.of(actor, id).orElse(null));
        model.addAttribute(
                "parties", view.file().consultations().stream().filter(it -> it.isOpen()).toList());
        model.addAttribute("similar", similar.of(actor, id));
        return "requests/case";
    }

    /** Every form of the page has fields of the same names; their ids begin with the step. */
    private static Problems atTheirFields(@Nullable Problems problems, String sent) {
        var shown = problems == null ? Problems.none() : problems;
        for (var it : shown.all()) {
            var field =
                    switch (it.field()) {
                        case "workingDays" -> "days";
                        case "lateReason" -> "late";
                        default -> it.field();
                    };
            if (!field.isEmpty() && !it.field().startsWith(sent + "-")) {
                shown = shown.moved(it.field(), sent + "-" + field);
            }
        }
        return shown;
    }

    private String title(RequestStep step) {
        return wording.find("requests.next." + step.name())
                .orElseGet(() -> wording.say("requests.step." + step.name()));
    }

    private List<StepForm> stepForms(
            RequestView view,
            List<RequestStep> steps,
            String sent,
            TypedEvent typed,
            @Nullable Problems problems) {
        return steps.stream()
                .map(
                        it -> {
                            var here = it.slug().equals(sent);
                            return new StepForm(
                                    it,
                                    title(it),
                                    hints.of(it, view),
                                    it.needs().stream()
                                            .filter(need -> need != EventField.EVIDENCE)
                                            .map(EventEntry::slug)
                                            .toList(),
                                    it.needs().contains(EventField.EVIDENCE),
                                    here,
                                    here ? typed : TypedEvent.none(),
                                    here && problems != null ? problems : Problems.none());
                        })
                .toList();
    }
}
