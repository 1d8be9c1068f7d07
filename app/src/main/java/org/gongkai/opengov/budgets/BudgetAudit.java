package org.gongkai.opengov.budgets;

import java.util.List;
import java.util.Map;
import org.gongkai.opengov.budgets.BudgetShapes.SectionShape;
import org.gongkai.platform.organization.Organization;
import org.springframework.stereotype.Component;

/** What is wrong with the figures of a paper, and what has been said about it (预决算审核). */
@Component
class BudgetAudit {
    static final String SECTION = "section:";
    static final String FINDING = "finding:";

    private final BudgetPapers papers;
    private final BudgetShapes shapes;
    private final BudgetSettings settings;
    private final Organization organization;

    BudgetAudit(
            BudgetPapers papers,
            BudgetShapes shapes,
            BudgetSettings settings,
            Organization organization) {
        this.papers = papers;
        this.shapes = shapes;
        this.settings = settings;
        this.organization = organization;
    }

    /**
     * A finding with what was said about it.
     *
     * @param words empty while nothing was
     */
    record Judged(Finding finding, String words) {
        /** Whether it stands in the way. */
        boolean open() {
            return !finding.rule().explainable() || words.isBlank();
        }
    }

    /** The findings of these tables, as a version of the paper. */
    List<Judged> judge(BudgetPaper paper, List<OfficialTable> tables) {
        var words = papers.explanations(paper.id());
        var initial =
                paper.kind() == BudgetKind.ACCOUNT
                        ? tables(paper, paper.year(), BudgetKind.BUDGET)
                        : List.<OfficialTable>of();
        var before =
                paper.kind() == BudgetKind.ACCOUNT
                        ? initial
                        : tables(paper, paper.year() - 1, BudgetKind.BUDGET);
        return new BudgetCheck(
                        shapes.of(paper.kind()),
                        settings.tolerance(organization.agency(paper.agency()).key()),
                        settings.largeChangePercent())
                .findings(tables, initial, before).stream()
                        .map(it -> new Judged(it, words.getOrDefault(FINDING + it.key(), "")))
                        .toList();
    }

    /** The sections that have to be written and are not. */
    List<SectionShape> missing(BudgetPaper paper) {
        var words = papers.explanations(paper.id());
        return shapes.of(paper.kind()).sections().stream()
                .filter(SectionShape::required)
                .filter(it -> words.getOrDefault(SECTION + it.key(), "").isBlank())
                .toList();
    }

    /** What was written in each section. */
    Map<String, String> words(BudgetPaper paper) {
        return papers.explanations(paper.id());
    }

    /** The public version of another paper of the unit, else the newest. */
    private List<OfficialTable> tables(BudgetPaper paper, int year, BudgetKind kind) {
        return papers.find(paper.unit(), year, kind)
                .flatMap(
                        it -> {
                            var open = it.publicVersion();
                            return papers.version(it.id(), open == null ? it.version() : open);
                        })
                .map(BudgetVersion::tables)
                .orElse(List.of());
    }
}
