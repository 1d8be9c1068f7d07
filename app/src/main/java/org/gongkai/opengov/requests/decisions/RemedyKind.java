package org.gongkai.opengov.requests.decisions;

import java.util.List;

/** Of which kind an act is, as far as its remedies hang on it (救济类别). */
public enum RemedyKind {
    /** Information withheld under arts. 14 to 16: rows 4 to 10, and the withheld part of row 3. */
    REFUSAL,
    /** Referred to the rules of a register, art. 36 (7): row 11. */
    REGISTRY,
    /** Every other reply, and a notice that a request is not handled. */
    OTHER_REPLY,
    /** No answer in time. */
    SILENCE,
    /** The third party is told that something is disclosed, arts. 15 and 32. */
    THIRD_PARTY,
    /** A fee notice by itself [M]. */
    FEE_NOTICE;

    /** The kind of an answer with these outcomes: one refusal among them decides. */
    public static RemedyKind of(List<Outcome> outcomes) {
        boolean refusal =
                outcomes.stream().anyMatch(it -> it.isRefusal() || it == Outcome.PARTLY_DISCLOSED);
        if (refusal) {
            return REFUSAL;
        }
        return outcomes.contains(Outcome.REGISTRY) ? REGISTRY : OTHER_REPLY;
    }
}
