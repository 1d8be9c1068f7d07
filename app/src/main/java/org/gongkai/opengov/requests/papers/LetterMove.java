package org.gongkai.opengov.requests.papers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something done with a letter (文书流转记录).
 *
 * @param draft the edition it was done with
 * @param note an opinion or a reason
 */
public record LetterMove(
        LetterStep step,
        int draft,
        @Nullable String sha256,
        PersonId by,
        @Nullable PersonId onBehalfOf,
        LocalDate on,
        @Nullable String way,
        @Nullable String evidence,
        @Nullable String note,
        Instant at) {

    /** Something done now with the edition that counts. */
    static LetterMove of(
            LetterStep step,
            LetterDraft draft,
            PersonId by,
            @Nullable PersonId onBehalfOf,
            LetterMoveEntry entry,
            Clock clock) {
        return new LetterMove(
                step,
                draft.number(),
                draft.sha256(),
                by,
                onBehalfOf,
                entry.day(LocalDate.now(clock)),
                LetterMoveEntry.text(entry.way()),
                LetterMoveEntry.text(entry.evidence()),
                LetterMoveEntry.text(entry.note()),
                clock.instant());
    }
}
