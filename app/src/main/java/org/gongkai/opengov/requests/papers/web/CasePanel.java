package org.gongkai.opengov.requests.papers.web;

import java.util.List;
import org.gongkai.opengov.requests.RequestView;
import org.gongkai.opengov.requests.papers.CaseLetter;
import org.gongkai.opengov.requests.papers.DecisionDesk;
import org.gongkai.opengov.requests.papers.LetterCourse;
import org.gongkai.opengov.requests.papers.LetterDrafting;
import org.gongkai.opengov.requests.papers.LetterState;
import org.gongkai.opengov.requests.papers.MatterStanding;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decisions and letters as the page of a case shows them (案件页的答复和文书). */
@Component
public class CasePanel {
    private final DecisionDesk decisions;
    private final LetterDrafting drafting;

    CasePanel(DecisionDesk decisions, LetterDrafting drafting) {
        this.decisions = decisions;
        this.drafting = drafting;
    }

    /**
     * What is shown.
     *
     * @param answer the answer that is being worked on; null for none
     * @param kinds the letters that this person may begin now
     */
    public record Shown(
            List<MatterStanding> matters,
            boolean mayDecide,
            List<CaseLetter> letters,
            @Nullable CaseLetter answer,
            List<Choice> kinds) {}

    /** Of this case, for this person. */
    public Shown of(Actor by, RequestView view) {
        var letters = drafting.of(view);
        return new Shown(
                decisions.standing(view),
                decisions.mayDecide(by, view),
                letters,
                letters.stream().filter(CasePanel::isInHand).findFirst().orElse(null),
                drafting.possible(by, view).stream()
                        .map(it -> Choice.of(it.slug(), it.term()))
                        .toList());
    }

    private static boolean isInHand(CaseLetter letter) {
        return letter.course() == LetterCourse.ANSWER
                && letter.state() != LetterState.VOID
                && letter.state() != LetterState.DELIVERED;
    }
}
