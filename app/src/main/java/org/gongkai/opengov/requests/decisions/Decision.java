package org.gongkai.opengov.requests.decisions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongkai.platform.refusals.FieldProblem;

/**
 * What is answered to one request (答复决定): one block for each matter, and the single row of the
 * yearly report that they make together.
 *
 * <p>国办公开办函〔2021〕30号: each request is counted in one row; 部分公开 only there. What several different
 * blocks make is our reading, ADR 0176.
 */
public record Decision(List<AnswerBlock> blocks) {

    public Decision {
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("An answer has at least one block");
        }
        blocks = List.copyOf(blocks);
    }

    /** The row of table 3 in which the request is counted. */
    public ReportRow row() {
        return row(outcomes());
    }

    /**
     * The row that these outcomes make together: something given beside something withheld is 部分公开;
     * else the one that stands first in the table.
     */
    public static ReportRow row(List<Outcome> outcomes) {
        boolean gives = outcomes.stream().anyMatch(Outcome::gives);
        boolean withholds = outcomes.stream().anyMatch(Outcome::isRefusal);
        return gives && withholds
                ? ReportRow.PARTLY_DISCLOSED
                : outcomes.stream()
                        .map(Outcome::row)
                        .reduce(Decision::heavier)
                        .orElseThrow(() -> new IllegalArgumentException("No outcome"));
    }

    /** 部分公开 before all; then the order of the table. */
    private static ReportRow heavier(ReportRow one, ReportRow other) {
        var order =
                Comparator.comparing((ReportRow it) -> it != ReportRow.PARTLY_DISCLOSED)
                        .thenComparing(Comparator.naturalOrder());
        return order.compare(one, other) <= 0 ? one : other;
    }

    /** The outcomes, block by block. */
    public List<Outcome> outcomes() {
        return blocks.stream().map(AnswerBlock::outcome).toList();
    }

    /**
     * The paper for the whole: a reply as soon as one matter is answered, a notice when none is
     * handled, a file note when nothing is said to the applicant.
     */
    public Paper paper() {
        return outcomes().stream().map(Outcome::paper).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** What the blocks lack, each problem with the number of its block. */
    public List<FieldProblem> missing() {
        var problems = new ArrayList<FieldProblem>();
        for (int i = 0; i < blocks.size(); i++) {
            var place = "blocks[" + i + "].";
            blocks.get(i).missing().stream()
                    .map(
                            it ->
                                    new FieldProblem(
                                            it.field().replaceFirst("^blocks\\.", place),
                                            it.messageKey(),
                                            it.arguments()))
                    .forEach(problems::add);
        }
        return problems;
    }
}
