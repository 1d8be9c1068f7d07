package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.requests.ClaimDesk;
import org.gongkai.opengov.requests.ClaimDesk.StepEntry;
import org.gongkai.opengov.requests.ClaimEntry;
import org.gongkai.opengov.requests.ClaimKind;
import org.gongkai.opengov.requests.ClaimStep;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.opengov.requests.papers.ClaimLetterDesk;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Tab;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Corrections of personal records and complaints at the desk (更正本人信息、投诉台账). */
@Controller
@RequestMapping("/desk/request-claims")
class ClaimPages {
    private static final int PER_PAGE = 30;
    private static final String PATH = "/desk/request-claims";

    private final ClaimDesk desk;
    private final ClaimLetterDesk letters;
    private final RequestChoices choices;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;
    private final Clock clock;

    ClaimPages(
            ClaimDesk desk,
            ClaimLetterDesk letters,
            RequestChoices choices,
            Organization organization,
            Forms forms,
            Wording wording,
            Clock clock) {
        this.desk = desk;
        this.letters = letters;
        this.choices = choices;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var openAlone = !state.equals("all");
        var total = desk.count(actor, openAlone);
        var pages =
                Pages.of(
                        page,
                        total,
                        PER_PAGE,
                        it -> PATH + "?state=" + (openAlone ? "open" : "all") + "&page=" + it);
        model.addAttribute(
                "claims", desk.page(actor, openAlone, (pages.number() - 1) * PER_PAGE, PER_PAGE));
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute("takesIn", RequestRights.takesIn(actor));
        model.addAttribute(
                "tabs",
                List.of(
                        new Tab(
                                wording.say("requests.claim.open"),
                                PATH,
                                openAlone,
                                desk.count(actor, true)),
                        new Tab(
                                wording.say("requests.claim.all"),
                                PATH + "?state=all",
                                !openAlone,
                                desk.count(actor, false))));
        return "requests/claims";
    }

    @GetMapping("/new")
    String form(Actor actor, Model model) {
        if (!RequestRights.takesIn(actor)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.claim.refusal.office");
        }
        model.addAttribute("problems", Problems.none());
        return formPage(ClaimEntry.empty(), model);
    }

    @PostMapping("/new")
    String takeIn(
            Actor actor,
            @ModelAttribute ClaimEntry entry,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> "redirect:" + PATH + "/" + desk.takeIn(actor, entry).id() + "?done=taken-in",
                () -> formPage(entry, model));
    }

    @GetMapping("/{id}")
    String one(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "done",
                switch (done) {
                    case "taken-in" -> wording.say("requests.claim.done.taken-in");
                    case "erased" -> wording.say("requests.claim.done.erased");
                    case "step" -> wording.say("requests.claim.done.step");
                    default -> null;
                });
        return page(actor, id, new StepEntry(null, null, null, null), model);
    }

    @PostMapping("/{id}/steps")
    String record(
            Actor actor,
            @PathVariable long id,
            @ModelAttribute StepEntry typed,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.record(actor, id, typed);
                    return "redirect:" + PATH + "/" + id + "?done=step";
                },
                () -> page(actor, id, typed, model));
    }

    @PostMapping("/{id}/person")
    String person(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    model.addAttribute("claimant", desk.person(actor, id, reason).orElse(null));
                    model.addAttribute("problems", Problems.none());
                    model.addAttribute("looked", true);
                    return page(actor, id, new StepEntry(null, null, null, null), model);
                },
                () -> page(actor, id, new StepEntry(null, null, null, null), model));
    }

    @PostMapping("/{id}/secret")
    String secret(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String secretReason,
            Model model,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return forms.send(
                model,
                response,
                () -> {
                    model.addAttribute("receipt", desk.secretAgain(actor, id, secretReason));
                    model.addAttribute("problems", Problems.none());
                    return page(actor, id, new StepEntry(null, null, null, null), model);
                },
                () -> page(actor, id, new StepEntry(null, null, null, null), model));
    }

    @PostMapping("/{id}/erasure")
    String erase(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String erasing,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.erase(actor, id, erasing);
                    return "redirect:" + PATH + "/" + id + "?done=erased";
                },
                () -> page(actor, id, new StepEntry(null, null, null, null), model));
    }

    private String page(Actor actor, long id, StepEntry typed, Model model) {
        var view = desk.one(actor, id);
        model.addAttribute("view", view);
        model.addAttribute("claim", view.claim());
        model.addAttribute("people", organization);
        model.addAttribute("typed", typed);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("knowsApplicant", RequestRights.knowsApplicant(actor));
        model.addAttribute("takesIn", RequestRights.takesIn(actor));
        model.addAttribute("letters", letters.of(actor, id));
        model.addAttribute("ends", choices(letters.possible(actor, view)));
        model.addAttribute("erases", ClaimDesk.erases(actor) && view.claim().closedOn() != null);
        model.addAttribute("steps", choices(view.allowed()));
        return "requests/claim";
    }

    private List<Choice> choices(List<ClaimStep> steps) {
        return steps.stream()
                .map(it -> Choice.of(it.slug(), wording.say("requests.claim.step." + it.name())))
                .toList();
    }

    private String formPage(ClaimEntry entry, Model model) {
        model.addAttribute("form", entry);
        choices.addTo(model);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute(
                "kinds",
                Arrays.stream(ClaimKind.values())
                        .map(
                                it ->
                                        Choice.of(
                                                it.slug(),
                                                wording.say("requests.claim.kind." + it.name())))
                        .toList());
        return "requests/claim-new";
    }
}
