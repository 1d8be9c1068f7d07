package org.gongkai.opengov.requests.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.gongkai.opengov.requests.ClaimStep;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.opengov.requests.letters.LetterNumber;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A letter of a case, or of a correction or complaint (案件文书).
 *
 * @param end the end of a correction or complaint that it tells; null for letters of requests
 * @param draft which edition of its text counts, from 1
 * @param number taken with the signature; null before, and for what carries none
 * @param writtenOn 成文日期, the day of the signature
 * @param sha256 of the text with number and day, as it was signed
 */
public record CaseLetter(
        long id,
        LetterOwner owner,
        @Nullable ClaimStep end,
        LetterKind kind,
        LetterState state,
        int draft,
        long version,
        @Nullable LetterNumber number,
        @Nullable LocalDate writtenOn,
        @Nullable String sha256,
        PersonId startedBy,
        Instant startedAt) {

    /** Whether this can be done with it as it stands; a file note goes to nobody. */
    public boolean canBe(LetterStep step) {
        return step.from(course()).contains(state)
                && (kind != LetterKind.FILE_NOTE
                        || step == LetterStep.MAKE
                        || step == LetterStep.VOID);
    }

    /** What comes next on its way; empty at the end of it. */
    public Optional<LetterStep> next() {
        return Arrays.stream(LetterStep.values())
                .filter(it -> !it.isSetback() && canBe(it))
                .findFirst();
    }

    /** Which way it goes. */
    public LetterCourse course() {
        return LetterCourse.of(kind);
    }
}
