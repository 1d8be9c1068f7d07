package org.gongkai.opengov.requests.papers;

import java.util.List;
import org.gongkai.opengov.requests.RequestStage;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * What stands before a step of any letter (文书把关): the right, the state, and for review and
 * signature another hand and the edition that was read.
 */
final class LetterGate {
    private final Actor by;
    private final @Nullable SectionId section;
    private final @Nullable RequestStage stage;
    private final CaseLetter letter;
    private final List<LetterDraft> drafts;

    /**
     * Before a letter.
     *
     * @param section to which the case is assigned; null for none
     * @param stage of its request; null for a correction or complaint
     * @param drafts its editions, the first first
     */
    LetterGate(
            Actor by,
            @Nullable SectionId section,
            @Nullable RequestStage stage,
            CaseLetter letter,
            List<LetterDraft> drafts) {
        this.by = by;
        this.section = section;
        this.stage = stage;
        this.letter = letter;
        this.drafts = List.copyOf(drafts);
    }

    /** The edition that counts. */
    LetterDraft draft() {
        return drafts.get(letter.draft() - 1);
    }

    /**
     * Lets somebody through, or refuses.
     *
     * @param read the hash of the edition that was read
     * @return the right by which the step is taken
     */
    Grant pass(LetterStep step, @Nullable String read) {
        var grant =
                LetterRights.grant(by, section, letter, step)
                        .orElseThrow(
                                () ->
                                        Refusal.of(
                                                RefusalKind.NOT_ALLOWED,
                                                "requests.papers.refusal.role",
                                                named("step." + step.name())));
        if (!letter.canBe(step)) {
            throw Refusal.notPossibleNow(
                    allowed(),
                    "requests.papers.refusal.state",
                    named("step." + step.name()),
                    named("state." + letter.state().name()));
        }
        if (step.byAnother()) {
            requireAnother(grant, read);
        }
        return grant;
    }

    private void requireAnother(Grant grant, @Nullable String read) {
        if (!LetterRights.isAnother(by, grant, drafts)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.papers.refusal.own-draft");
        }
        if (!draft().sha256().equals(read)) {
            throw Refusal.notPossibleNow(allowed(), "requests.papers.refusal.not-read");
        }
    }

    private List<String> allowed() {
        return LetterRights.allowed(by, section, stage, letter, drafts).stream()
                .map(LetterStep::slug)
                .toList();
    }

    private static DefaultMessageSourceResolvable named(String key) {
        return new DefaultMessageSourceResolvable("requests.papers." + key);
    }
}
