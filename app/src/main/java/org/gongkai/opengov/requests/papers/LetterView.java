package org.gongkai.opengov.requests.papers;

import java.util.List;

/**
 * A letter with everything about it (文书详情).
 *
 * @param mask how whoever asks is named while the letter is not made: 张**
 * @param drafts the editions, the first first
 * @param moves what was done with it, the first first
 * @param allowed what this person may do now
 * @param mayEdit whether this person may change its text
 */
public record LetterView(
        CaseLetter letter,
        String mask,
        List<LetterDraft> drafts,
        List<LetterMove> moves,
        List<LetterStep> allowed,
        boolean mayEdit) {

    public LetterView {
        drafts = List.copyOf(drafts);
        moves = List.copyOf(moves);
        allowed = List.copyOf(allowed);
    }

    /** Whether the paper exists. */
    public boolean isMade() {
        return letter.state() == LetterState.MADE || letter.state().hasLeft();
    }

    /** The edition that counts. */
    public LetterDraft draft() {
        return drafts.get(letter.draft() - 1);
    }

    /** A text with whoever asks named by the mask. */
    public String masked(String text) {
        return text.replace(LetterDraft.APPLICANT, mask);
    }

    /** Lines with whoever asks named by the mask. */
    public List<String> masked(List<String> lines) {
        return lines.stream().map(this::masked).toList();
    }
}
