package org.gongkai.opengov.requests.decisions;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.platform.refusals.FieldProblem;

/**
 * The answer to one matter (答复事项): what was asked, how it ends, what is told, what lies with it.
 *
 * <p>A request may ask for several matters; each has its own block in the letter (《政府信息公开条例》 art.
 * 36). An unfinished block can be kept; {@link #missing()} says what it lacks before a letter can
 * be made of it.
 *
 * @param matter what was asked, in the applicant's words
 */
public record AnswerBlock(
        String matter, Outcome outcome, Map<Told, String> told, Set<Proof> proofs) {
    private static final String PLACE = "blocks.";

    public AnswerBlock {
        var words = new EnumMap<Told, String>(Told.class);
        told.forEach(
                (what, text) -> {
                    if (!text.isBlank()) {
                        words.put(what, text.strip());
                    }
                });
        told = Map.copyOf(words);
        proofs = Set.copyOf(proofs);
    }

    /** What is told, or nothing. */
    public String told(Told what) {
        return told.getOrDefault(what, "");
    }

    /** What it lacks: matters, things to tell, papers, each with its field. */
    public List<FieldProblem> missing() {
        var problems = new ArrayList<FieldProblem>();
        if (matter.isBlank()) {
            problems.add(FieldProblem.of(PLACE + "matter", "requests.decision.missing.matter"));
        }
        for (var what : outcome.must()) {
            if (!told.containsKey(what) && !excused(what)) {
                problems.add(
                        FieldProblem.of(
                                PLACE + what.slug(), "requests.decision.missing." + what.name()));
            }
        }
        for (var paper : missingProofs()) {
            problems.add(
                    FieldProblem.of(
                            PLACE + paper.slug(),
                            "requests.decision.missing-proof." + paper.name()));
        }
        return problems;
    }

    private boolean excused(Told what) {
        return switch (what) {
            case WHEN -> proofs.contains(Proof.INFORMATION);
            case RIGHT_AGENCY -> told.containsKey(Told.AGENCY_UNKNOWN);
            default -> false;
        };
    }

    private Set<Proof> missingProofs() {
        var lacking = EnumSet.noneOf(Proof.class);
        lacking.addAll(outcome.proofs());
        lacking.removeAll(proofs);
        return lacking;
    }
}
