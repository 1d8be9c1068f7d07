package org.gongkai.opengov.inspections.draws.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.draws.AmendEntry;
import org.gongkai.opengov.inspections.draws.AmendmentDesk;
import org.gongkai.opengov.inspections.draws.AmendmentReason;
import org.gongkai.opengov.inspections.draws.AmendmentReason.Op;
import org.gongkai.opengov.inspections.draws.DrawDesk;
import org.gongkai.opengov.inspections.draws.DrawStep;
import org.gongkai.opengov.inspections.draws.DrawStories;
import org.gongkai.opengov.inspections.draws.VisitDesk;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The visits of a draw, for the few who have to see them, and their amendments (检查名单与调整). No page
 * of these is kept by a browser.
 */
@Controller
@RequestMapping(DrawPages.ADDRESS + "/{seq}")
class VisitPages {
    private static final int PER_PAGE = 50;
    private static final int PROOFS = 5;

    private final VisitDesk desk;
    private final AmendmentDesk amendments;
    private final DrawDesk draws;
    private final DrawStories stories;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;

    VisitPages(
            VisitDesk desk,
            AmendmentDesk amendments,
            DrawDesk draws,
            DrawStories stories,
            Organization organization,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.amendments = amendments;
        this.draws = draws;
        this.stories = stories;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
    }

    /** What was typed for an amendment. */
    public record AmendForm(
            @Nullable String visit,
            @Nullable String seat,
            @Nullable String officer,
            @Nullable String done,
            @Nullable String reason,
            @Nullable String words) {
        static AmendForm empty() {
            return new AmendForm(null, null, null, null, null, null);
        }

        /** Visits and seats are counted from 1 where people read them. */
        AmendEntry entry(String op) {
            return new AmendEntry(
                    op,
                    below(visit),
                    below(seat),
                    officer == null || !officer.matches("\\d{1,18}") ? null : Long.valueOf(officer),
                    done == null
                            ? null
                            : Arrays.stream(done.split("[^0-9]+", -1))
                                    .filter(it -> it.matches("\\d{1,8}"))
                                    .map(it -> Integer.parseInt(it) - 1)
                                    .toList(),
                    reason,
                    words);
        }

        private static @Nullable Integer below(@Nullable String typed) {
            return typed == null || !typed.strip().matches("\\d{1,8}")
                    ? null
                    : (Integer) (Integer.parseInt(typed.strip()) - 1);
        }
    }

    @GetMapping("/visits")
    String visits(
            Actor actor,
            @PathVariable long seq,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String done,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "done", wording.find("inspections.draw.visits.done." + done).orElse(null));
        return page(actor, seq, page, "", AmendForm.empty(), model, response);
    }

    @GetMapping("/visits.csv")
    ResponseEntity<byte[]> export(Actor actor, @PathVariable long seq) {
        var draw = draws.one(actor, seq).draw();
        var table =
                CsvTable.of(
                        (Object[]) wording.say("inspections.draw.visits.csv-head").split(",", -1));
        for (var it : desk.page(actor, seq, 0, Integer.MAX_VALUE)) {
            var team =
                    it.team().stream()
                            .map(
                                    member ->
                                            member == null
                                                    ? wording.say("inspections.draw.visits.nobody")
                                                    : member.name())
                            .toList();
            table.row(
                    it.t() + 1,
                    it.unit().name(),
                    it.unit().subject(),
                    it.visit().entity().stratum(),
                    String.join("、", team),
                    it.unit().id());
        }
        return table.file("visits-" + seq + ".csv");
    }

    /** The op stands in the address, so that each form says what it is. */
    @PostMapping("/amend/{op}")
    String amend(
            Actor actor,
            @PathVariable long seq,
            @PathVariable String op,
            @ModelAttribute("sent") AmendForm typed,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    amendments.ask(actor, seq, null, typed.entry(op));
                    return done(seq, "asked");
                },
                () -> page(actor, seq, 1, op, typed, model, response));
    }

    @PostMapping("/amendments/{id}/decision")
    String decide(
            Actor actor,
            @PathVariable long seq,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String consents,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    var yes = consents.equals("yes");
                    amendments.decide(actor, seq, id, yes, words);
                    return done(seq, yes ? "made" : "declined");
                },
                () -> page(actor, seq, 1, "decision", AmendForm.empty(), model, response));
    }

    private String page(
            Actor actor,
            long seq,
            int number,
            String form,
            AmendForm typed,
            Model model,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var story = stories.of(actor, seq);
        var result = story.result();
        var pages =
                Pages.of(
                        number,
                        result == null ? 0 : result.visits(),
                        PER_PAGE,
                        it -> DrawPages.ADDRESS + "/" + seq + "/visits?page=" + it);
        model.addAttribute("story", story);
        model.addAttribute("draw", story.draw());
        model.addAttribute("pages", pages);
        model.addAttribute(
                "visits", desk.page(actor, seq, (pages.number() - 1) * PER_PAGE, PER_PAGE));
        model.addAttribute("proofs", desk.proofs(actor, seq, PROOFS));
        model.addAttribute("amendments", amendments.list(actor, seq));
        model.addAttribute("officers", desk.officers(actor, seq));
        model.addAttribute("people", organization);
        model.addAttribute("me", actor.person());
        model.addAttribute("mayAsk", draws.one(actor, seq).allowed().contains(DrawStep.AMEND));
        model.addAttribute("mayDecide", InspectionRights.approves(actor));
        model.addAttribute("form", form);
        model.addAttribute("typed", typed);
        for (var op : Op.values()) {
            model.addAttribute(op.slug() + "Reasons", reasons(op));
        }
        return "inspections/draws/visits";
    }

    private List<Choice> reasons(Op op) {
        return Arrays.stream(AmendmentReason.values())
                .filter(it -> it.isOf(op))
                .map(
                        it ->
                                Choice.of(
                                        it.slug(),
                                        wording.say(
                                                "inspections.draw.amendment.reason." + it.slug())))
                .toList();
    }

    private static String done(long seq, String what) {
        return "redirect:"
                + DrawPages.ADDRESS
                + "/"
                + seq
                + "/visits?done="
                + Objects.requireNonNull(what);
    }
}
