package org.gongkai.opengov.requests.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkai.opengov.requests.RequestView;
import org.gongkai.opengov.requests.decisions.Paper;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** Whether a letter may be begun, and whether a written one still fits its case (文书核对). */
@Component
class LetterCheck {
    /** Of these a case has one at a time that has not left. */
    private static final Set<LetterKind> ONE_AT_A_TIME =
            EnumSet.of(
                    LetterKind.CORRECTION_NOTICE,
                    LetterKind.EXTENSION_NOTICE,
                    LetterKind.REASONS_NOTICE,
                    LetterKind.LATER_DATE_NOTICE,
                    LetterKind.FEE_NOTICE,
                    LetterKind.REPLY,
                    LetterKind.NO_HANDLING,
                    LetterKind.FILE_NOTE);

    private final CaseLetters letters;
    private final LetterWriter writer;
    private final DecisionDesk decisions;
    private final Clock clock;

    LetterCheck(CaseLetters letters, LetterWriter writer, DecisionDesk decisions, Clock clock) {
        this.letters = letters;
        this.writer = writer;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Refuses a letter that the law, the decision or another letter does not leave room for. */
    void requirePossible(LetterKind kind, RequestView view) {
        LetterLaw.require(kind, view, LocalDate.now(clock));
        if (LetterCourse.of(kind) == LetterCourse.ANSWER) {
            var paper = decisions.decision(view).paper();
            if (paper != (kind == LetterKind.REPLY ? Paper.REPLY : Paper.NO_HANDLING)) {
                throw Refusal.notPossibleNow(
                        List.of(), "requests.papers.refusal.paper." + paper.name());
            }
        }
        if (ONE_AT_A_TIME.contains(kind)
                && letters.of(LetterOwner.request(view.request().id())).stream()
                        .anyMatch(it -> stands(it) && sameWay(it.kind(), kind))) {
            throw Refusal.notPossibleNow(List.of(), "requests.papers.refusal.already-begun");
        }
    }

    /** The same as a question. */
    boolean isPossible(LetterKind kind, RequestView view) {
        try {
            requirePossible(kind, view);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    /**
     * The case must still say what it said when the text was written, and every fixed part stand.
     */
    void requireCurrent(Actor by, RequestView view, LetterKind kind, LetterDraft draft) {
        LetterLaw.require(kind, view, LocalDate.now(clock));
        var now = writer.write(by, view, kind, draft.typed(), draft);
        if (!now.filled().equals(draft.filled()) || !now.enclosures().equals(draft.enclosures())) {
            throw Refusal.notPossibleNow(List.of(), "requests.papers.refusal.case-changed");
        }
        requireWhole(by, view, kind, draft);
    }

    /** Nothing that must stand in it was left out. */
    void requireWhole(Actor by, RequestView view, LetterKind kind, LetterDraft draft) {
        var lacking = writer.lacks(by, view, kind, draft);
        if (!lacking.isEmpty()) {
            throw Refusal.invalid(lacking);
        }
    }

    /** Neither gone out nor given up; a file note stands for good. */
    private static boolean stands(CaseLetter letter) {
        return letter.state() != LetterState.VOID && !letter.state().hasLeft();
    }

    private static boolean sameWay(LetterKind one, LetterKind other) {
        return one == other
                || LetterCourse.of(one) == LetterCourse.ANSWER
                        && LetterCourse.of(other) == LetterCourse.ANSWER;
    }
}
