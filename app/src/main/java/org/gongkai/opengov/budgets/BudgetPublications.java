package org.gongkai.opengov.budgets;

import java.time.LocalDate;
import java.time.ZoneId;
import org.gongkai.opengov.disclosures.PublicChange;
import org.gongkai.platform.pagecache.PageChanges;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows the documents that publish budgets and accounts (公开状态跟随文件), in the transaction that
 * publishes or withdraws them.
 */
@Component
class BudgetPublications {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final BudgetPapers papers;
    private final PageChanges pages;

    BudgetPublications(BudgetPapers papers, PageChanges pages) {
        this.papers = papers;
        this.pages = pages;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PublicChange change) {
        var newest = papers.publication(change.document());
        if (newest.isEmpty()) {
            return;
        }
        var day = LocalDate.ofInstant(change.at(), SHANGHAI);
        switch (change.what()) {
            case PUBLISHED, IMPORTED, CORRECTED -> papers.published(newest.get(), day);
            case RESTORED ->
                    papers.lastPublished(change.document())
                            .ifPresent(it -> papers.published(it, day));
            case WITHDRAWN, PURGED -> papers.withdrawn(change.document());
        }
        pages.tell(PublicBudgets.source(change.agency()));
    }
}
