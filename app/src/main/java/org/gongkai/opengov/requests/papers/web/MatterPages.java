package org.gongkai.opengov.requests.papers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.opengov.redaction.RedactionDesk;
import org.gongkai.opengov.redaction.RedactionJob;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestStep;
import org.gongkai.opengov.requests.RequestView;
import org.gongkai.opengov.requests.decisions.Article;
import org.gongkai.opengov.requests.decisions.GuidedDecision;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.opengov.requests.decisions.Question;
import org.gongkai.opengov.requests.decisions.Told;
import org.gongkai.opengov.requests.papers.CaseProofs;
import org.gongkai.opengov.requests.papers.DecisionDesk;
import org.gongkai.opengov.requests.papers.MatterStanding;
import org.gongkai.opengov.requests.papers.PaperEntry;
import org.gongkai.opengov.requests.web.SimilarCases;
import org.gongkai.platform.files.FileStore;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * One matter of a request: the questions, the outcome, what is told and what lies with it (逐项判断).
 */
@Controller
@RequestMapping("/desk/requests/{id}/matters/{position}")
class MatterPages {
    private final RequestDesk requests;
    private final DecisionDesk decisions;
    private final RedactionDesk redactions;
    private final SimilarCases similar;
    private final CasePanel panel;
    private final FileStore files;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;
    private final Clock clock;

    MatterPages(
            RequestDesk requests,
            DecisionDesk decisions,
            RedactionDesk redactions,
            SimilarCases similar,
            CasePanel panel,
            FileStore files,
            Organization organization,
            Forms forms,
            Wording wording,
            Clock clock) {
        this.requests = requests;
        this.decisions = decisions;
        this.redactions = redactions;
        this.similar = similar;
        this.panel = panel;
        this.files = files;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * An answered question.
     *
     * @param back the address at which it is asked again
     */
    public record Answered(Question question, boolean yes, String back) {}

    /** Something to tell, with what was said of it. */
    public record Telling(Told what, boolean needed, String said) {}

    @GetMapping
    String matter(
            Actor actor,
            @PathVariable long id,
            @PathVariable int position,
            @RequestParam(required = false) @Nullable String answers,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("done", wording.find("requests.papers.done." + done).orElse(null));
        return page(actor, id, position, answers == null ? null : answers + next, null, model);
    }

    @PostMapping("/decision")
    String decide(
            Actor actor,
            @PathVariable long id,
            @PathVariable int position,
            @RequestParam(defaultValue = "") String answers,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var told = told(typed);
        return forms.send(
                model,
                response,
                () -> {
                    decisions.decide(actor, id, position, answers, told);
                    return back(id, position, "decided");
                },
                () -> page(actor, id, position, answers, told, model));
    }

    @PostMapping("/papers")
    String attach(
            Actor actor,
            @PathVariable long id,
            @PathVariable int position,
            @RequestParam(defaultValue = "") String proof,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable Long redaction,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    if (file != null && !file.isEmpty()) {
                        attached(actor, id, position, proof, file);
                    } else {
                        decisions.attach(
                                actor,
                                id,
                                position,
                                new PaperEntry(proof, words, null, null, redaction));
                    }
                    return back(id, position, "paper-added");
                },
                () -> page(actor, id, position, null, null, model));
    }

    @PostMapping("/papers/{paper}/drop")
    String drop(
            Actor actor,
            @PathVariable long id,
            @PathVariable int position,
            @PathVariable long paper) {
        decisions.drop(actor, id, paper);
        return back(id, position, "paper-dropped");
    }

    /** Opens a file of this request for partial disclosure, and leads to where it is marked. */
    @PostMapping("/redactions")
    String redact(
            Actor actor,
            @PathVariable long id,
            @PathVariable int position,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(required = false) @Nullable MultipartFile source,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> "redirect:/desk/redactions/" + opened(actor, id, title, section, source),
                () -> page(actor, id, position, null, null, model));
    }

    private void attached(Actor actor, long id, int position, String proof, MultipartFile file) {
        try (var content = file.getInputStream()) {
            decisions.attach(
                    actor,
                    id,
                    position,
                    proof,
                    content,
                    Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private long opened(
            Actor actor, long id, String title, String section, @Nullable MultipartFile source) {
        var number = requests.one(actor, id).request().number();
        if (source == null || source.isEmpty()) {
            throw Refusal.invalid("source", "redaction.field.file");
        }
        try (var content = source.getInputStream()) {
            var kept =
                    files.put(
                            content,
                            Objects.requireNonNullElse(source.getOriginalFilename(), ""),
                            RedactionDesk.LIMITS);
            return redactions.open(actor, kept.sha256(), kept.safeName(), title, section, number);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<Told, String> told(Map<String, String> typed) {
        var told = new EnumMap<Told, String>(Told.class);
        for (var it : Told.values()) {
            var said = typed.getOrDefault(it.slug(), "");
            if (!said.isBlank()) {
                told.put(it, said);
            }
        }
        return told;
    }

    private static String back(long id, int position, String done) {
        return "redirect:/desk/requests/" + id + "/matters/" + position + "?done=" + done;
    }

    private String page(
            Actor actor,
            long id,
            int position,
            @Nullable String asked,
            @Nullable Map<Told, String> typed,
            Model model) {
        var view = requests.one(actor, id);
        var standing =
                decisions.standing(view).stream()
                        .filter(it -> it.position() == position)
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        var kept = standing.decision();
        var answers = asked != null ? asked : kept == null ? "" : kept.answers();
        var guided = DecisionDesk.guided(answers);
        model.addAttribute("view", view);
        model.addAttribute("request", view.request());
        model.addAttribute("standing", standing);
        model.addAttribute("answers", answers);
        model.addAttribute("base", "/desk/requests/" + id + "/matters/" + position);
        model.addAttribute("answered", answered(guided, answers, id, position));
        model.addAttribute("question", guided.next().orElse(null));
        model.addAttribute(
                "basis",
                guided.next().map(Question::articles).map(MatterPages::cited).orElse(List.of()));
        model.addAttribute("outcome", guided.outcome().orElse(null));
        model.addAttribute(
                "outcomeBasis",
                guided.outcome().map(Outcome::articles).map(MatterPages::cited).orElse(List.of()));
        model.addAttribute("ground", guided.ground().orElse(null));
        model.addAttribute("keptHere", kept != null && kept.answers().equals(answers));
        model.addAttribute("mayDecide", decisions.mayDecide(actor, view));
        model.addAttribute(
                "tellings",
                guided.outcome().map(it -> tellings(it, standing, typed)).orElse(List.of()));
        model.addAttribute("similar", similar.of(actor, id));
        model.addAttribute(
                "onward", panel.of(actor, view).ways().get(RequestStep.DRAFTED_ANSWER.slug()));
        addPapers(actor, view, standing, guided, model);
        return "requests/matter";
    }

    private void addPapers(
            Actor actor,
            RequestView view,
            MatterStanding standing,
            GuidedDecision guided,
            Model model) {
        var outcome = guided.outcome();
        model.addAttribute("laid", outcome.map(CaseProofs::laid).orElse(List.of()));
        var released = decisions.released(view.request());
        var jobs = decisions.redactions(view.request());
        model.addAttribute("jobs", jobs);
        model.addAttribute(
                "titles",
                jobs.stream().collect(Collectors.toMap(RedactionJob::id, RedactionJob::title)));
        model.addAttribute("released", released);
        model.addAttribute(
                "releases",
                released.stream()
                        .map(
                                it ->
                                        Choice.of(
                                                String.valueOf(it.id()),
                                                it.number() + " " + it.title()))
                        .toList());
        model.addAttribute(
                "earlier",
                requests.answeredBefore(actor, view.request().id()).stream()
                        .map(it -> Choice.of(it.number(), it.number()))
                        .toList());
        model.addAttribute(
                "sections",
                organization.sectionsOn(actor.agency(), LocalDate.now(clock)).stream()
                        .map(it -> Choice.of(it.key(), it.name()))
                        .toList());
        var section = view.section();
        model.addAttribute("ownSection", section == null ? "" : section.key());
        model.addAttribute("missing", standing.missing());
    }

    private static List<Telling> tellings(
            Outcome outcome, MatterStanding standing, @Nullable Map<Told, String> typed) {
        var kept = standing.decision();
        var said = typed != null ? typed : kept == null ? Map.<Told, String>of() : kept.told();
        return CaseProofs.told(outcome).stream()
                .map(it -> new Telling(it, outcome.must().contains(it), said.getOrDefault(it, "")))
                .toList();
    }

    private static List<String> cited(List<Article> articles) {
        return articles.stream().map(Article::cited).toList();
    }

    private static List<Answered> answered(
            GuidedDecision guided, String answers, long id, int position) {
        var steps = guided.steps();
        return IntStream.range(0, steps.size())
                .mapToObj(
                        it ->
                                new Answered(
                                        steps.get(it).question(),
                                        steps.get(it).yes(),
                                        "/desk/requests/"
                                                + id
                                                + "/matters/"
                                                + position
                                                + "?answers="
                                                + answers.substring(0, it)))
                .toList();
    }
}
