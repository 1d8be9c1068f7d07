package org.gongkai.opengov.requests.papers.web;

import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.requests.RequestCase;
import org.gongkai.opengov.requests.RequestStage;
import org.gongkai.opengov.requests.papers.CaseLetter;
import org.gongkai.opengov.requests.papers.LetterCourse;
import org.gongkai.opengov.requests.papers.LetterState;
import org.gongkai.opengov.requests.papers.LetterStep;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/** What comes next with a letter, and whose it is (文书的下一步), in words. */
@Component
class LetterGuide {
    private final Wording wording;

    LetterGuide(Wording wording) {
        this.wording = wording;
    }

    /** What this person does next: 签发; empty where it is somebody else's. */
    Optional<String> verb(RequestCase request, CaseLetter letter, List<LetterStep> allowed) {
        if (isPointless(request, letter)) {
            return allowed.contains(LetterStep.VOID)
                    ? Optional.of(wording.say("requests.papers.step.VOID"))
                    : Optional.empty();
        }
        return letter.next()
                .filter(allowed::contains)
                .map(it -> wording.say("requests.papers.do." + it.name()));
    }

    /** Who does what next; empty at the end of the way. */
    Optional<String> next(RequestCase request, CaseLetter letter) {
        if (isPointless(request, letter)) {
            return Optional.of(wording.say("requests.papers.next.ended"));
        }
        return next(letter);
    }

    /** The same where no period ends beside it. */
    Optional<String> next(CaseLetter letter) {
        return letter.next().map(it -> wording.say("requests.papers.next." + key(letter, it)));
    }

    /** An answer that has not left when the request ended is not sent any more. */
    private static boolean isPointless(RequestCase request, CaseLetter letter) {
        return request.stage() == RequestStage.CLOSED
                && letter.course() == LetterCourse.ANSWER
                && letter.state() != LetterState.VOID
                && !letter.state().hasLeft();
    }

    private static String key(CaseLetter letter, LetterStep step) {
        return step == LetterStep.SIGN && letter.course() == LetterCourse.NOTICE
                ? "SIGN-NOTICE"
                : step.name();
    }
}
