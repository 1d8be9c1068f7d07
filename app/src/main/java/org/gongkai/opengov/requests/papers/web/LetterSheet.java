package org.gongkai.opengov.requests.papers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gongkai.opengov.requests.DeliveryWay;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.opengov.requests.papers.LetterCourse;
import org.gongkai.opengov.requests.papers.LetterForm;
import org.gongkai.opengov.requests.papers.LetterStep;
import org.gongkai.opengov.requests.papers.LetterView;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Difference;
import org.gongkai.platform.pages.Happening;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A letter as its page shows it (文书页面内容), whatever it belongs to. */
@Component
class LetterSheet {
    private final LetterQuestions questions;
    private final Organization organization;
    private final Wording wording;
    private final ChineseDates dates;
    private final Clock clock;

    LetterSheet(
            LetterQuestions questions,
            Organization organization,
            Wording wording,
            ChineseDates dates,
            Clock clock) {
        this.questions = questions;
        this.organization = organization;
        this.wording = wording;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * To what the letter belongs.
     *
     * @param home the page of that
     * @param belongs what that is called, with its number
     * @param mask how whoever asks is named
     */
    void address(String home, String belongs, String mask, Model model) {
        model.addAttribute("home", home);
        model.addAttribute("belongs", belongs);
        model.addAttribute("mask", mask);
    }

    /** The form of a letter, with what was said before. */
    void addForm(LetterForm form, Map<String, String> typed, Model model) {
        var said = model.getAttribute("said");
        model.addAttribute("form", form);
        model.addAttribute("asked", questions.of(form));
        model.addAttribute("kind", form.kind());
        model.addAttribute("typed", said == null ? typed : said);
    }

    /**
     * The page on which a letter is begun.
     *
     * @param by the name of the field by which it was chosen, and what was chosen
     */
    String newPage(
            String by, String chosen, LetterForm form, Map<String, String> typed, Model model) {
        model.addAttribute("problems", onThePage((Problems) model.getAttribute("problems")));
        model.addAttribute("chosenBy", by);
        model.addAttribute("chosen", chosen);
        addForm(form, typed, model);
        return "requests/letter-new";
    }

    /**
     * The page of a letter.
     *
     * @param sent which form was sent and refused; empty for none
     * @param words the text as it was typed; null for the text that counts
     */
    String page(Actor actor, LetterView view, String sent, @Nullable String words, Model model) {
        var draft = view.draft();
        model.addAttribute(
                "problems", atTheirFields((Problems) model.getAttribute("problems"), sent));
        model.addAttribute("view", view);
        model.addAttribute("letter", view.letter());
        model.addAttribute("draft", draft);
        model.addAttribute(
                "base",
                Objects.requireNonNull(model.getAttribute("home"))
                        + "/letters/"
                        + view.letter().id());
        model.addAttribute("sent", sent);
        model.addAttribute(
                "downloadable",
                view.letter().state().hasLeft() && LetterCourse.toApplicant(view.letter().kind()));
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
        return "requests/letter";
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
