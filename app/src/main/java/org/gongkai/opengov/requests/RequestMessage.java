package org.gongkai.opengov.requests;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What applicant or office wrote to the other (往来留言).
 *
 * @param by who of the office wrote it; null for the applicant
 */
public record RequestMessage(long id, @Nullable PersonId by, String words, Instant writtenAt) {

    /** Whether the applicant wrote it. */
    public boolean fromApplicant() {
        return by == null;
    }
}
