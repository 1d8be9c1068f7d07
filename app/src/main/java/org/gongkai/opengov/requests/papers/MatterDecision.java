package org.gongkai.opengov.requests.papers;

import java.time.Instant;
import java.util.Map;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.opengov.requests.decisions.Told;
import org.gongkai.platform.roles.PersonId;

/**
 * How one matter is decided (答复决定).
 *
 * @param matter what was asked when it was decided; what has been corrected since is to be decided
 *     anew
 * @param answers the answers to the questions that led there, y and n in turn
 * @param told what the applicant is to be told
 */
public record MatterDecision(
        String matter,
        String answers,
        Outcome outcome,
        Map<Told, String> told,
        PersonId by,
        Instant at) {

    public MatterDecision {
        told = Map.copyOf(told);
    }
}
