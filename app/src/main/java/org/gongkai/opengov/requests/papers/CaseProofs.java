package org.gongkai.opengov.requests.papers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.opengov.requests.decisions.Proof;
import org.gongkai.opengov.requests.decisions.Told;

/** Which papers are laid with a matter by hand, and what its answer can tell (材料与告知内容). */
public final class CaseProofs {
    /** The others follow from what happened to the request. */
    static final Set<Proof> LAID =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Proof.INFORMATION,
                            Proof.SEARCH_RECORD,
                            Proof.CLASSIFICATION,
                            Proof.EARLIER_ANSWER));

    private CaseProofs() {}

    /** The papers that can be laid with a matter that ends so. */
    public static List<Proof> laid(Outcome outcome) {
        return LAID.stream()
                .filter(
                        it ->
                                outcome.proofs().contains(it)
                                        || it == Proof.INFORMATION && outcome.gives())
                .toList();
    }

    /** What can be told: what must be, what may be, and what can stand for it. */
    public static List<Told> told(Outcome outcome) {
        var told = new ArrayList<>(outcome.must());
        if (outcome.must().contains(Told.RIGHT_AGENCY)) {
            told.add(Told.AGENCY_UNKNOWN);
        }
        told.addAll(outcome.may());
        return told;
    }
}
