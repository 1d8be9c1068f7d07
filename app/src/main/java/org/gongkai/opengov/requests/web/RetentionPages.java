package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gongkai.opengov.requests.Erasure;
import org.gongkai.opengov.requests.RetentionDesk;
import org.gongkai.opengov.requests.RetentionDesk.TermsEntry;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is kept how long, what is due, and a second person's yes (保管期限与身份信息清除). */
@Controller
@RequestMapping("/desk/request-retention")
class RetentionPages {
    static final String ADDRESS = "/desk/request-retention";

    private final RetentionDesk desk;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;

    RetentionPages(RetentionDesk desk, Organization organization, Forms forms, Wording wording) {
        this.desk = desk;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
    }

    /** An erasure in words. */
    public record Line(
            Erasure erasure, String proposedBy, @Nullable String decidedBy, boolean mine) {}

    @GetMapping
    String all(Actor actor, Model model) {
        model.addAttribute("problems", Problems.none());
        return page(actor, null, model);
    }

    @PostMapping("/terms")
    String set(
            Actor actor,
            @ModelAttribute TermsEntry typed,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.set(actor, typed);
                    return "redirect:" + ADDRESS;
                },
                () -> page(actor, typed, model));
    }

    @PostMapping("/erasures")
    String propose(
            Actor actor,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(required = false) @Nullable List<Long> ids,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.propose(actor, RetentionApi.kind(what), ids);
                    return "redirect:" + ADDRESS;
                },
                () -> page(actor, null, model));
    }

    @PostMapping("/erasures/{id}/{step}")
    String decide(
            Actor actor,
            @PathVariable long id,
            @PathVariable String step,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    switch (step) {
                        case "confirm" -> desk.confirm(actor, id);
                        case "reject" -> desk.reject(actor, id);
                        default -> throw Refusal.notFound();
                    }
                    return "redirect:" + ADDRESS;
                },
                () -> page(actor, null, model));
    }

    @GetMapping("/appraisal.csv")
    ResponseEntity<byte[]> appraisal(Actor actor) {
        var table =
                CsvTable.of((Object[]) wording.say("requests.retention.csv-head").split(",", -1));
        desk.forAppraisal(
                actor,
                it ->
                        table.row(
                                it.number(),
                                wording.say("requests.class." + it.applicantClass().name()),
                                it.receivedOn(),
                                it.answeredOn(),
                                wording.say("requests.stage." + it.stage().name())));
        return table.file("appraisal.csv");
    }

    private String page(Actor actor, @Nullable TermsEntry typed, Model model) {
        var standing = desk.standing(actor);
        var terms = standing.terms();
        model.addAttribute("standing", standing);
        model.addAttribute(
                "typed",
                typed == null
                        ? new TermsEntry(
                                String.valueOf(terms.identityYears()),
                                String.valueOf(terms.fileYears()),
                                String.valueOf(terms.partyYears()),
                                String.valueOf(terms.claimYears()),
                                null)
                        : typed);
        model.addAttribute(
                "lines", standing.erasures().stream().map(it -> line(actor, it)).toList());
        return "requests/retention";
    }

    private Line line(Actor actor, Erasure it) {
        return new Line(
                it,
                name(it.proposedBy()),
                it.decidedBy() == null ? null : name(it.decidedBy()),
                it.proposedBy().equals(actor.person()));
    }

    private String name(PersonId person) {
        return organization.person(person).name();
    }
}
