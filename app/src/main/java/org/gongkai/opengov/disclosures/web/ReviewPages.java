package org.gongkai.opengov.disclosures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.opengov.disclosures.ClockDesk;
import org.gongkai.opengov.disclosures.ContentDifference;
import org.gongkai.opengov.disclosures.Document;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentFilter;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentState;
import org.gongkai.opengov.disclosures.MarkedPassage;
import org.gongkai.opengov.disclosures.PublishingDesk;
import org.gongkai.opengov.disclosures.ReviewDesk;
import org.gongkai.opengov.disclosures.ReviewDesk.ThreeGates;
import org.gongkai.opengov.disclosures.ReviewLevel;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which reviewers sign or return (审签页面). */
@Controller
class ReviewPages {
    static final int PER_PAGE = 30;

    /** More than anybody has to sign; the register of documents has the rest. */
    private static final int MOST_WAITING = 1_000;

    private final DocumentDesk desk;
    private final ReviewDesk review;
    private final PublishingDesk publishing;
    private final ClockDesk clocks;
    private final Organization organization;
    private final Forms forms;

    ReviewPages(
            DocumentDesk desk,
            ReviewDesk review,
            PublishingDesk publishing,
            ClockDesk clocks,
            Organization organization,
            Forms forms) {
        this.desk = desk;
        this.review = review;
        this.publishing = publishing;
        this.clocks = clocks;
        this.organization = organization;
        this.forms = forms;
    }

    @GetMapping("/desk/review")
    String waiting(Actor actor, @RequestParam(defaultValue = "1") int page, Model model) {
        var filter =
                DocumentFilter.of(actor.agency())
                        .in(Set.of(DocumentState.IN_REVIEW))
                        .awaiting(levelsOf(actor))
                        .page(0, MOST_WAITING);
        var mine = desk.list(actor, filter).stream().filter(it -> isMine(actor, it)).toList();
        var pages = Pages.of(page, mine.size(), PER_PAGE, it -> "/desk/review?page=" + it);
        model.addAttribute(
                "waiting",
                mine.stream()
                        .skip((long) (pages.number() - 1) * PER_PAGE)
                        .limit(PER_PAGE)
                        .map(it -> new Waiting(it, organization.section(it.section()).name()))
                        .toList());
        model.addAttribute("total", mine.size());
        model.addAttribute("pages", pages);
        model.addAttribute("publishing", publishing);
        return "disclosures/waiting";
    }

    /** A document that waits for this person's signature. */
    public record Waiting(Document document, String section) {}

    @GetMapping("/desk/documents/{id}/review")
    String read(Actor actor, @PathVariable DocumentId id, Model model) {
        model.addAttribute("problems", Problems.none());
        return page(actor, id, model, "", "", List.of());
    }

    @PostMapping("/desk/documents/{id}/review/sign")
    String sign(
            Actor actor,
            @PathVariable DocumentId id,
            @RequestParam String sha256,
            @RequestParam(defaultValue = "") String opinion,
            @RequestParam(defaultValue = "false") boolean political,
            @RequestParam(defaultValue = "false") boolean secrecy,
            @RequestParam(defaultValue = "false") boolean wording,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    review.sign(
                            actor,
                            id,
                            sha256,
                            new ThreeGates(political, secrecy, wording),
                            opinion);
                    return "redirect:/desk/documents/" + id + "?done=signed";
                },
                () -> page(actor, id, model, opinion, "", List.of()));
    }

    @PostMapping("/desk/documents/{id}/review/return")
    String sendBack(
            Actor actor,
            @PathVariable DocumentId id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var passages = passages(typed);
        return forms.send(
                model,
                response,
                () -> {
                    review.sendBack(actor, id, reason, passages);
                    return "redirect:/desk/documents/" + id + "?done=returned";
                },
                () -> page(actor, id, model, "", reason, passages));
    }

    @PostMapping("/desk/documents/{id}/findings/{finding}/override")
    String override(
            Actor actor,
            @PathVariable DocumentId id,
            @PathVariable String finding,
            @RequestParam(defaultValue = "") String overrideReason,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    review.overrideFinding(actor, id, finding, overrideReason);
                    return "redirect:/desk/documents/" + id + "?done=overridden";
                },
                () -> {
                    // The page has another reason: that of a return.
                    model.asMap()
                            .computeIfPresent(
                                    "problems",
                                    (name, it) ->
                                            ((Problems) it).moved("reason", "override-" + finding));
                    return page(actor, id, model, "", "", List.of());
                });
    }

    private String page(
            Actor actor,
            DocumentId id,
            Model model,
            String opinion,
            String reason,
            List<MarkedPassage> passages) {
        var view = desk.view(actor, id);
        var history = desk.review(actor, id);
        model.addAttribute("view", view);
        model.addAttribute("document", view.document());
        model.addAttribute("bodyHtml", DocumentForm.desk(id, view.copy().content().bodyHtml()));
        model.addAttribute("history", history);
        model.addAttribute("section", organization.section(view.document().section()).name());
        model.addAttribute("clock", clocks.of(actor, id).orElse(null));
        model.addAttribute("people", organization);
        model.addAttribute("opinion", opinion);
        model.addAttribute("reason", reason);
        model.addAttribute("passages", passages);
        model.addAttribute(
                "difference",
                history.lastSignedBy(actor.person())
                        .map(it -> it.content())
                        .map(it -> ContentDifference.between(it, view.copy().content()))
                        .orElse(null));
        return "disclosures/review";
    }

    private boolean isMine(Actor actor, Document document) {
        var awaited = document.awaiting();
        return awaited != null && actor.has(awaited.role(), document.section());
    }

    /** The levels at which this person may sign at all. */
    static Set<ReviewLevel> levelsOf(Actor actor) {
        return EnumSet.allOf(ReviewLevel.class).stream()
                .filter(it -> actor.has(it.role()))
                .collect(Collectors.toSet());
    }

    private static List<MarkedPassage> passages(MultiValueMap<String, String> typed) {
        var quotes = typed.getOrDefault("quote", List.of());
        var notes = typed.getOrDefault("note", List.of());
        return IntStream.range(0, Math.min(quotes.size(), notes.size()))
                .filter(it -> !quotes.get(it).isBlank() || !notes.get(it).isBlank())
                .mapToObj(it -> new MarkedPassage(quotes.get(it).strip(), notes.get(it).strip()))
                .toList();
    }
}
