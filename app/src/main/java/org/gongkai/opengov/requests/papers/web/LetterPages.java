package org.gongkai.opengov.requests.papers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkai.opengov.requests.DeliveryWay;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.opengov.requests.papers.LetterCourse;
import org.gongkai.opengov.requests.papers.LetterDesk;
import org.gongkai.opengov.requests.papers.LetterDrafting;
import org.gongkai.opengov.requests.papers.LetterForm;
import org.gongkai.opengov.requests.papers.LetterMoveEntry;
import org.gongkai.opengov.requests.papers.LetterStep;
import org.gongkai.opengov.requests.papers.LetterView;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Difference;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Happening;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.FieldProblem;
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

/** A letter of a case: begun, changed, reviewed, signed, made, sent (文书页). */
@Controller
@RequestMapping("/desk/requests/{id}/letters")
class LetterPages {
    private final RequestDesk requests;
    private final LetterDrafting drafting;
    private final LetterDesk desk;
    private final Organization organization;
    private final LetterGuide guide;
    private final LetterQuestions questions;
    private final Forms forms;
    private final Wording wording;
    private final ChineseDates dates;
    private final Clock clock;

    LetterPages(
            RequestDesk requests,
            LetterDrafting drafting,
            LetterDesk desk,
            Organization organization,
            LetterGuide guide,
            LetterQuestions questions,
            Forms forms,
            Wording wording,
            ChineseDates dates,
            Clock clock) {
        this.requests = requests;
        this.drafting = drafting;
        this.desk = desk;
        this.organization = organization;
        this.guide = guide;
        this.questions = questions;
        this.forms = forms;
        this.wording = wording;
        this.dates = dates;
        this.clock = clock;
    }

    /** What was typed into the form of a step. */
    public record TypedMove(
            @Nullable Long version,
            @Nullable String sha256,
            @Nullable String note,
            @Nullable String date,
            @Nullable String way,
            @Nullable String evidence,
            @Nullable String lateReason) {

        LetterMoveEntry entry() {
            return new LetterMoveEntry(sha256, note, date, way, evidence, lateReason);
        }
    }

    @GetMapping("/new")
    String fields(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String kind,
            Model model) {
        model.addAttribute("problems", Problems.none());
        return newPage(actor, id, kind(kind), Map.of(), model);
    }

    @PostMapping
    String begin(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var kind = kind(typed.getOrDefault("kind", ""));
        return forms.send(
                model,
                response,
                () -> shown(id, drafting.begin(actor, id, kind, typed), "begun"),
                () -> newPage(actor, id, kind, typed, model));
    }

    @GetMapping("/{letter}")
    String one(
            Actor actor,
            @PathVariable long id,
            @PathVariable long letter,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("done", wording.find("requests.papers.done." + done).orElse(null));
        return page(actor, id, letter, "", null, model);
    }

    @PostMapping("/{letter}/text")
    String edit(
            Actor actor,
            @PathVariable long id,
            @PathVariable long letter,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    drafting.edit(actor, id, letter, version, words);
                    return shown(id, letter, "edited");
                },
                () -> page(actor, id, letter, "", words, model));
    }

    @PostMapping("/{letter}/fields")
    String refill(
            Actor actor,
            @PathVariable long id,
            @PathVariable long letter,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    drafting.refill(actor, id, letter, version, typed);
                    return shown(id, letter, "filled");
                },
                () -> {
                    model.addAttribute("typed", typed);
                    return page(actor, id, letter, "fields", null, model);
                });
    }

    @PostMapping("/{letter}/steps/{step}")
    String step(
            Actor actor,
            @PathVariable long id,
            @PathVariable long letter,
            @PathVariable String step,
            @ModelAttribute TypedMove typed,
            Model model,
            HttpServletResponse response) {
        var taken = LetterStep.named(step).orElseThrow(Refusal::notFound);
        return forms.send(
                model,
                response,
                () -> {
                    desk.step(actor, id, letter, taken, typed.version(), typed.entry());
                    return shown(id, letter, step);
                },
                () -> {
                    model.addAttribute("move", typed);
                    return page(actor, id, letter, step, null, model);
                });
    }

    private static LetterKind kind(String slug) {
        return LetterKind.named(slug)
                .orElseThrow(() -> Refusal.invalid("kind", "requests.papers.kind"));
    }

    private static String shown(long id, long letter, String done) {
        return "redirect:/desk/requests/" + id + "/letters/" + letter + "?done=" + done;
    }

    private String newPage(
            Actor actor, long id, LetterKind kind, Map<String, String> typed, Model model) {
        model.addAttribute("request", requests.one(actor, id).request());
        model.addAttribute("problems", onThePage((Problems) model.getAttribute("problems")));
        addForm(drafting.form(actor, id, kind), typed, model);
        return "requests/letter-new";
    }

    private void addForm(LetterForm form, Map<String, String> typed, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("asked", questions.of(form));
        model.addAttribute("kind", form.kind());
        model.addAttribute("typed", typed);
    }

    /** What an answer lacks is mended on the page of its matter, not here. */
    private static Problems onThePage(@Nullable Problems problems) {
        return problems == null
                ? Problems.none()
                : new Problems(
                        problems.all().stream()
                                .map(
                                        it ->
                                                it.field().startsWith("blocks[")
                                                        ? new FieldProblem(
                                                                "", it.messageKey(), it.arguments())
                                                        : it)
                                .toList());
    }

    private String page(
            Actor actor, long id, long letter, String sent, @Nullable String words, Model model) {
        var view = drafting.one(actor, id, letter);
        var draft = view.draft();
        model.addAttribute(
                "problems", atTheirFields((Problems) model.getAttribute("problems"), sent));
        var request = requests.one(actor, id).request();
        model.addAttribute("request", request);
        model.addAttribute("view", view);
        model.addAttribute("letter", view.letter());
        model.addAttribute("draft", draft);
        model.addAttribute("base", "/desk/requests/" + id + "/letters/" + letter);
        model.addAttribute("sent", sent);
        model.addAttribute(
                "downloadable",
                view.letter().state().hasLeft() && LetterCourse.toApplicant(view.letter().kind()));
        model.addAttribute("next", guide.next(request, view.letter()).orElse(null));
        model.addAttribute("words", words == null ? String.join("\n", draft.words()) : words);
        model.addAttribute(
                "fromTemplate",
                draft.changed()
                        ? Difference.between(
                                view.masked(draft.filled()), view.masked(draft.words()))
                        : null);
        model.addAttribute("changes", changes(view));
        model.addAttribute("editions", editions(view));
        model.addAttribute("moves", moves(view));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("ways", ways());
        model.addAttribute("madeHere", view.isMade() && RequestRights.knowsApplicant(actor));
        if (view.mayEdit()) {
            var typed = model.getAttribute("typed");
            drafting.formOf(actor, id, letter).ifPresent(it -> addForm(it, draft.typed(), model));
            if (typed != null) {
                model.addAttribute("typed", typed);
            }
        }
        return "requests/letter";
    }

    private List<Choice> ways() {
        return Arrays.stream(DeliveryWay.values())
                .map(it -> wording.say("requests.delivery." + it.name()))
                .map(it -> Choice.of(it, it))
                .toList();
    }

    /**
     * What an edition changed.
     *
     * @param before the number of the edition before it
     */
    public record Change(int before, Difference difference) {}

    /** What each edition changed; the only one, made on the template as it was, is told there. */
    private static List<Change> changes(LetterView view) {
        var drafts = view.drafts();
        if (drafts.size() == 2 && drafts.getFirst().words().equals(drafts.getLast().filled())) {
            return List.of();
        }
        return IntStream.range(1, drafts.size())
                .filter(it -> !drafts.get(it).words().equals(drafts.get(it - 1).words()))
                .mapToObj(
                        it ->
                                new Change(
                                        it,
                                        Difference.between(
                                                view.masked(drafts.get(it - 1).words()),
                                                view.masked(drafts.get(it).words()))))
                .toList();
    }

    private List<Happening> editions(LetterView view) {
        return view.drafts().stream()
                .map(
                        it ->
                                new Happening(
                                        dates.moment(it.at()),
                                        wording.say(
                                                "requests.papers.edition",
                                                it.number(),
                                                organization.person(it.by()).name()),
                                        wording.say(
                                                it.changed()
                                                        ? "requests.papers.edition.changed"
                                                        : "requests.papers.edition.filled",
                                                it.templates()),
                                        false))
                .toList();
    }

    private List<Happening> moves(LetterView view) {
        return view.moves().stream()
                .map(
                        it ->
                                new Happening(
                                        dates.day(it.on()),
                                        wording.say(
                                                "requests.papers.move",
                                                wording.say(
                                                        "requests.papers.step." + it.step().name()),
                                                organization.person(it.by()).name()),
                                        told(it.note(), it.way(), it.evidence()),
                                        false))
                .toList();
    }

    private static @Nullable String told(@Nullable String... facts) {
        var said = Arrays.stream(facts).filter(it -> it != null).toList();
        return said.isEmpty() ? null : String.join(" ", said);
    }

    /** Every step has fields of the same names; their ids begin with the step. */
    private static Problems atTheirFields(@Nullable Problems problems, String sent) {
        var shown = onThePage(problems);
        if (LetterStep.named(sent).isEmpty()) {
            return shown;
        }
        for (var it : shown.all()) {
            if (!it.field().isEmpty() && !it.field().equals("words")) {
                shown = shown.moved(it.field(), sent + "-" + it.field());
            }
        }
        return shown;
    }
}
