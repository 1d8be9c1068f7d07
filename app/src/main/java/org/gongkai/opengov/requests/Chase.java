package org.gongkai.opengov.requests;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A reminder that a request has to go on (催办), or word of it to whoever is above (督办).
 *
 * @param answerBy the day by which an answer is asked for
 * @param answer null while there is none
 */
public record Chase(
        long id,
        long request,
        Kind kind,
        PersonId to,
        PersonId by,
        String words,
        LocalDate answerBy,
        Instant sentAt,
        @Nullable Answer answer) {

    /** To whom it goes. */
    public enum Kind {
        /** 催办: to who handles it. */
        CHASE,
        /** 督办: to who is above: head of the section, of the office, or a leader. */
        ESCALATE;

        /** The name in the API. */
        public String slug() {
            return this == CHASE ? "chase" : "escalate";
        }
    }

    /** What was answered. */
    public record Answer(PersonId by, Instant at, String words) {}
}
