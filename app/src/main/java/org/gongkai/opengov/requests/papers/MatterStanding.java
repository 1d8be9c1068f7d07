package org.gongkai.opengov.requests.papers;

import java.util.List;
import java.util.Set;
import org.gongkai.opengov.requests.decisions.AnswerBlock;
import org.gongkai.opengov.requests.decisions.Proof;
import org.gongkai.platform.refusals.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * How far one matter is (逐项答复情况).
 *
 * @param position from 1
 * @param matter what is asked, as last corrected
 * @param decision null while it is not decided, or was decided before it was corrected
 * @param papers what was laid with it
 * @param proofs what is proved by these papers and by what happened to the request
 */
public record MatterStanding(
        int position,
        String matter,
        @Nullable MatterDecision decision,
        List<CasePaper> papers,
        Set<Proof> proofs) {

    public MatterStanding {
        papers = List.copyOf(papers);
        proofs = Set.copyOf(proofs);
    }

    /** The answer to it, finished or not; null while it is not decided. */
    public @Nullable AnswerBlock block() {
        return decision == null
                ? null
                : new AnswerBlock(matter, decision.outcome(), decision.told(), proofs);
    }

    /** What its answer lacks; nothing of what is not decided. */
    public List<FieldProblem> missing() {
        var block = block();
        return block == null ? List.of() : block.missing();
    }
}
