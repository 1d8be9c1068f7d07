package org.gongkai.opengov.requests.papers.web;

import java.util.List;
import org.gongkai.opengov.requests.papers.LetterForm;
import org.gongkai.opengov.requests.papers.LetterInput;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a letter asks of its writer (文书要素填写), in words a newcomer understands. */
@Component
class LetterQuestions {
    private final Wording wording;

    LetterQuestions(Wording wording) {
        this.wording = wording;
    }

    /**
     * One of them.
     *
     * @param hint what helps to answer it; null for nothing
     */
    public record Asked(LetterInput input, String label, @Nullable String hint) {
        /** The name in the form. */
        public String name() {
            return input.field().slug();
        }

        /** How it is typed. */
        public LetterInput.Shape shape() {
            return input.shape();
        }

        /** What the case suggests; empty for nothing. */
        public String suggestion() {
            return input.suggestion();
        }
    }

    /** In the order of the form. */
    List<Asked> of(LetterForm form) {
        return form.inputs().stream().map(it -> asked(form, it)).toList();
    }

    private Asked asked(LetterForm form, LetterInput input) {
        var key = "requests.papers.ask." + form.kind().slug() + "." + input.field().slug();
        var label = wording.find(key).orElse(input.field().term());
        return new Asked(
                input,
                input.needed() ? label : wording.say("requests.papers.optional", label),
                wording.find(key + ".hint").orElse(null));
    }
}
