package org.gongkai.opengov.budgets;

import org.gongkai.opengov.budgets.BudgetShapes.SectionShape;
import org.gongkai.opengov.disclosures.DocumentContent;
import org.gongkai.opengov.disclosures.Submission;
import org.gongkai.opengov.disclosures.SubmissionCheck;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.springframework.stereotype.Component;

/**
 * Holds back a budget or account whose figures do not add up (预决算送审把关): its tables are those of the
 * newest version, nothing in them is wrong and unexplained, and what 《预算法》 art. 14 wants explained
 * is written.
 */
@Component
class BudgetSubmission implements SubmissionCheck {
    private final BudgetPapers papers;
    private final BudgetAudit audit;
    private final BudgetShapes shapes;

    BudgetSubmission(BudgetPapers papers, BudgetAudit audit, BudgetShapes shapes) {
        this.papers = papers;
        this.audit = audit;
        this.shapes = shapes;
    }

    @Override
    public void check(Submission submission) {
        papers.publication(submission.document().id())
                .ifPresent(it -> check(it, submission.content()));
    }

    private void check(BudgetPapers.Publication publication, DocumentContent content) {
        var paper = papers.get(publication.paper());
        if (publication.version() != paper.version()) {
            throw refused("budgets.refusal.older-version", publication.version(), paper.version());
        }
        if (!BudgetBody.tablesSha256(content.bodyHtml()).equals(publication.tablesSha256())) {
            throw refused("budgets.refusal.tables-changed");
        }
        var version = papers.version(paper.id(), publication.version()).orElseThrow();
        var open =
                audit.judge(paper, version.tables()).stream()
                        .filter(BudgetAudit.Judged::open)
                        .count();
        if (open > 0) {
            throw refused("budgets.refusal.findings", open);
        }
        shapes.of(paper.kind()).sections().stream()
                .filter(SectionShape::required)
                .filter(it -> !BudgetBody.has(content.bodyHtml(), it.title()))
                .findFirst()
                .ifPresent(
                        it -> {
                            throw refused("budgets.refusal.section-empty", it.title());
                        });
        if (content.attachments().stream().noneMatch(it -> it.sha256().equals(version.sha256()))) {
            throw refused("budgets.refusal.no-workbook", version.fileName());
        }
    }

    private static Refusal refused(String key, Object... arguments) {
        return Refusal.of(RefusalKind.NOT_POSSIBLE_NOW, key, arguments);
    }
}
