package org.gongkai.opengov.requests.papers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.opengov.requests.RequestStage;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with a letter (文书权限), by the table of {@link LetterStep} and the section to which
 * its case is assigned.
 */
final class LetterRights {
    private LetterRights() {}

    /** Whether this person writes letters of this kind there. */
    static boolean mayWrite(Actor by, @Nullable SectionId section, LetterKind kind) {
        return RequestRights.grant(by, LetterStep.SUBMIT.roles(LetterCourse.of(kind)), section)
                .isPresent();
    }

    static void requireWriter(Actor by, @Nullable SectionId section, LetterKind kind) {
        if (!mayWrite(by, section, kind)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.papers.refusal.write");
        }
    }

    /** The right by which this person takes a step; empty without one. */
    static Optional<Grant> grant(
            Actor by, @Nullable SectionId section, CaseLetter letter, LetterStep step) {
        return RequestRights.grant(by, step.roles(letter.course()), section);
    }

    /**
     * Whether this letter may be given up (作废): what is signed, by the office alone, and an answer
     * only once its request has ended and nothing is owed any more (ADR 0203).
     *
     * @param stage of its request; null for a correction or complaint, which has no period
     */
    static boolean mayVoid(Actor by, @Nullable RequestStage stage, CaseLetter letter) {
        return letter.sha256() == null
                || by.has(Role.DISCLOSURE_OFFICE)
                        && (letter.course() != LetterCourse.ANSWER
                                || stage == null
                                || stage == RequestStage.CLOSED);
    }

    /** What this person may do now. */
    static List<LetterStep> allowed(
            Actor by,
            @Nullable SectionId section,
            @Nullable RequestStage stage,
            CaseLetter letter,
            List<LetterDraft> drafts) {
        return Arrays.stream(LetterStep.values())
                .filter(letter::canBe)
                .filter(it -> it != LetterStep.VOID || mayVoid(by, stage, letter))
                .filter(
                        it ->
                                grant(by, section, letter, it)
                                        .filter(
                                                grant ->
                                                        !it.byAnother()
                                                                || isAnother(by, grant, drafts))
                                        .isPresent())
                .toList();
    }

    /** Nobody reviews or signs what he wrote a line of, for himself or for somebody absent. */
    static boolean isAnother(Actor by, Grant grant, List<LetterDraft> drafts) {
        return drafts.stream()
                .map(LetterDraft::by)
                .noneMatch(it -> it.equals(by.person()) || it.equals(grant.onBehalfOf()));
    }

    static void requireVersion(CaseLetter letter, @Nullable Long version) {
        if (version != null && version != letter.version()) {
            throw Refusal.stale(letter.version(), "requests.papers.refusal.stale");
        }
    }
}
