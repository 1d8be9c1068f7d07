package org.gongkai.opengov.requests.papers.web;

import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.requests.papers.CaseLetter;
import org.gongkai.opengov.requests.papers.LetterCourse;
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
    Optional<String> verb(CaseLetter letter, List<LetterStep> allowed) {
        return letter.next()
                .filter(allowed::contains)
                .map(it -> wording.say("requests.papers.do." + it.name()));
    }

    /** Who does what next; empty at the end of the way. */
    Optional<String> next(CaseLetter letter) {
        return letter.next().map(it -> wording.say("requests.papers.next." + key(letter, it)));
    }

    private static String key(CaseLetter letter, LetterStep step) {
        return step == LetterStep.SIGN && letter.course() == LetterCourse.NOTICE
                ? "SIGN-NOTICE"
                : step.name();
    }
}
