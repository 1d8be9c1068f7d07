package org.gongkai.opengov.requests.papers;

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
        Instant at) {}
