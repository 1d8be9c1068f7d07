package org.gongkai.opengov.requests.papers.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.opengov.requests.papers.Enclosure;
import org.gongkai.opengov.requests.papers.LetterMove;
import org.gongkai.opengov.requests.papers.LetterStep;
import org.gongkai.opengov.requests.papers.LetterView;
import org.jspecify.annotations.Nullable;

/**
 * A letter as the API tells it (文书); who asks is masked in it.
 *
 * @param sha256 of the edition that counts, to be sent with a review or signature
 * @param signedSha256 of the text with number and day, once it is signed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LetterAnswer(
        long id,
        String kind,
        String title,
        String state,
        long version,
        int edition,
        @Nullable String number,
        @Nullable LocalDate writtenOn,
        String sha256,
        @Nullable String signedSha256,
        String templates,
        @Nullable String addressee,
        List<String> filled,
        List<String> words,
        Map<String, String> fields,
        List<Enclosure> enclosures,
        List<Move> moves,
        List<String> allowedSteps) {

    /** Something done with it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Move(
            String step,
            int edition,
            LocalDate date,
            long person,
            @Nullable String way,
            @Nullable String evidence,
            @Nullable String note,
            Instant at) {
        static Move of(LetterMove it) {
            return new Move(
                    it.step().slug(),
                    it.draft(),
                    it.on(),
                    it.by().value(),
                    it.way(),
                    it.evidence(),
                    it.note(),
                    it.at());
        }
    }

    static LetterAnswer of(LetterView view) {
        var letter = view.letter();
        var draft = view.draft();
        var number = letter.number();
        var addressee = draft.addressee();
        return new LetterAnswer(
                letter.id(),
                letter.kind().slug(),
                draft.title(),
                letter.state().slug(),
                letter.version(),
                draft.number(),
                number == null ? null : number.toString(),
                letter.writtenOn(),
                draft.sha256(),
                letter.sha256(),
                draft.templates(),
                addressee == null ? null : view.masked(addressee),
                view.masked(draft.filled()),
                view.masked(draft.words()),
                new TreeMap<>(draft.typed()),
                draft.enclosures(),
                view.moves().stream().map(Move::of).toList(),
                view.allowed().stream().map(LetterStep::slug).toList());
    }
}
