package org.gongkai.opengov.requests.papers;

import java.util.List;
import java.util.Map;
import org.gongkai.opengov.requests.letters.LetterField;
import org.gongkai.opengov.requests.letters.LetterKind;

/**
 * What a letter takes from the case, and what is to be said beside it (文书要素).
 *
 * @param known from the case, in the order of the fields
 * @param fee whether a fee is to be computed: method, and pieces or pages
 */
public record LetterForm(
        LetterKind kind, Map<LetterField, String> known, List<LetterInput> inputs, boolean fee) {

    public LetterForm {
        inputs = List.copyOf(inputs);
    }

    /** Whether it goes to a third party or another agency. */
    public boolean toOthers() {
        return LetterCourse.toOthers(kind);
    }

    /** A value with whoever asks named by a mask. */
    public String shown(String value, String mask) {
        return value.replace(LetterDraft.APPLICANT, mask);
    }
}
