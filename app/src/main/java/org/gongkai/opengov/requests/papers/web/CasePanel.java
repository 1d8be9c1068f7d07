package org.gongkai.opengov.requests.papers.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.opengov.requests.RequestCase;
import org.gongkai.opengov.requests.RequestStep;
import org.gongkai.opengov.requests.RequestView;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.opengov.requests.papers.CaseLetter;
import org.gongkai.opengov.requests.papers.DecisionDesk;
import org.gongkai.opengov.requests.papers.LetterCourse;
import org.gongkai.opengov.requests.papers.LetterDrafting;
import org.gongkai.opengov.requests.papers.LetterState;
import org.gongkai.opengov.requests.papers.MatterStanding;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decisions and letters as the page of a case shows them (案件页的答复和文书). */
@Component
public class CasePanel {
    private final DecisionDesk decisions;
    private final LetterDrafting drafting;
    private final LetterGuide guide;
    private final Wording wording;

    CasePanel(DecisionDesk decisions, LetterDrafting drafting, LetterGuide guide, Wording wording) {
        this.decisions = decisions;
        this.drafting = drafting;
        this.guide = guide;
        this.wording = wording;
    }

    /**
     * What is shown.
     *
     * @param inHand the letters on their way, those that wait for this person first
     * @param suggested letters that help and that nobody has begun
     * @param ways how steps of the case are taken with a letter, by their names in addresses
     * @param kinds the letters that this person may begin now
     */
    public record Shown(
            List<MatterStanding> matters,
            boolean mayDecide,
            List<CaseLetter> letters,
            List<InHand> inHand,
            List<Suggested> suggested,
            Map<String, Way> ways,
            List<Choice> kinds) {

        /** Whether a letter waits for this person. */
        public boolean waits() {
            return inHand.stream().anyMatch(it -> it.verb() != null);
        }
    }

    /**
     * A letter on its way.
     *
     * @param next who does what next
     * @param verb what this person does next; null where it is somebody else's
     */
    public record InHand(CaseLetter letter, String next, @Nullable String verb) {}

    /**
     * A letter that helps.
     *
     * @param why what it is good for
     */
    public record Suggested(String why, Way way) {}

    /**
     * Where a step is taken.
     *
     * @param verb what to do there
     */
    public record Way(String address, String verb) {}

    /** Of this case, for this person. */
    public Shown of(Actor by, RequestView view) {
        var letters = drafting.of(view);
        var matters = decisions.standing(view);
        var possible = drafting.possible(by, view);
        var mayDecide = decisions.mayDecide(by, view);
        var ways = new Ways(view, letters, possible);
        return new Shown(
                matters,
                mayDecide,
                letters,
                inHand(by, view.request(), letters),
                ways.suggested(),
                ways.with(mayDecide ? matters : List.of()),
                possible.stream().map(it -> Choice.of(it.slug(), it.term())).toList());
    }

    private List<InHand> inHand(Actor by, RequestCase request, List<CaseLetter> letters) {
        return letters.stream()
                .flatMap(
                        it ->
                                guide.next(request, it).stream()
                                        .map(next -> new InHand(it, next, verb(by, request, it))))
                .sorted(Comparator.comparing(it -> it.verb() == null))
                .toList();
    }

    private @Nullable String verb(Actor by, RequestCase request, CaseLetter letter) {
        var allowed = drafting.one(by, letter.owner().id(), letter.id()).allowed();
        return guide.verb(request, letter, allowed).orElse(null);
    }

    /** How the steps of this case are taken with a letter. */
    private final class Ways {
        private final String home;
        private final List<CaseLetter> letters;
        private final List<LetterKind> possible;

        Ways(RequestView view, List<CaseLetter> letters, List<LetterKind> possible) {
            this.home = "/desk/requests/" + view.request().id();
            this.letters = letters;
            this.possible = possible;
        }

        /** By step; the answer where there are matters to decide on. */
        Map<String, Way> with(List<MatterStanding> matters) {
            var ways = new HashMap<String, Way>();
            Arrays.stream(RequestStep.values())
                    .forEach(
                            step ->
                                    LetterCourse.by(step)
                                            .flatMap(this::written)
                                            .or(() -> arriving(step))
                                            .ifPresent(it -> ways.put(step.slug(), it)));
            if (!matters.isEmpty()) {
                answer(matters).ifPresent(it -> ways.put(RequestStep.DRAFTED_ANSWER.slug(), it));
            }
            return ways;
        }

        /** Those that belong to no step of the case: 登记回执、征求意见告知书. */
        List<Suggested> suggested() {
            return Stream.of(LetterKind.REGISTRATION_RECEIPT, LetterKind.CONSULTATION_NOTICE)
                    .filter(it -> letters.stream().noneMatch(letter -> stands(letter, it)))
                    .flatMap(it -> begun(it).stream().map(way -> new Suggested(why(it), way)))
                    .toList();
        }

        private static boolean stands(CaseLetter letter, LetterKind kind) {
            return letter.kind() == kind && letter.state() != LetterState.VOID;
        }

        private String why(LetterKind kind) {
            return wording.say("requests.papers.suggest." + kind.slug());
        }

        /** One that was begun is gone on with; else it is begun. */
        private Optional<Way> written(LetterKind kind) {
            return letters.stream()
                    .filter(it -> stands(it, kind) && !it.state().hasLeft())
                    .findFirst()
                    .map(it -> on(it, "requests.papers.way.go-on"))
                    .or(() -> begun(kind));
        }

        private Optional<Way> begun(LetterKind kind) {
            return possible.contains(kind)
                    ? Optional.of(
                            new Way(
                                    home + "/letters/new?kind=" + kind.slug(),
                                    wording.say("requests.papers.way.begin", kind.term())))
                    : Optional.empty();
        }

        /** That somebody has a letter of ours is recorded with the letter. */
        private Optional<Way> arriving(RequestStep step) {
            return letters.stream()
                    .filter(it -> it.state() == LetterState.DISPATCHED)
                    .filter(it -> LetterCourse.arriving(step, it.kind()))
                    .findFirst()
                    .map(it -> on(it, "requests.papers.way.delivered"));
        }

        /** The first matter that is not ready, then the letter. */
        private Optional<Way> answer(List<MatterStanding> matters) {
            return matters.stream()
                    .filter(it -> it.decision() == null || !it.missing().isEmpty())
                    .findFirst()
                    .map(
                            it ->
                                    new Way(
                                            home + "/matters/" + it.position(),
                                            wording.say(
                                                    it.decision() == null
                                                            ? "requests.papers.way.decide"
                                                            : "requests.papers.way.complete",
                                                    it.position())))
                    .or(
                            () ->
                                    possible.stream()
                                            .filter(
                                                    it ->
                                                            LetterCourse.of(it)
                                                                    == LetterCourse.ANSWER)
                                            .findFirst()
                                            .flatMap(this::begun));
        }

        private Way on(CaseLetter letter, String verb) {
            return new Way(
                    home + "/letters/" + letter.id(), wording.say(verb, letter.kind().term()));
        }
    }
}
